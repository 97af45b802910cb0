package builder

import (
	"net/http"
	"strconv"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) releaseRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/releases", Role: store.Viewer, Handler: try(b.releases)},
		{Method: "POST", Pattern: "/bots/{bot}/releases/{number}/restore", Role: store.Editor, Handler: try(b.restoreRelease)},
	}
}

func (b *Builder) releases(w http.ResponseWriter, r *http.Request) error {
	ref := ref(r.Context())
	infos, err := b.Store.Releases(r.Context(), ref)
	if err != nil {
		return err
	}
	card, err := b.Store.Bot(r.Context(), ref)
	if err != nil {
		return err
	}
	model := owner.ReleasesModel{Bot: ref.Bot, Now: b.Now()}
	for _, info := range infos {
		model.Rows = append(model.Rows, owner.ReleaseRow{
			Number: info.Number, At: info.At, Who: info.Email, Note: info.Note,
			Nodes: info.Nodes, Entries: info.Entries, Live: info.Number == card.Release,
		})
	}
	views.Render(w, r, http.StatusOK, owner.Releases(model))
	return nil
}

// restoreRelease puts an old release into the draft. What customers talk to does not change,
// and the restoring can be undone in the editor like any other change.
func (b *Builder) restoreRelease(w http.ResponseWriter, r *http.Request) error {
	ref := ref(r.Context())
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return fault.New(fault.NotFound, "fault.release_not_found")
	}
	release, err := b.Store.Release(r.Context(), ref, number)
	if err != nil {
		return err
	}
	if err := b.replaceDraft(r, ref, release); err != nil {
		return err
	}
	views.Go(w, r, "/bots/"+ref.Bot+"/editor")
	return nil
}

// replaceDraft makes a release the draft by one change, kept with what takes it back.
func (b *Builder) replaceDraft(r *http.Request, ref store.BotRef, release store.Release) error {
	ctx := r.Context()
	now, _, err := b.Store.DraftBot(ctx, ref)
	if err != nil {
		return err
	}
	ops := edit.Ops{&edit.Replace{Bot: withEntries(release.Bot)}}
	_, _, err = b.Store.ChangeDraft(ctx, ref, store.NewID(), func(draft store.Draft) (flow.Bot, store.Change, error) {
		draft.Bot.Entries = withEntries(now).Entries
		return edited(draft, ops, store.Change{Kind: "restore", User: who(ctx).ID})
	})
	return err
}

// withEntries is a bot whose list of entries is there even if it is empty, so that it replaces another one.
func withEntries(bot flow.Bot) flow.Bot {
	if bot.Entries == nil {
		bot.Entries = []flow.Entry{}
	}
	return bot
}
