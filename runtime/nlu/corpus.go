package nlu

import (
	"math"
	"slices"

	"okienko/runtime/flow"
)

// corpus is what the ranking keeps of the entries: their phrasings as slots of terms.
type corpus struct {
	entries   []document
	terms     map[string]int32
	having    [][]int32   // the entries that have a term
	strangers []string    // terms that the dictionary does not know
	words     *memo[word] // of queries
}

// document is one entry.
type document struct {
	id        string
	phrasings []phrasing
	all       []int32 // every term of the entry, its topic's too, sorted
}

// phrasing is one way of asking: a slot for each word.
type phrasing struct {
	slots []slot
	grams gramVector
	kinds kinds
}

type slot struct {
	terms    []int32
	concepts []int32
	weight   float64 // how much the word tells
}

func newCorpus(entries []flow.Entry) *corpus {
	c := &corpus{terms: map[string]int32{}, words: newMemo[word](maxWords)}
	for i := range entries {
		c.add(&entries[i])
	}
	c.weigh()
	return c
}

func (c *corpus) add(e *flow.Entry) {
	d := document{id: e.ID}
	for _, text := range append([]string{e.Question}, e.Phrases...) {
		if p := c.phrasing(text); len(p.slots) > 0 {
			d.phrasings = append(d.phrasings, p)
			d.gather(p)
		}
	}
	d.gather(c.phrasing(e.Topic))
	slices.Sort(d.all)
	d.all = slices.Clip(slices.Compact(d.all))
	for _, term := range d.all {
		c.having[term] = append(c.having[term], int32(len(c.entries)))
	}
	c.entries = append(c.entries, d)
}

func (d *document) gather(p phrasing) {
	for _, s := range p.slots {
		d.all = append(append(d.all, s.terms...), s.concepts...)
	}
}

func (c *corpus) phrasing(text string) phrasing {
	tokens := tokenize(clip(text))
	p := phrasing{slots: make([]slot, 0, len(tokens)), grams: grams(tokens), kinds: kindsOf(tokens)}
	for _, t := range tokens {
		s := senseOf(t)
		p.slots = append(p.slots, slot{c.internAll(s.terms, s.known), c.internAll(s.concepts, true), s.weight})
	}
	return p
}

func (c *corpus) internAll(terms []string, known bool) []int32 {
	ids := make([]int32, len(terms))
	for i, term := range terms {
		ids[i] = c.intern(term, known)
	}
	return ids
}

func (c *corpus) intern(term string, known bool) int32 {
	id, ok := c.terms[term]
	if !ok {
		id = int32(len(c.having))
		c.terms[term] = id
		c.having = append(c.having, nil)
		if !known {
			c.strangers = append(c.strangers, term)
		}
	}
	return id
}

// weigh multiplies each slot's weight by how rare its terms are among the entries.
func (c *corpus) weigh() {
	for i := range c.entries {
		for j := range c.entries[i].phrasings {
			slots := c.entries[i].phrasings[j].slots
			for k := range slots {
				slots[k].weight *= c.rarity(slots[k].terms)
			}
		}
	}
}

// rarity is between 0 (in every entry) and 1 (in one), by the commonest of the terms.
func (c *corpus) rarity(terms []int32) float64 {
	least := 1.0
	n := float64(len(c.entries))
	for _, term := range terms {
		if f := float64(len(c.having[term])); f > 0 {
			least = min(least, math.Log(1+n/f)/math.Log(1+n))
		}
	}
	return least
}
