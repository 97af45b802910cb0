package morph

import (
	"strings"
	"unicode/utf8"
)

// Neighbour is a word of the dictionary near a misspelt one.
type Neighbour struct {
	Form   string // folded
	Lemmas []string
	Cost   float64
}

// maxVisits bounds the walk for one word. Words of eight letters with two errors need up to 40,000.
const maxVisits = 60_000

// Near are the words of the dictionary within the allowed cost of the folded word, in the dictionary's order.
// keep says which lemmas are of interest; words without such a lemma are left out.
func Near(folded string, keep func(lemma string) bool) []Neighbour {
	limit := MaxCost(utf8.RuneCountInString(folded))
	if limit == 0 || len(folded) > maxWord {
		return nil
	}
	n := nearby{distance: newDistance(folded, limit), keep: keep}
	n.walk(words.root(), 0, nil)
	return n.found
}

type nearby struct {
	distance *distance
	keep     func(string) bool
	found    []Neighbour
	visits   int
	bytes    [maxWord * 2]byte // of the form being walked
	length   int
}

// walk goes through all letters that follow at node; pending holds the first byte of a letter of two.
func (n *nearby) walk(node, depth int, pending []byte) {
	if node == 0 || n.visits >= maxVisits {
		return
	}
	for arc := words.first(node); arc >= 0; arc = words.next(arc) {
		label := words.label(arc)
		if label == separator || label >= 'A' && label <= 'Z' {
			continue // names are found by lookup; near names would turn typos into surnames
		}
		n.visits++
		letter, whole := join(pending, label)
		n.bytes[n.length] = label
		n.length++
		if !whole {
			n.walk(words.target(arc), depth, []byte{label})
		} else if letter != 0 && n.distance.step(depth+1, letter) {
			n.accept(words.target(arc), depth+1)
			n.walk(words.target(arc), depth+1, nil)
		}
		n.length--
	}
}

// join makes a folded letter out of the bytes of a Polish one; 0 if it is not one.
func join(pending []byte, label byte) (letter byte, whole bool) {
	if len(pending) == 0 {
		return label, label < utf8.RuneSelf
	}
	folded := Fold(string([]byte{pending[0], label}))
	if len(folded) != 1 {
		return 0, true
	}
	return folded[0], true
}

func (n *nearby) accept(node, depth int) {
	cost, ok := n.distance.cost(depth)
	if !ok {
		return
	}
	form := n.bytes[:n.length]
	var lemmas []string
	for _, lemma := range lemmasAt(node, form) {
		if n.keep(lemma) {
			lemmas = append(lemmas, lemma)
		}
	}
	if lemmas != nil {
		n.found = append(n.found, Neighbour{Form: Fold(strings.ToLower(string(form))), Lemmas: lemmas, Cost: cost})
	}
}
