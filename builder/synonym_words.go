package builder

import (
	"slices"

	"okienko/builder/synonym"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

// sameAs is equal for the forms of a word.
func sameAs(word string) string {
	if read := nlu.Read(word); len(read) > 0 {
		return read[0].Terms[0]
	}
	return word
}

// vocabulary is every word of the entries and synonyms, and those put aside, in all their forms.
type vocabulary map[string]bool

func vocabularyOf(bot *flow.Bot, asides []store.Aside) vocabulary {
	known := vocabulary{}
	for _, e := range bot.Entries {
		known.add(append(slices.Clone(e.Phrases), e.Question)...)
	}
	for _, group := range bot.Synonyms {
		known.add(group...)
	}
	for _, aside := range asides {
		known[aside.Word] = true
	}
	return known
}

func (v vocabulary) add(texts ...string) {
	for _, text := range texts {
		for _, word := range nlu.Read(text) {
			for _, term := range word.Terms {
				v[term] = true
			}
		}
	}
}

// fresh tells what makes a word the same in all forms, and whether it is not known in any of them.
// Numbers and what is too short to be a word never are.
func (v vocabulary) fresh(word string) (same string, fresh bool) {
	read := nlu.Read(word)
	if len(read) != 1 || len(word) < 3 || word[0] >= '0' && word[0] <= '9' {
		return "", false
	}
	return read[0].Terms[0], !slices.ContainsFunc(read[0].Terms, func(term string) bool { return v[term] })
}

// missing are the words of a text that its entry does not explain and that are nowhere else.
func (v vocabulary) missing(words []nlu.WordReason) []synonym.Word {
	var list []synonym.Word
	for _, w := range words {
		if same, fresh := v.fresh(w.Text); fresh && w.How == "" {
			list = append(list, synonym.Word{Text: w.Text, Same: same, Weight: w.Weight})
		}
	}
	return list
}

// leftOver are the words of a phrasing that no word of a text was taken for.
func leftOver(phrasing, text []nlu.WordReason) []synonym.Word {
	var taken []string
	for _, w := range text {
		if w.Match != "" {
			taken = append(taken, sameAs(w.Match))
		}
	}
	var list []synonym.Word
	for _, w := range phrasing {
		if same := sameAs(w.Text); !slices.Contains(taken, same) {
			list = append(list, synonym.Word{Text: w.Text, Same: same, Weight: w.Weight})
		}
	}
	return list
}
