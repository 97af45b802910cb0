package nlu

import (
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// verbatim is the confidence in an entry one of whose phrasings the text is, give or take diacritics, forms of
// words and what stands between them: the owner herself wrote that it is answered so.
const verbatim = 0.99

// wordings are the phrasings by their dictionary forms; several entries with one wording have none.
type wordings map[string]int

const ambiguous = -1

func (w wordings) add(tokens []token, entry int) {
	key := wording(tokens)
	if there, ok := w[key]; ok && there != entry {
		entry = ambiguous
	}
	w[key] = entry
}

// of is the entry that has the wording.
func (w wordings) of(tokens []token) (entry int, ok bool) {
	entry, ok = w[wording(tokens)]
	return entry, ok && entry != ambiguous
}

func wording(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.folded
		if terms := senseOf(t).terms; len(terms) > 0 {
			words[i] = terms[0]
		}
	}
	return strings.Join(slices.Compact(words), " ")
}

// first puts an entry before the others.
func first(id string, matches []engine.Match) []engine.Match {
	list := []engine.Match{{Entry: id, Confidence: verbatim}}
	for _, m := range matches {
		if m.Entry != id && len(list) < maxSuggestions {
			list = append(list, engine.Match{Entry: m.Entry, Confidence: min(m.Confidence, brief(1-verbatim))})
		}
	}
	return list
}
