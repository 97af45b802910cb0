package learn

import (
	"cmp"
	"slices"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// Overlap is two entries that customers can't tell apart, because phrasings of theirs mean nearly the same.
type Overlap struct {
	A, B  string // ids, in the entries' order
	Pairs []Pair // the likest first
}

// Pair is a phrasing of each entry.
type Pair struct {
	A, B     string
	Likeness float64
	Stolen   bool // one of the two is answered by the other entry
}

const (
	MaxOverlaps = 100 // shown; whoever has more begins with these

	same        = 0.86 // likeness from which two phrasings mean nearly the same
	rivals      = 0.55 // and from which the index is asked which entry a phrasing belongs to
	maxRivals   = 200  // phrasings looked at beside one; more share only a common word
	maxAsked    = 1000
	maxPairs    = 5
	stolenBonus = 1
)

// Overlaps finds them. It compares only phrasings that share a telling word, so that it is quick for
// thousands of entries, and asks the index only about those that are much alike.
func Overlaps(entries []flow.Entry, mind Mind) []Overlap {
	o := overlaps{entries: entries, mind: mind, about: map[string][]int{}, pairs: map[[2]int][]Pair{}, meant: map[int]string{}}
	for i := range entries {
		for _, text := range append([]string{entries[i].Question}, entries[i].Phrases...) {
			o.add(i, text)
		}
	}
	return o.list()
}

type overlaps struct {
	entries   []flow.Entry
	mind      Mind
	phrasings []phrasing
	about     map[string][]int // phrasings by telling terms
	pairs     map[[2]int][]Pair
	order     [][2]int // the keys of pairs, as they were found
	meant     map[int]string
}

type phrasing struct {
	entry int
	text  string
	gist  nlu.Gist
}

// add compares a phrasing with those before it.
func (o *overlaps) add(entry int, text string) {
	p := phrasing{entry, text, nlu.GistOf(text)}
	keys := p.gist.Telling()
	near := candidates(keys, o.about)
	for _, other := range near[max(0, len(near)-maxRivals):] {
		if o.phrasings[other].entry != entry {
			o.compare(other, p)
		}
	}
	for _, term := range keys {
		o.about[term] = append(o.about[term], len(o.phrasings))
	}
	o.phrasings = append(o.phrasings, p)
}

func (o *overlaps) compare(before int, b phrasing) {
	a := o.phrasings[before]
	like := a.gist.Likeness(b.gist)
	if like < rivals {
		return
	}
	idA, idB := o.entries[a.entry].ID, o.entries[b.entry].ID
	stolen := o.meaning(before, a) == idB || o.meaning(len(o.phrasings), b) == idA
	if like < same && !stolen {
		return
	}
	at := [2]int{a.entry, b.entry}
	if o.pairs[at] == nil {
		o.order = append(o.order, at)
	}
	o.pairs[at] = append(o.pairs[at], Pair{a.text, b.text, like, stolen})
}

// meaning is the entry that answers a phrasing, "" if it can't be told.
func (o *overlaps) meaning(number int, p phrasing) string {
	id, asked := o.meant[number]
	if !asked && len(o.meant) < maxAsked {
		id = first(o.mind(p.text))
		o.meant[number] = id
	}
	return id
}

// list has the worst first: those where phrasings are stolen, then the likest.
func (o *overlaps) list() []Overlap {
	var list []Overlap
	for _, at := range o.order {
		pairs := o.pairs[at]
		slices.SortStableFunc(pairs, func(a, b Pair) int { return cmp.Compare(b.weight(), a.weight()) })
		list = append(list, Overlap{o.entries[at[0]].ID, o.entries[at[1]].ID, pairs[:min(len(pairs), maxPairs)]})
	}
	slices.SortStableFunc(list, func(a, b Overlap) int {
		return cmp.Or(cmp.Compare(b.Pairs[0].weight(), a.Pairs[0].weight()), cmp.Compare(len(b.Pairs), len(a.Pairs)))
	})
	return list[:min(len(list), MaxOverlaps)]
}

func (p Pair) weight() float64 {
	if p.Stolen {
		return p.Likeness + stolenBonus
	}
	return p.Likeness
}
