package nlu

import (
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/runtime/nlu/intent"
	"okienko/runtime/nlu/lexicon"
	"okienko/runtime/nlu/morph"
)

// query is a customer's text as the ranking sees it.
type query struct {
	words []word
	grams gramVector
	kinds kinds
	total float64 // weight of all words
	has   matched
	rare  []float64 // the corpus's

	sense   intent.Vector
	wants   []intent.Likely
	foreign float64 // probability that it is not a shop's business
	strange float64 // how near in meaning an entry must be to be what is asked
}

// word is a token of a query: which terms of the index it may mean, and how surely.
type word struct {
	terms  []meaning
	weight float64
	known  bool // to the dictionary or the model
	spelt  bool // right: taken for what it is, not for a word near it
	sense  lengthened
	pieces []intent.Piece // with those of what it may be misspelt for
	away   bool           // of other people's business, and the index does not have it
}

type meaning struct {
	term   int32
	surety float64 // 1: the word itself
}

const (
	ownSurety     = 0.9  // of another word that the owner says means the same
	familySurety  = 0.7  // of a word of the same family
	conceptSurety = 0.75 // of another word for the same thing
	repairLoss    = 0.3  // surety lost per unit of a misspelling's cost
	strangeLoss   = 0.7  // surety of repairing a word that is right as it stands
	nearBest      = 0.31 // repairs that cost this much more than the best are left out
	maxRepairs    = 6
	oneSlip       = 1.0 // errors allowed in a known word, in letters
	anySlips      = 2.0 // and in an unknown one, if it is long
	longWord      = 5   // letters from which a known word may be a slip
	rareWord      = 0.9 // weight from which a known word may still be a slip
)

func (c *corpus) query(tokens []token) query {
	q := query{words: make([]word, 0, len(tokens)), grams: grams(tokens), kinds: kindsOf(tokens)}
	texts := phraseOf(tokens)
	for i, t := range tokens {
		w := c.withSynonyms(c.word(t), texts, i)
		q.total += w.weight
		q.words = append(q.words, w)
	}
	q.has = c.match(q.words)
	q.rare = c.rare
	q.sense = c.model.Sum(textPieces(tokens))
	for i := range q.words {
		q.words[i].sense.addTo(q.sense)
	}
	q.sense.Unit()
	q.wants = c.model.Intents(q.sense)
	q.foreign = c.model.Foreign(q.wants)
	q.strange = c.model.Strange(q.sense)
	return q
}

// maxWords is how many words of queries an index remembers, twice: about a megabyte.
const maxWords = 2048

// word remembers what it worked out: repairing a misspelt word takes longer than all the rest.
func (c *corpus) word(t token) word {
	return c.words.of(t.text, func() word { return c.readWord(t) })
}

func (c *corpus) readWord(t token) word {
	s := senseOf(t)
	w := word{weight: s.weight, known: s.known, spelt: true, pieces: wordPieces(t, s)}
	w.terms = c.meanings(c.meanings(c.meanings(nil, s.terms, 1), s.concepts, conceptSurety), s.families, familySurety)
	if len(w.terms) == 0 && !isNumber(t.text) {
		w.spelt = false
		var repaired []intent.Piece
		w.terms, repaired = c.repair(t.folded, s)
		w.pieces = append(w.pieces, repaired...)
	}
	if len(w.terms) == 0 || w.terms[0].surety < 1 {
		w.away = lexicon.Foreign(t.folded) || slices.ContainsFunc(s.terms, lexicon.Foreign)
	}
	w.known = w.known || slices.ContainsFunc(s.terms, func(term string) bool { return c.model.Has("l" + term) })
	w.weight *= c.rarity(w.surest())
	w.sense = lengthen(c.model.Sum(w.pieces))
	return w
}

// meanings adds those of the terms that the index has.
func (c *corpus) meanings(list []meaning, terms []string, surety float64) []meaning {
	for _, term := range terms {
		if id, ok := c.terms[term]; ok && !slices.ContainsFunc(list, func(m meaning) bool { return m.term == id }) {
			list = append(list, meaning{id, surety})
		}
	}
	return list
}

// surest are the terms that the word most likely means.
func (w word) surest() []int32 {
	most := 0.0
	for _, m := range w.terms {
		most = max(most, m.surety)
	}
	var ids []int32
	for _, m := range w.terms {
		if m.surety == most {
			ids = append(ids, m.term)
		}
	}
	return ids
}

// repair finds what a misspelt word may mean: words of the dictionary and of the index near it.
func (c *corpus) repair(folded string, s sense) (meanings []meaning, others []intent.Piece) {
	surety, limit := 1.0, anySlips
	if s.known {
		if s.weight < rareWord || len(folded) < longWord {
			return nil, nil
		}
		surety, limit = strangeLoss, oneSlip
	}
	near := morph.Near(folded, limit, c.knows)
	near = append(near, c.nearStrangers(folded, limit)...)
	slices.SortStableFunc(near, func(a, b morph.Neighbour) int {
		if a.Cost != b.Cost {
			return int(1000 * (a.Cost - b.Cost))
		}
		return strings.Compare(a.Form, b.Form)
	})
	for _, n := range near {
		if n.Cost > near[0].Cost+nearBest || len(meanings) >= maxRepairs {
			break
		}
		loss := surety * (1 - repairLoss*n.Cost)
		meanings = c.meanings(meanings, n.Lemmas, loss)
		meanings = c.meanings(meanings, concepts(n.Lemmas...), loss*conceptSurety)
		if !s.known {
			others = append(others, repairedPieces(n.Lemmas, loss)...)
		}
	}
	return meanings, others
}

// knows reports whether the index has a word, or another word for the same thing.
func (c *corpus) knows(lemma string) bool {
	if _, ok := c.terms[lemma]; ok || c.model.Has("l"+lemma) {
		return true
	}
	return slices.ContainsFunc(lexicon.Concepts(lemma), func(name string) bool { _, ok := c.terms[conceptMark+name]; return ok })
}

// nearStrangers compares with the index's words that no dictionary holds: names of products and places.
func (c *corpus) nearStrangers(folded string, limit float64) []morph.Neighbour {
	folded = stem(folded)
	limit = min(limit, morph.MaxCost(utf8.RuneCountInString(folded)))
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

// withSynonyms adds what the owner says a word stands for.
func (c *corpus) withSynonyms(w word, texts phrase, i int) word {
	groups := c.own.at(texts, i)
	for _, group := range groups {
		w.terms = c.meanings(slices.Clip(w.terms), []string{ownTerm(group)}, ownSurety)
		w.pieces = append(slices.Clip(w.pieces), c.own.vectors[group]...)
		w.away = false
	}
	if groups != nil {
		w.sense = lengthen(c.model.Sum(w.pieces))
	}
	return w
}

func repairedPieces(lemmas []string, surety float64) []intent.Piece {
	var list []intent.Piece
	for _, lemma := range lemmas {
		list = append(list, intent.Piece{Name: "l" + lemma, Share: float32(surety) / float32(len(lemmas))})
	}
	return list
}
