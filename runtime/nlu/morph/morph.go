// Package morph knows the words of Polish: the dictionary forms of a word, typed with or without
// diacritics, the words near a misspelt one, and how common a word is.
// Its dictionary is unpacked at the first word: see SOURCES.md for where the data come from.
package morph

import (
	"bytes"
	_ "embed"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

//go:embed polish.dict.br
var polish []byte

// words is the dictionary, once load has run.
var words *automaton

// load unpacks the dictionary. Everything exported that asks it calls load first.
var load = sync.OnceFunc(func() { words = mustOpen(unpacked(polish)) })

// dictionarySize is that of the unpacked dictionary: so much memory is asked for, and no more.
const dictionarySize = 2_797_415

func unpacked(packed []byte) []byte {
	data := make([]byte, dictionarySize)
	if _, err := io.ReadFull(brotli.NewReader(bytes.NewReader(packed)), data); err != nil {
		panic(err) // the file is built in
	}
	return data
}

const separator = ';' // between form, coded lemma and tag

func mustOpen(data []byte) *automaton {
	a, err := newAutomaton(data)
	if err != nil {
		panic(err)
	}
	return a
}

// Lemmas are the dictionary forms of a lower-case word, folded (see Fold), sorted. A letter without
// a diacritic in the word also stands for the letter with one, unless the word as typed is known.
// A word that is not in the dictionary has none.
func Lemmas(word string) []string {
	load()
	if len(word) > maxWord {
		return nil
	}
	if word != Fold(word) {
		if lemmas := lookup(word, false); lemmas != nil {
			return lemmas
		}
		word = Fold(word)
	}
	return lookup(word, true)
}

// maxWord is the length in bytes above which nothing is a word.
const maxWord = 40

func lookup(word string, anyDiacritic bool) []string {
	s := search{any: anyDiacritic}
	s.walk(words.root(), []rune(word), s.buffer[:0])
	if s.found == nil { // a name
		s.capital = true
		s.walk(words.root(), []rune(word), s.buffer[:0])
	}
	slices.Sort(s.found)
	return slices.Compact(s.found)
}

type search struct {
	any, capital bool
	found        []string
	buffer       [maxWord * 2]byte
}

func (s *search) walk(node int, rest []rune, form []byte) {
	if len(rest) == 0 {
		s.found = append(s.found, lemmasAt(node, form)...)
		return
	}
	for _, spelling := range s.spellings(rest[0], len(form) == 0) {
		if next := follow(node, spelling); next > 0 {
			s.walk(next, rest[1:], append(form, spelling...))
		}
	}
}

func (s *search) spellings(letter rune, first bool) []string {
	spellings := []string{string(letter)}
	if s.any {
		spellings = Variants(letter)
	}
	if first && s.capital {
		capitals := make([]string, len(spellings))
		for i, spelling := range spellings {
			capitals[i] = strings.ToUpper(spelling)
		}
		return capitals
	}
	return spellings
}

// follow goes along the bytes of one letter; 0 if there is no way.
func follow(node int, letter string) int {
	for i := range len(letter) {
		arc := words.find(node, letter[i])
		if arc < 0 {
			return 0
		}
		node = words.target(arc)
	}
	return node
}
