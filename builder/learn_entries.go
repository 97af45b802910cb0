package builder

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"okienko/builder/faqfile"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

const (
	mostCandidates = 5
	mostFound      = 12
	chosenWeight   = 100 // of an entry that a customer said was meant
)

// candidates are the entries that questions may mean, the likeliest first: what customers chose, what the
// draft understands of the questions that stand for the others, what was thought of when they were asked.
func (b *Builder) candidates(ctx context.Context, first, ids []string) ([]owner.LearnEntry, error) {
	bot, _, err := b.Store.DraftBot(ctx, ref(ctx))
	if err != nil {
		return nil, err
	}
	mind, done, err := b.mind(ctx, &bot)
	if err != nil {
		return nil, err
	}
	defer done()
	weights, said := map[string]int{}, map[string]*owner.LearnEntry{}
	questions, err := b.questionsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, q := range questions {
		thought := q.Entries
		if slices.Contains(first, q.ID) {
			for _, match := range mind(q.Text).Entries {
				thought = append(slices.Clip(thought), match.Entry)
			}
		}
		weigh(weights, q, thought)
		remember(said, q)
	}
	return ranked(&bot, weights, said), nil
}

// weigh lets a question speak for its entries.
func weigh(weights map[string]int, q store.Question, thought []string) {
	for i, entry := range thought {
		weights[entry] += q.Count * max(1, 3-i)
	}
	for _, entry := range q.Wrong {
		weights[entry] = 0
	}
	if q.Chosen != "" {
		weights[q.Chosen] += chosenWeight * q.Count
	}
}

func remember(said map[string]*owner.LearnEntry, q store.Question) {
	of := func(entry string) *owner.LearnEntry {
		if said[entry] == nil {
			said[entry] = &owner.LearnEntry{}
		}
		return said[entry]
	}
	for _, entry := range q.Wrong {
		of(entry).Wrong = true
	}
	if q.Chosen != "" {
		of(q.Chosen).Chosen = true
	}
}

// ranked are the weightiest entries that are still there.
func ranked(bot *flow.Bot, weights map[string]int, said map[string]*owner.LearnEntry) []owner.LearnEntry {
	var list []owner.LearnEntry
	for i := range bot.Entries {
		if _, thought := weights[bot.Entries[i].ID]; thought {
			line := learnEntry(bot.Entries[i])
			if s := said[line.ID]; s != nil {
				line.Chosen, line.Wrong = s.Chosen, s.Wrong
			}
			list = append(list, line)
		}
	}
	slices.SortStableFunc(list, func(a, b owner.LearnEntry) int { return cmp.Compare(weights[b.ID], weights[a.ID]) })
	return list[:min(len(list), mostCandidates)]
}

func learnEntry(e flow.Entry) owner.LearnEntry {
	return owner.LearnEntry{ID: e.ID, Question: e.Question, Topic: e.Topic}
}

// findEntries searches all entries; a question that has the words comes before an answer that has them.
func (b *Builder) findEntries(w http.ResponseWriter, r *http.Request) error {
	records, err := b.Store.Entries(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	var first, rest []owner.LearnEntry
	searched := faqfile.Fold(r.FormValue("q"))
	for _, record := range records {
		switch {
		case strings.Contains(faqfile.Fold(record.Question), searched):
			first = append(first, learnEntry(record.Entry))
		case strings.Contains(searchable(record.Entry), searched):
			rest = append(rest, learnEntry(record.Entry))
		}
	}
	found := append(first, rest...)
	views.Render(w, r, http.StatusOK, owner.LearnFound(ref(r.Context()).Bot, found[:min(len(found), mostFound)]))
	return nil
}
