package nlu

import (
	"math"
	"slices"

	"okienko/runtime/flow"
	"okienko/runtime/nlu/intent"
)

// corpus is what the ranking keeps of the entries: their phrasings as slots of terms.
type corpus struct {
	entries   []document
	terms     map[string]int32
	wordings  wordings
	having    [][]int32    // the entries that have a term in their phrasings or topic
	rare      []float64    // how few entries have a term at all, in their answers too
	strangers []string     // terms that the dictionary does not know
	meant     []lengthened // each word of the entries, once
	meantBy   map[string]int32
	words     *memo[word] // of queries
	model     *intent.Model
	own       *synonyms
}

// document is one entry.
type document struct {
	id        string
	phrasings []phrasing
	all       []int32         // every term of the phrasings and the topic, sorted
	answer    []int32         // and of the answer
	words     []int32         // every word of all of them, in corpus.meant
	centre    intent.Vector   // of phrasings, topic and answer together
	intents   []intent.Likely // of the centre
}

// phrasing is one way of asking: a slot for each word.
type phrasing struct {
	text  string
	slots []slot
	grams gramVector
	kinds kinds
	sense intent.Vector
}

type slot struct {
	terms    []int32
	concepts []int32
	word     int32   // in corpus.meant
	weight   float64 // how much the word tells
}

func newCorpus(k Knowledge, model *intent.Model) *corpus {
	c := &corpus{
		terms: map[string]int32{}, wordings: wordings{}, words: newMemo[word](maxWords), meantBy: map[string]int32{},
		model: model, own: newSynonyms(k.Synonyms),
	}
	for i := range k.Entries {
		c.add(&k.Entries[i])
	}
	c.meantBy = nil // the slots hold what is needed of it
	c.weigh()
	c.count()
	c.lineUp()
	return c
}

func (c *corpus) add(e *flow.Entry) {
	d := document{id: e.ID}
	for _, text := range append([]string{e.Question}, e.Phrases...) {
		if p := c.phrasing(text); len(p.slots) > 0 {
			d.phrasings = append(d.phrasings, p)
			d.all = p.gather(d.all)
			c.wordings.add(tokenize(p.text), len(c.entries))
		}
	}
	topic, answer := c.phrasing(e.Topic), c.phrasing(e.Answer)
	d.all, d.answer = set(topic.gather(d.all)), set(answer.gather(nil))
	d.words = wordsIn(append(slices.Clone(d.phrasings), topic, answer))
	d.centre = c.centre(d.phrasings, topic, answer)
	d.intents = c.model.Intents(d.centre)
	for _, term := range d.all {
		c.having[term] = append(c.having[term], int32(len(c.entries)))
	}
	c.entries = append(c.entries, d)
}

// gather adds the terms of all slots.
func (p *phrasing) gather(terms []int32) []int32 {
	for _, s := range p.slots {
		terms = append(append(terms, s.terms...), s.concepts...)
	}
	return terms
}

func wordsIn(texts []phrasing) []int32 {
	var list []int32
	for _, p := range texts {
		for _, s := range p.slots {
			list = append(list, s.word)
		}
	}
	return set(list)
}

// set sorts and takes out what is there twice.
func set(terms []int32) []int32 {
	slices.Sort(terms)
	return slices.Clip(slices.Compact(terms))
}

const (
	answerShare = 0.5 // of an entry's answer in its centre, beside each phrasing
	topicShare  = 0.25
)

func (c *corpus) centre(phrasings []phrasing, topic, answer phrasing) intent.Vector {
	centre := c.model.Vector(nil)
	for _, p := range phrasings {
		centre.Add(1, p.sense)
	}
	centre.Add(answerShare, answer.sense)
	centre.Add(topicShare, topic.sense)
	return centre.Unit()
}

func (c *corpus) phrasing(text string) phrasing {
	text = clip(text)
	tokens := tokenize(text)
	p := phrasing{
		text: text, slots: make([]slot, 0, len(tokens)),
		grams: grams(tokens), kinds: kindsOf(tokens), sense: c.model.Sum(textPieces(tokens)),
	}
	words := phraseOf(tokens)
	for i, t := range tokens {
		s := senseOf(t)
		p.slots = append(p.slots, slot{
			terms: c.internAll(s.terms, s.known), concepts: c.internAll(c.alike(s, words, i), true),
			word: c.meaningOf(t, s), weight: s.weight,
		})
		c.meant[p.slots[i].word].addTo(p.sense)
	}
	p.sense.Unit()
	return p
}

// meaningOf is worked out once for each word of the entries.
func (c *corpus) meaningOf(t token, s sense) int32 {
	at, ok := c.meantBy[t.text]
	if !ok {
		at = int32(len(c.meant))
		c.meant, c.meantBy[t.text] = append(c.meant, lengthen(c.model.Sum(wordPieces(t, s)))), at
	}
	return at
}

// alike are the terms of what a word may stand for: concepts, its family, the owner's synonyms.
func (c *corpus) alike(s sense, words phrase, i int) []string {
	list := append(slices.Clone(s.concepts), s.families...)
	for _, group := range c.own.at(words, i) {
		list = append(list, ownTerm(group))
	}
	return list
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

// count finds out how few entries have each term at all.
func (c *corpus) count() {
	n := float64(len(c.entries))
	c.rare = make([]float64, len(c.having))
	for i := range c.entries {
		d := &c.entries[i]
		for _, term := range set(append(slices.Clone(d.all), d.answer...)) {
			c.rare[term]++
		}
	}
	for i, having := range c.rare {
		if having > 0 {
			c.rare[i] = math.Log(1+n/having) / math.Log(1+n)
		}
	}
}
