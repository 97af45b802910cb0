// Package lexicon knows what shops and their customers call one and the same thing: "kasa" and "środki"
// are money, "apka" is the shop's site. The data files are the whole of it.
package lexicon

import (
	_ "embed"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"sync"

	"okienko/runtime/packed"
)

//go:generate go run okienko/runtime/packed/pack lexicon.br *.txt

//go:embed lexicon.br
var lexicon []byte

// Version differs between any two versions of the data files: what was made with one does not fit another.
func Version() uint32 { return crc32.ChecksumIEEE(lexicon) }

// texts are the data files by name.
var texts = sync.OnceValue(func() map[string]string { return packed.Files(lexicon) })

// words maps a word, as a dictionary form or as it is typed, to the names of its concepts. It is read on first use.
var words = sync.OnceValue(func() map[string][]string {
	words := map[string][]string{}
	for _, line := range lines() {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(list) {
			if !slices.Contains(words[word], name) {
				words[word] = append(words[word], name)
			}
		}
	}
	return words
})

// lines are those of all files of concepts, in the order of the files' names.
func lines() (lines []string) {
	for _, name := range slices.Sorted(maps.Keys(texts())) {
		if name != "foreign.txt" && name != "chat.txt" {
			lines = append(lines, strings.Split(texts()[name], "\n")...)
		}
	}
	return lines
}

// Concepts are the names of what a folded word may stand for, in the order of the files.
func Concepts(word string) []string { return words()[word] }

var foreigners = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, line := range strings.Split(texts()["foreign.txt"], "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(line) {
			words[word] = true
		}
	}
	return words
})

// Foreign reports whether a folded word belongs to other business than a shop's.
func Foreign(word string) bool { return foreigners()[word] }

var shortened = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for _, line := range strings.Split(texts()["chat.txt"], "\n") {
		if typed, meant, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "#") {
			words[typed] = meant
		}
	}
	return words
})

// Meant is what a folded word of chat stands for: "nr" is "numer"; other words stand for themselves.
func Meant(word string) string {
	if meant, ok := shortened()[word]; ok {
		return meant
	}
	return word
}
