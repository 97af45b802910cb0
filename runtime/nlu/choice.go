package nlu

import (
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// ordinals are the ways of naming a button by its place; the last list is for the last button.
var ordinals = []words{
	wordsOf("pierwsz* jeden jedynk* 1szy a first one"), wordsOf("drug* dwa dwojk* 2gi b second two"), wordsOf("trzeci* trzy trojk* c third three"),
	wordsOf("czwart* cztery czworka d fourth four"), wordsOf("piat* piec fifth five"), wordsOf("szost* szesc sixth six"),
}

// last names the last button, middle that between two others.
var (
	last   = wordsOf("ostatni* dole last")
	middle = wordsOf("srodkow* middle")
)

// besideOrdinal are words that may stand beside the place of a button.
var besideOrdinal = strings.Fields("biore z od gory na gorze samym samej lista listy ta ten ta to te opcja opcje opcji wybieram punkt nr numer prosze poprosze the one option number odpowiedz przycisk")

// choiceOf is the id of the offered choice that the text names by label, place or number; "" if none or several.
func choiceOf(tokens []token, choices []engine.Choice) string {
	if len(tokens) == 0 || len(choices) == 0 {
		return ""
	}
	if id := byLabel(tokens, choices); id != "" {
		return id
	}
	if hasAny(tokens, declining) {
		return ""
	}
	if bare := undressed(tokens); len(bare) > 0 {
		tokens = bare
	}
	if place := placeOf(tokens, len(choices)); place >= 0 {
		return choices[place].ID
	}
	return byWords(tokens, choices)
}

// declining are words by which none of the choices is meant, or not the one that is named.
var declining = wordsOf("nie ani zaden zadna zadne zadnego zadnej inne inny inna innego oba obie obydwa none neither both not")

// besideChoice are words around the name of a choice that say no more than that it is chosen.
var besideChoice = wordsOf("dzien dobry wieczor czesc hej witam halo prosze poprosze chodzi mi mnie o interesuje wybieram biore chcialbym chcialabym chce w sprawie temat dzieki dziekuje please hello hi")

// undressed are the tokens without what is beside a choice.
func undressed(tokens []token) []token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return oneOf(t.folded, besideChoice) })
}

// byLabel finds the label that the text is, give or take slips.
func byLabel(tokens []token, choices []engine.Choice) string {
	for _, c := range choices {
		label := reading(c.Label)
		if len(label) == len(tokens) && slices.EqualFunc(tokens, label, func(t, l token) bool { return pattern{text: l.folded}.like(t.folded, false) }) {
			return c.ID
		}
	}
	return ""
}

// placeOf is the index of the choice that the text names by its place, -1 if it names none.
func placeOf(tokens []token, count int) int {
	place := -1
	for _, t := range tokens {
		at := ordinal(t.folded, count)
		switch {
		case at >= 0 && place < 0:
			place = at
		case !slices.Contains(besideOrdinal, t.folded):
			return -1
		}
	}
	return place
}

func ordinal(word string, count int) int {
	for i := range min(count, len(ordinals)) {
		if oneOf(word, ordinals[i]) || word == string(rune('1'+i)) {
			return i
		}
	}
	if oneOf(word, middle) && count == 3 {
		return 1
	}
	if oneOf(word, last) {
		return count - 1
	}
	return -1
}

// maxChoiceWords is the number of words above which a text says more than which button is meant.
const maxChoiceWords = 6

// byWords finds the one choice whose telling words, in any form, the text has; two such choices are none.
func byWords(tokens []token, choices []engine.Choice) string {
	if len(tokens) > maxChoiceWords {
		return ""
	}
	asked := content(tokens)
	best, most, tie := "", 0, false
	for _, c := range choices {
		shared := 0
		for _, word := range content(reading(c.Label)) {
			if slices.ContainsFunc(asked, func(typed token) bool { return isForm(typed, word) }) {
				shared++
			}
		}
		if shared > 0 && shared == most {
			tie = true
		} else if shared > most {
			best, most, tie = c.ID, shared, false
		}
	}
	if tie || most < len(asked) {
		return ""
	}
	return best
}

// content is the words that tell something.
func content(tokens []token) []token {
	const telling = 0.3
	var words []token
	for _, t := range tokens {
		if senseOf(t).weight >= telling {
			words = append(words, t)
		}
	}
	return words
}

// isForm reports whether a word typed is a form of one in a label, or a slip for it.
func isForm(typed, label token) bool {
	s := senseOf(typed)
	return overlap(s.terms, senseOf(label).terms) || !s.known && pattern{text: label.folded}.like(typed.folded, false)
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(term string) bool { return slices.Contains(b, term) })
}
