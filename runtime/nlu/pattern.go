package nlu

import (
	"strings"

	"okienko/runtime/nlu/morph"
)

// pattern is a folded word to look for; an open one, written with a star at the end, is a beginning of words.
type pattern struct {
	text string
	open bool
}

func patternOf(written string) pattern {
	text, open := strings.CutSuffix(written, "*")
	return pattern{text, open}
}

// patterns reads a list with spaces between.
func patterns(written string) []pattern {
	words := strings.Fields(written)
	list := make([]pattern, len(words))
	for i, word := range words {
		list[i] = patternOf(word)
	}
	return list
}

func (p pattern) is(word string) bool {
	return word == p.text || p.open && strings.HasPrefix(word, p.text)
}

// like is is, unless exact also with a slip in a long enough word.
func (p pattern) like(word string, exact bool) bool {
	if p.is(word) {
		return true
	}
	const longEnough = 5
	if exact || len(word) < longEnough || len(p.text) < longEnough {
		return false
	}
	if p.open && len(word) > len(p.text) {
		word = word[:len(p.text)]
	}
	_, ok := morph.Distance(word, p.text, 1)
	return ok
}

// shelves hold what begins with the same letter together, so that a word is compared with few of a list.
type shelves[T any] [32][]T

func (s *shelves[T]) of(word string) *[]T {
	if word == "" {
		return &s[0]
	}
	return &s[word[0]%32]
}

// words is a list of patterns to look up words in.
type words = *shelves[pattern]

func wordsOf(written string) words {
	var list shelves[pattern]
	for _, p := range patterns(written) {
		shelf := list.of(p.text)
		*shelf = append(*shelf, p)
	}
	return &list
}

// oneOf reports whether a word is one of the patterns.
func oneOf(word string, list words) bool {
	for _, p := range *list.of(word) {
		if p.is(word) {
			return true
		}
	}
	return false
}
