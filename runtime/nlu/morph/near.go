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

// maxVisits bounds the walk for one word; words of ten letters with two errors need about 30,000.
const maxVisits = 60_000

// Near are the words of the dictionary near the folded word, in the dictionary's order: those within one
// error, and only if there are none those as far as MaxCost. limit, in letters, may be lower than that.
// keep says which lemmas are of interest; words without such a lemma are left out.
func Near(folded string, limit float64, keep func(lemma string) bool) []Neighbour {
	load()
	most := min(maxCost(utf8.RuneCountInString(folded)), int(limit*whole))
	if most == 0 || len(folded) > maxWord {
		return nil
	}
	for _, limit := range []int{min(most, whole), most} {
		n := nearby{distance: newDistance(folded, limit), keep: keep}
		n.walk(words.root(), 0, 0)
		if n.found != nil || limit == most {
			return n.found
		}
	}
	return nil
}

type nearby struct {
	distance *distance
	keep     func(string) bool
	found    []Neighbour
	visits   int
	bytes    [maxWord * 2]byte // of the form being walked
	length   int
}

// walk goes through all letters that follow at node; pending is the first byte of a letter of two, or 0.
func (n *nearby) walk(node, depth int, pending byte) {
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
			n.walk(words.target(arc), depth, label)
		} else if letter != 0 && n.distance.step(depth+1, letter) {
			node := words.target(arc)
			n.accept(node, depth+1)
			n.walk(node, depth+1, 0)
		}
		n.length--
	}
}

// join makes a folded letter out of the bytes of a Polish one; 0 if it is not one.
func join(pending, label byte) (letter byte, whole bool) {
	if pending == 0 {
		return label, label < utf8.RuneSelf
	}
	switch string([]byte{pending, label}) {
	case "ą":
		return 'a', true
	case "ć":
		return 'c', true
	case "ę":
		return 'e', true
	case "ł":
		return 'l', true
	case "ń":
		return 'n', true
	case "ó":
		return 'o', true
	case "ś":
		return 's', true
	case "ź", "ż":
		return 'z', true
	}
	return 0, true
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
		n.found = append(n.found, Neighbour{Form: Fold(strings.ToLower(string(form))), Lemmas: lemmas, Cost: float64(cost) / whole})
	}
}
