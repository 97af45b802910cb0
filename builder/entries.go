package builder

import (
	"net/http"
	"slices"
	"strings"

	"okienko/builder/faqfile"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// entriesPage is how many entries the list shows at once; the search finds the rest.
const entriesPage = 300

func (b *Builder) entryRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/entries", Role: store.Viewer, Handler: try(b.entries)},
		{Method: "GET", Pattern: "/bots/{bot}/entries/list", Role: store.Viewer, Handler: try(b.entryList)},
		{Method: "GET", Pattern: "/bots/{bot}/entries/new", Role: store.Editor, Handler: try(b.newEntry)},
		{Method: "GET", Pattern: "/bots/{bot}/entries/{entry}", Role: store.Viewer, Handler: try(b.entry)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/preview", Role: store.Editor, Handler: try(b.previewAnswer)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/{entry}", Role: store.Editor, Handler: try(b.saveEntry)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/{entry}/effect", Role: store.Editor, Handler: try(b.entryEffect)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/{entry}/delete", Role: store.Editor, Handler: try(b.deleteEntry)},
	}
}

func (b *Builder) entries(w http.ResponseWriter, r *http.Request) error {
	model, err := b.entriesModel(r)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Entries(model))
	return nil
}

func (b *Builder) entryList(w http.ResponseWriter, r *http.Request) error {
	model, err := b.entriesModel(r)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.EntryList(model))
	return nil
}

// entriesModel is the list, narrowed to what was searched for and grouped by topic in the entries' order.
func (b *Builder) entriesModel(r *http.Request) (owner.EntriesModel, error) {
	ctx := r.Context()
	records, err := b.Store.Entries(ctx, ref(ctx))
	if err != nil {
		return owner.EntriesModel{}, err
	}
	model := owner.EntriesModel{Bot: ref(ctx).Bot, Search: r.FormValue("q"), Total: len(records), Current: r.PathValue("entry")}
	if model.Waiting, err = b.toLearn(ctx, ref(ctx)); err != nil {
		return model, err
	}
	searched := faqfile.Fold(model.Search)
	for _, record := range records {
		model.AddTopic(record.Topic)
		if !strings.Contains(searchable(record.Entry), searched) {
			continue
		}
		if model.Found++; model.Found <= entriesPage {
			model.Add(record.Entry)
		}
	}
	return model, nil
}

func searchable(e flow.Entry) string {
	return faqfile.Fold(strings.Join(append([]string{e.Question, e.Topic, e.Answer}, e.Phrases...), " "))
}

// nextOrder is the place behind all entries.
func nextOrder(records []store.EntryRecord) int {
	if len(records) == 0 {
		return 1
	}
	last := slices.MaxFunc(records, func(a, b store.EntryRecord) int { return a.Order - b.Order })
	return last.Order + 1
}
