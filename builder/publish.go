package builder

import (
	"context"
	"net/http"
	"strings"
	"unicode/utf8"

	"okienko/builder/gate"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// longestNote is a line in the list of releases, in characters.
const longestNote = 200

func (b *Builder) publishRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/publish", Role: store.Editor, Handler: try(b.publishForm)},
		{Method: "POST", Pattern: "/bots/{bot}/publish", Role: store.Editor, Handler: try(b.publish)},
	}
}

// publishForm shows what the gate found and what would change for customers.
func (b *Builder) publishForm(w http.ResponseWriter, r *http.Request) error {
	model, err := b.publishModel(r)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Publish(model))
	return nil
}

func (b *Builder) publish(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	note := strings.TrimSpace(r.PostFormValue("note"))
	model, err := b.publishModel(r)
	if err != nil {
		return err
	}
	model.Note = note
	switch {
	case utf8.RuneCountInString(note) > longestNote:
		model.Errors.Add("note", "fault.publish_note", "most", longestNote)
	case len(model.Refusals) == 0:
		release, err := PublishDraft(ctx, b.Store, ref, who(ctx), note)
		if err != nil {
			return err
		}
		if err := b.Host.Published(ctx, ref); err != nil {
			return err
		}
		views.Render(w, r, http.StatusOK, owner.Published(owner.PublishedModel{Bot: ref.Bot, Number: release.Number}))
		return nil
	}
	views.Render(w, r, http.StatusUnprocessableEntity, owner.Publish(model))
	return nil
}

// PublishDraft makes the draft with its entries the next release, if the gate lets it through.
func PublishDraft(ctx context.Context, s *store.Store, ref store.BotRef, user store.User, note string) (store.Release, error) {
	bot, revision, err := s.DraftBot(ctx, ref)
	if err != nil {
		return store.Release{}, err
	}
	if report := gate.Check(&bot); !report.Ready() {
		return store.Release{}, fault.New(fault.Invalid, "fault.publish_refused", "Count", len(report.Refusals))
	}
	return s.Publish(ctx, ref, store.Release{User: user.ID, Email: user.Email, Note: note, Revision: revision, Bot: bot})
}

func (b *Builder) publishModel(r *http.Request) (owner.PublishModel, error) {
	ctx, ref := r.Context(), ref(r.Context())
	draft, _, err := b.Store.DraftBot(ctx, ref)
	if err != nil {
		return owner.PublishModel{}, err
	}
	live, number, err := b.liveBot(ctx, ref)
	if err != nil {
		return owner.PublishModel{}, err
	}
	report := gate.Check(&draft)
	model := owner.PublishModel{Bot: ref.Bot, Live: number, Questions: report.Proof.Questions, Proved: report.Proof.Holds()}
	for _, finding := range report.Refusals {
		model.Refusals = append(model.Refusals, shownFinding(finding))
	}
	for _, finding := range report.Issues {
		model.Issues = append(model.Issues, shownFinding(finding))
	}
	model.Changes = shownChanges(gate.Compare(live, &draft))
	return model, nil
}

// liveBot is the bot that customers talk to, nil and 0 before the first release.
func (b *Builder) liveBot(ctx context.Context, ref store.BotRef) (*flow.Bot, int, error) {
	card, err := b.Store.Bot(ctx, ref)
	if err != nil || card.Release == 0 {
		return nil, 0, err
	}
	release, err := b.Store.Release(ctx, ref, card.Release)
	return &release.Bot, card.Release, err
}

func shownFinding(f gate.Finding) owner.Finding {
	shown := owner.Finding{Severity: string(f.Severity), Key: f.Key, Args: f.Args, Title: f.Title, Node: f.Node, Block: f.Block, Entry: f.Entry}
	for _, line := range f.Path {
		shown.Path = append(shown.Path, owner.PathLine{Customer: line.Customer, Text: line.Text, Key: line.Key})
	}
	return shown
}

func shownChanges(s gate.Summary) owner.Changes {
	return owner.Changes{
		First: s.First, Empty: s.Empty(), Rest: s.Rest,
		Nodes:   owner.Difference{Added: titles(s.Nodes.Added), Changed: titles(s.Nodes.Changed), Removed: titles(s.Nodes.Removed)},
		Entries: owner.Difference{Added: titles(s.Entries.Added), Changed: titles(s.Entries.Changed), Removed: titles(s.Entries.Removed)},
	}
}

func titles(items []gate.Item) []string {
	list := make([]string, len(items))
	for i, item := range items {
		list[i] = item.Title
	}
	return list
}
