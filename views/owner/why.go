package owner

import (
	"context"
	"strconv"

	"okienko/views/words"
)

// Why is what made the bot answer a text as it did.
type Why struct {
	Read      string // what was read
	Joined    bool   // together with the customer's text before it
	Outcome   string // answer, suggest, unknown
	AnswerAt  int    // percent of confidence from which the bot answers
	SuggestAt int    // and from which it suggests
	Entries   []WhyEntry
	Changed   bool   // in the conversation it was understood otherwise
	New       string // where the text becomes an entry of its own; "" if it can't
}

// WhyEntry is an entry that the text may have meant, the likeliest first.
type WhyEntry struct {
	Question string
	Phrasing string // the one that fits best, if it is not the question
	Percent  int    // confidence
	Words    []WhyWord
	Fix      string // where the text becomes a phrasing of the entry; "" if it can't
}

// WhyWord is a word of the text, and the entry's word that it was taken for.
type WhyWord struct {
	Text  string
	Match string // "" if none
	How   string // same, form, synonym, typo, "" for none
}

// sentence says why in one sentence.
func (w Why) sentence(ctx context.Context) string {
	if len(w.Entries) == 0 {
		return words.T(ctx, "why.no_entry")
	}
	return words.T(ctx, "why.outcome_"+w.Outcome, "percent", w.Entries[0].Percent, "answer", w.AnswerAt, "suggest", w.SuggestAt)
}

// fitting are the words that the entry has, or those that it has not.
func (e WhyEntry) fitting(fits bool) []WhyWord {
	var list []WhyWord
	for _, w := range e.Words {
		if (w.How != "") == fits {
			list = append(list, w)
		}
	}
	return list
}

func unmatched(list []WhyWord) string {
	var texts []string
	for _, w := range list {
		texts = append(texts, w.Text)
	}
	return joined(texts)
}

// sureness is what the drawing of an entry's confidence says to those who don't see it.
func (w Why) sureness(ctx context.Context, e WhyEntry) string {
	return words.T(ctx, "why.sureness", "percent", e.Percent, "answer", w.AnswerAt, "suggest", w.SuggestAt)
}

func eventID(seq int64) string { return "event-" + strconv.FormatInt(seq, 10) }
