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
	families []string
	weight   float64
	known    bool // in the dictionary
	polish   bool // in the dictionary as it is typed, not as what it is short for
}

// senses of words that were looked up: a megabyte or two for all indexes together.
var senses = newMemo[sense](4096)

// senseOf looks a token up.
func senseOf(t token) sense {
	return senses.of(t.text, func() sense { return lookUp(t) })
}

func lookUp(t token) sense {
	if isNumber(t.text) {
		return sense{terms: []string{t.folded}, weight: numberWeight, known: true}
	}
	lemmas := morph.Lemmas(t.text)
	polish := lemmas != nil
	if meant := lexicon.Meant(t.folded); meant != t.folded {
		t = token{meant, meant}
		lemmas = morph.Lemmas(meant)
	}
	if lemmas == nil {
		s := stem(t.folded) // a word that is not in the dictionary
		return sense{terms: []string{s}, concepts: concepts(t.folded, s), families: families([]string{s}), weight: weight(s, t.folded), polish: polish}
	}
	return sense{terms: lemmas, concepts: concepts(append(lemmas, t.folded)...), families: families(lemmas), weight: weight(lemmas...), known: true, polish: polish}
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
