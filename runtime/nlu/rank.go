package nlu

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// candidate is an entry being judged.
type candidate struct {
	entry    int
	phrasing int // of the entry, that fits best
	score    float64
	features features
}

// looked is how many of the likeliest are looked at closely.
const looked = 16

// judge orders the likeliest of the entries, best first; equal ones in the order of the entries.
func (c *corpus) judge(q *query, entries []int) []candidate {
	likely := c.likeliest(q, entries, looked)
	c.closer(q, likely)
	for i := range likely {
		likely[i].score = ranking.of(likely[i].features.list())
	}
	sortBest(likely)
	return likely
}

func (c *corpus) likeliest(q *query, entries []int, most int) []candidate {
	list := make([]candidate, 0, len(entries))
	for _, entry := range entries {
		f, phrasing := q.compare(&c.entries[entry])
		list = append(list, candidate{entry, phrasing, f.likely(), f})
	}
	sortBest(list)
	return list[:min(most, len(list))]
}

func sortBest(list []candidate) {
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
}

// match says which word of the query a term is, and how surely; 0 if it is none.
type match struct {
	word   int
	surety float64
}

// matched is what the query has of each term of the index.
type matched []match

func (c *corpus) match(words []word) matched {
	has := make(matched, len(c.having))
	for i, w := range words {
		for _, m := range w.terms {
			if m.surety > has[m.term].surety {
				has[m.term] = match{i, m.surety}
			}
		}
	}
	return has
}

// maxQuestions is how many questions an index remembers, twice: customers repeat them, and a shop's window
// offers the same ones to all.
const maxQuestions = 512

// matches are the entries that fit best, with the confidence that each is meant.
func (x *Index) matches(tokens []token) []engine.Match {
	tokens = slices.CompactFunc(slices.Clone(tokens), func(a, b token) bool { return a.folded == b.folded }) // "gdzie gdzie gdzie" tells no more than "gdzie"
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.text
	}
	found := x.questions.of(strings.Join(words, " "), func() []engine.Match { return x.rank(tokens) })
	return slices.Clone(found) // the caller's to change
}

// questionWords ask nothing by themselves: "gdzie?" may be about anything.
var questionWords = wordsOf("gdzie kiedy ile jak skad dokad co kto kogo komu ktory ktora ktore jaki jaka jakie dlaczego czemu czy a i no to jest sa bedzie sie where when how what why who is it")

// bareSure is how sure a text of nothing else can be.
const bareSure = 0.36

func (x *Index) rank(tokens []token) []engine.Match {
	q := x.corpus.query(tokens)
	if !slices.ContainsFunc(q.words, func(w word) bool { return w.known || len(w.terms) > 0 }) {
		return nil // "blablabla" has letters in common with everything
	}
	ranked := x.corpus.judge(&q, x.candidates(q))
	most := 1.0
	if !slices.ContainsFunc(tokens, func(t token) bool { return !oneOf(t.folded, questionWords) }) {
		most = bareSure
	}
	matches := make([]engine.Match, 0, maxSuggestions)
	for i := range min(len(ranked), maxSuggestions) {
		if ranked[i].features.nothing() {
			break
		}
		sure := min(confidence(&q, ranked[i:]), most)
		if i > 0 { // only one is meant
			sure = min(sure, 1-matches[0].Confidence, matches[i-1].Confidence)
		}
		matches = append(matches, engine.Match{Entry: x.corpus.entries[ranked[i].entry].id, Confidence: brief(sure)})
	}
	if entry, ok := x.corpus.wordings.of(tokens); ok {
		return first(x.corpus.entries[entry].id, matches)
	}
	return matches
}

// nothing reports that query and entry share neither a word nor a meaning.
func (f *features) nothing() bool { return f.whole == 0 && f.answered == 0 && f.centre < 0.2 }

// brief is a confidence as it is kept with every message: four digits tell all there is.
func brief(sure float64) float64 { return math.Round(sure*1e4) / 1e4 }
