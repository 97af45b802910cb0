package nlu

import (
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/runtime/nlu/morph"
)

// query is a customer's text as the ranking sees it.
type query struct {
	words []word
	grams gramVector
	total float64 // weight of all words
}

// word is a token of a query: which terms of the index it may mean, and how surely.
type word struct {
	terms  []meaning
	weight float64
	known  bool // to the dictionary
}

type meaning struct {
	term   int32
	surety float64 // 1: the word itself
}

const (
	repairLoss  = 0.3  // surety lost per unit of a misspelling's cost
	strangeLoss = 0.7  // surety of repairing a word that is right as it stands
	nearBest    = 0.31 // repairs that cost this much more than the best are left out
	maxRepairs  = 6
	rareWord    = 0.9 // weight from which a known word may still be a slip
)

func (c *corpus) query(tokens []token) query {
	q := query{words: make([]word, 0, len(tokens)), grams: grams(tokens)}
	for _, t := range tokens {
		w := c.word(t)
		q.total += w.weight
		q.words = append(q.words, w)
	}
	return q
}

func (c *corpus) word(t token) word {
	s := senseOf(t)
	w := word{weight: s.weight, known: s.known}
	var ids []int32
	for _, term := range s.terms {
		if id, ok := c.terms[term]; ok {
			ids = append(ids, id)
			w.terms = append(w.terms, meaning{id, 1})
		}
	}
	if len(w.terms) == 0 && !isNumber(t.text) {
		w.terms = c.repair(t.folded, s)
		for _, m := range w.terms {
			ids = append(ids, m.term)
		}
	}
	w.weight *= c.rarity(ids)
	return w
}

// repair finds what a misspelt word may mean: words of the dictionary and of the index near it.
func (c *corpus) repair(folded string, s sense) []meaning {
	surety := 1.0
	if s.known {
		if s.weight < rareWord {
			return nil
		}
		surety = strangeLoss
	}
	near := morph.Near(folded, func(lemma string) bool { _, ok := c.terms[lemma]; return ok })
	near = append(near, c.nearStrangers(folded)...)
	slices.SortStableFunc(near, func(a, b morph.Neighbour) int {
		if a.Cost != b.Cost {
			return int(1000 * (a.Cost - b.Cost))
		}
		return strings.Compare(a.Form, b.Form)
	})
	var meanings []meaning
	for _, n := range near {
		if n.Cost > near[0].Cost+nearBest || len(meanings) >= maxRepairs {
			break
		}
		meanings = c.mean(meanings, n, surety*(1-repairLoss*n.Cost))
	}
	return meanings
}

func (c *corpus) mean(meanings []meaning, n morph.Neighbour, surety float64) []meaning {
	for _, lemma := range n.Lemmas {
		id := c.terms[lemma]
		if !slices.ContainsFunc(meanings, func(m meaning) bool { return m.term == id }) {
			meanings = append(meanings, meaning{id, surety})
		}
	}
	return meanings
}

// nearStrangers compares with the index's words that no dictionary holds: names of products and places.
func (c *corpus) nearStrangers(folded string) []morph.Neighbour {
	folded = stem(folded)
	limit := morph.MaxCost(utf8.RuneCountInString(folded))
	if limit == 0 {
		return nil
	}
	var near []morph.Neighbour
	for _, term := range c.strangers {
		if diff := len(term) - len(folded); diff > 3 || diff < -3 {
			continue
		}
		if cost, ok := morph.Distance(folded, term, limit); ok {
			near = append(near, morph.Neighbour{Form: term, Lemmas: []string{term}, Cost: cost})
		}
	}
	return near
}
