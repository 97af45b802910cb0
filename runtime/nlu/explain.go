package nlu

import (
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// Explanation tells a person why a text got the answer it got. It is computed anew from the text, the
// context and the entries, which always give the same answer.
type Explanation struct {
	Read       string   // what was read: the text, behind the earlier one if it is a follow-up
	Outcome    string   // answer, suggest or unknown
	AnswerAt   float64  // confidence from which is answered
	SuggestAt  float64  // and from which is suggested
	Candidates []Reason // best first, at most maxSuggestions
}

// Reason is why an entry was thought to be meant.
type Reason struct {
	Entry      string
	Confidence float64
	Phrasing   string // of the entry, that fits best
	Words      []WordReason
}

// WordReason is what a word of the text did for an entry.
type WordReason struct {
	Text   string  // as typed
	Match  string  // the word of the entry that it was taken for; "" if none
	How    string  // same, form, synonym, typo, near (in meaning), or "" for none
	Weight float64 // share of the text's weight, 0 to 1
}

// The ways in which a word of a text is found in an entry.
const (
	Same    = "same"
	Form    = "form"
	Synonym = "synonym"
	Typo    = "typo"
	Near    = "near"
)

// Explain says why Understand makes of a text what it makes.
func (x *Index) Explain(text string, c Context) Explanation {
	u, t := x.Understand(text, c), thresholdsOf(c.Boldness)
	read := strings.TrimSpace(u.After + " " + text)
	e := Explanation{Read: read, Outcome: u.Outcome, AnswerAt: t.answer, SuggestAt: t.suggest}
	tokens := tokenize(clip(read))
	for _, m := range u.Entries {
		e.Candidates = append(e.Candidates, x.corpus.reason(tokens, m))
	}
	return e
}

func (c *corpus) reason(tokens []token, m engine.Match) Reason {
	r := Reason{Entry: m.Entry, Confidence: m.Confidence}
	at := slices.IndexFunc(c.entries, func(d document) bool { return d.id == m.Entry })
	if at < 0 || len(c.entries[at].phrasings) == 0 {
		return r
	}
	q := c.query(tokens)
	_, best := q.compare(&c.entries[at])
	p := &c.entries[at].phrasings[best]
	r.Phrasing = p.text
	words := tokenize(p.text)
	for i, t := range tokens {
		w := WordReason{Text: t.text, Weight: ratio(q.words[i].weight, q.total)}
		if slot, how := c.found(&q.words[i], t, p, words); how != "" {
			w.Match, w.How = words[slot].text, how
		}
		r.Words = append(r.Words, w)
	}
	return r
}

// nearEnough is the cosine from which two words are said to mean nearly the same.
const nearEnough = 0.6

// found is the word of a phrasing that a word of the text was taken for, and how.
func (c *corpus) found(w *word, t token, p *phrasing, words []token) (slot int, how string) {
	surest, nearest := 0.0, float32(nearEnough)
	for i := range p.slots {
		s := &p.slots[i]
		if words[i].folded == t.folded {
			return i, Same
		}
		for _, m := range w.terms {
			if m.surety > surest && (slices.Contains(s.terms, m.term) || slices.Contains(s.concepts, m.term)) {
				slot, surest, how = i, m.surety, w.way(m, slices.Contains(s.terms, m.term))
			}
		}
		if cosine := w.sense.cosine(c.meant[s.word]); surest == 0 && cosine > nearest {
			slot, nearest, how = i, cosine, Near
		}
	}
	return slot, how
}

func (w *word) way(m meaning, term bool) string {
	switch {
	case !w.spelt:
		return Typo
	case term && m.surety == 1:
		return Form
	}
	return Synonym
}
