package builder

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"

	"okienko/builder/synonym"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views/owner"
)

const (
	hintQuestions = 200 // customers' questions looked at: the owner waits for the page
	hintsShown    = 8   // the rest comes when these are dealt with
)

// synonymHints are words in customers' questions that the draft does not know, with what they probably mean.
func (b *Builder) synonymHints(ctx context.Context, ref store.BotRef, draft *flow.Bot) ([]owner.SynonymHint, error) {
	asked, err := b.meantQuestions(ctx, ref, draft)
	if err != nil || len(asked) == 0 {
		return nil, err
	}
	asides, err := b.Store.Asides(ctx, ref)
	if err != nil {
		return nil, err
	}
	// Without the synonyms, whose words count as known: so the page need not wait for an index after each change of them.
	x, done, err := b.Host.Index(ctx, nlu.Knowledge{Entries: draft.Entries})
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "synonyms.no_index")
	}
	defer done()
	if x == nil {
		return nil, nil // without an index nothing is known to be missing; the groups can be edited all the same
	}
	known := vocabularyOf(draft, asides)
	for i := range asked {
		explainWords(&asked[i], x, draft, known)
	}
	return shownHints(ref, draft, synonym.Suggest(asked)), nil
}

// meantQuestions are those that the bot had trouble with and that are about an entry: those whose customers
// said so come first, then the most frequent.
func (b *Builder) meantQuestions(ctx context.Context, ref store.BotRef, draft *flow.Bot) ([]synonym.Question, error) {
	var list []synonym.Question
	for _, done := range []bool{false, true} {
		questions, err := b.Store.Questions(ctx, ref, store.QuestionFilter{Done: done})
		if err != nil {
			return nil, err
		}
		for _, q := range questions {
			entry, trust := meantEntry(q)
			if q.Handled != store.HandledIgnored && draft.Entry(entry) != nil {
				list = append(list, synonym.Question{Text: q.Text, Count: q.Count, Trust: trust, Entry: entry})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b synonym.Question) int {
		return cmp.Or(cmp.Compare(b.Trust, a.Trust), cmp.Compare(b.Count, a.Count))
	})
	return list[:min(len(list), hintQuestions)], nil
}

// meantEntry is what a question was about, and how sure that is.
func meantEntry(q store.Question) (entry string, trust float64) {
	if q.Chosen != "" {
		return q.Chosen, synonym.Clicked
	}
	for _, candidate := range q.Entries {
		if slices.Contains(q.Wrong, candidate) {
			continue
		}
		if q.Outcome == nlu.Suggested {
			return candidate, synonym.Guessed
		}
		return candidate, synonym.Thought
	}
	return "", 0
}

// explainWords finds the words that the entry does not explain, and those of the entry that nothing stands for.
func explainWords(q *synonym.Question, x *nlu.Index, draft *flow.Bot, known vocabulary) {
	c := nlu.Context{Language: draft.Language, Listeners: draft.Listeners, Boldness: flow.MaxBoldness}
	reason := reasonOf(x.Explain(q.Text, c), q.Entry)
	if reason == nil {
		return
	}
	if q.Said = known.missing(reason.Words); len(q.Said) == 0 {
		return
	}
	// The phrasing, explained by itself, tells which of its words weigh most.
	if itself := reasonOf(x.Explain(reason.Phrasing, c), q.Entry); itself != nil {
		q.Left = leftOver(itself.Words, reason.Words)
	}
}

func reasonOf(e nlu.Explanation, entry string) *nlu.Reason {
	at := slices.IndexFunc(e.Candidates, func(r nlu.Reason) bool { return r.Entry == entry })
	if at < 0 {
		return nil
	}
	return &e.Candidates[at]
}

func shownHints(ref store.BotRef, draft *flow.Bot, suggestions []synonym.Suggestion) []owner.SynonymHint {
	var hints []owner.SynonymHint
	for _, s := range suggestions[:min(len(suggestions), hintsShown)] {
		hints = append(hints, owner.SynonymHint{
			Word: s.Word.Text, Means: s.Means, Question: draft.Entry(s.Entry).Question, Count: s.Count, Asked: s.Questions,
			Accept: acceptPath(ref, draft.Synonyms, s),
		})
	}
	return hints
}

// acceptPath is the form in which a suggestion becomes part of a group: of the one that has its meaning, or a new one.
func acceptPath(ref store.BotRef, groups [][]string, s synonym.Suggestion) string {
	if at := groupWith(groups, s.Means); at >= 0 {
		return owner.SynonymPath(ref.Bot, groupID(groups[at])) + "?words=" + url.QueryEscape(s.Word.Text)
	}
	return owner.SynonymPath(ref.Bot, newGroup) + "?words=" + url.QueryEscape(s.Word.Text+", "+s.Means)
}

// putAside takes a word out of the suggestions for good, or lets it in again.
func (b *Builder) putAside(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	word := r.PostFormValue("word")
	same := sameAs(word)
	if len(readGroup(word)) != 1 || len(same) > flow.MaxQuery {
		return fault.New(fault.Invalid, "synonyms.no_word")
	}
	if r.PostFormValue("back") != "" {
		if err := b.Store.TakeUp(ctx, ref, same); err != nil {
			return err
		}
		return b.showSynonyms(w, r, http.StatusOK, owner.SynonymsModel{})
	}
	if err := b.Store.PutAside(ctx, ref, same); err != nil {
		return err
	}
	return b.showSynonyms(w, r, http.StatusOK, owner.SynonymsModel{Aside: word})
}
