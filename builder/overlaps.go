package builder

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"okienko/builder/faqfile"
	"okienko/builder/learn"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) overlapRoutes() []Route {
	const base = "/bots/{bot}/entries/overlaps"
	return []Route{
		{Method: "GET", Pattern: base, Role: store.Viewer, Handler: try(b.overlaps)},
		{Method: "POST", Pattern: base + "/merge", Role: store.Editor, Handler: try(b.mergeEntries)},
		{Method: "POST", Pattern: base + "/unmerge", Role: store.Editor, Handler: try(b.unmergeEntries)},
	}
}

func (b *Builder) overlaps(w http.ResponseWriter, r *http.Request) error {
	return b.showOverlaps(w, r, nil)
}

func (b *Builder) showOverlaps(w http.ResponseWriter, r *http.Request, merged *owner.MergedEntries) error {
	ctx := r.Context()
	bot, _, err := b.Store.DraftBot(ctx, ref(ctx))
	if err != nil {
		return err
	}
	found, err := b.overlapsOf(ctx, &bot)
	if err != nil {
		return err
	}
	waiting, err := b.toLearn(ctx, ref(ctx))
	if err != nil {
		return err
	}
	model := owner.OverlapsModel{Bot: ref(ctx).Bot, Edits: allowed(who(ctx).Role, store.Editor), Waiting: waiting, Total: len(bot.Entries), Merged: merged}
	for _, o := range found {
		model.Pairs = append(model.Pairs, overlapPair(&bot, o))
	}
	views.Render(w, r, http.StatusOK, owner.Overlaps(model))
	return nil
}

// overlapsOf remembers the last ones of each bot: with a thousand entries finding them takes seconds.
func (b *Builder) overlapsOf(ctx context.Context, bot *flow.Bot) ([]learn.Overlap, error) {
	made := nlu.Name(nlu.KnowledgeOf(bot)) + strconv.Itoa(bot.Settings.Boldness)
	if known, ok := b.found.Load(ref(ctx)); ok && known.(foundOverlaps).made == made {
		return known.(foundOverlaps).list, nil
	}
	mind, done, err := b.mind(ctx, bot)
	if err != nil {
		return nil, err
	}
	defer done()
	list := learn.Overlaps(bot.Entries, mind)
	b.found.Store(ref(ctx), foundOverlaps{made, list})
	return list, nil
}

// foundOverlaps are those of a bot's knowledge by the name of its index.
type foundOverlaps struct {
	made string
	list []learn.Overlap
}

func overlapPair(bot *flow.Bot, o learn.Overlap) owner.OverlapPair {
	pair := owner.OverlapPair{A: *bot.Entry(o.A), B: *bot.Entry(o.B)}
	for _, p := range o.Pairs {
		pair.Alike = append(pair.Alike, owner.AlikePhrasings{A: p.A, B: p.B, Stolen: p.Stolen})
	}
	return pair
}

// mergeEntries gives one entry the phrasings of another, which goes. The answer carries both as they were.
func (b *Builder) mergeEntries(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	kept, err := b.Store.Entry(ctx, ref, r.PostFormValue("keep"))
	if err != nil {
		return err
	}
	gone, err := b.Store.Entry(ctx, ref, r.PostFormValue("drop"))
	if err != nil {
		return err
	}
	if kept.ID == gone.ID {
		return fault.New(fault.Invalid, "overlaps.same")
	}
	before, err := json.Marshal([]store.EntryRecord{kept, gone})
	if err != nil {
		return err
	}
	kept.Entry = withPhrases(kept.Entry, phrasings(gone.Entry))
	if refusal := faqfile.Check(kept.Entry); refusal != nil {
		return &fault.Error{Code: fault.Invalid, Key: refusal.Key, Args: refusal.Args}
	}
	if err := b.Store.SaveEntries(ctx, ref, []store.EntryRecord{kept}); err != nil {
		return err
	}
	if err := b.Store.DeleteEntries(ctx, ref, []string{gone.ID}); err != nil {
		return err
	}
	return b.showOverlaps(w, r, &owner.MergedEntries{Kept: kept.Question, Gone: gone.Question, Before: string(before)})
}

// unmergeEntries brings both entries back as they were.
func (b *Builder) unmergeEntries(w http.ResponseWriter, r *http.Request) error {
	var records []store.EntryRecord
	if err := json.Unmarshal([]byte(r.PostFormValue("before")), &records); err != nil || len(records) != 2 {
		return fault.New(fault.Invalid, "fault.unmerge_broken")
	}
	for i := range records {
		records[i].Entry = faqfile.Tidy(records[i].Entry)
		if refusal := faqfile.Check(records[i].Entry); refusal != nil || records[i].ID == "" {
			return fault.New(fault.Invalid, "fault.unmerge_broken")
		}
	}
	if err := b.Store.SaveEntries(r.Context(), ref(r.Context()), records); err != nil {
		return err
	}
	return b.showOverlaps(w, r, &owner.MergedEntries{Undone: true})
}
