package nlu

import (
	"slices"
	"strings"

	"okienko/runtime/nlu/lexicon"
	"okienko/runtime/nlu/morph"
)

// How much a token tells about what is asked.
const (
	leastWeight  = 0.03 // of the most common words
	numberWeight = 0.25
)

// sense is what a token means to the index: its terms, and how much it tells, 0 to 1.
type sense struct {
	terms    []string // dictionary forms, or the stem of an unknown word
	concepts []string // what they stand for in a shop
	weight   float64
	known    bool // in the dictionary
}

// senseOf looks a token up. A word that is not in the dictionary is its own stem.
func senseOf(t token) sense {
	if isNumber(t.text) {
		return sense{terms: []string{t.folded}, weight: numberWeight, known: true}
	}
	if meant := lexicon.Meant(t.folded); meant != t.folded {
		t = token{meant, meant}
	}
	lemmas := morph.Lemmas(t.text)
	if lemmas == nil {
		s := stem(t.folded)
		return sense{terms: []string{s}, concepts: concepts(t.folded, s), weight: weight(s, t.folded)}
	}
	return sense{terms: lemmas, concepts: concepts(append(lemmas, t.folded)...), weight: weight(lemmas...), known: true}
}

// conceptMark begins the term of a concept, which is no word.
const conceptMark = "#"

func concepts(words ...string) []string {
	var terms []string
	for _, word := range words {
		for _, name := range lexicon.Concepts(word) {
			if term := conceptMark + name; !slices.Contains(terms, term) {
				terms = append(terms, term)
			}
		}
	}
	return terms
}

// weight takes the commonest reading: "mam" is hardly ever about mothers.
func weight(lemmas ...string) float64 {
	common := 0.0
	for _, lemma := range lemmas {
		common = max(common, morph.Commonness(lemma))
	}
	return max(leastWeight, 1-common)
}

// endings of nouns and adjectives, longest first, for names that no dictionary holds.
var endings = []string{"owaniem", "owania", "owanie", "iego", "iemu", "owie", "ami", "ach", "ego", "emu", "ych", "ymi", "iem", "ow", "om", "em", "ie", "ej", "ym", "y", "i", "e", "a", "u", "o"}

// stem cuts the ending of an unknown folded word: "paczkomatu" and "paczkomaty" are one term.
func stem(folded string) string {
	const least = 4
	for _, ending := range endings {
		if rest, ok := strings.CutSuffix(folded, ending); ok && len(rest) >= least {
			return rest
		}
	}
	return folded
}
