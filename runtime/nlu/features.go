package nlu

import (
	"okienko/runtime/nlu/intent"
)

// features compare a query with an entry; each is between 0 and 1, whatever the size of the FAQ.
type features struct {
	asked    float64 // how much of the query the best phrasing has
	phrased  float64 // how much of that phrasing the query has
	whole    float64 // how much of the query the entry has, all phrasings together
	answered float64 // how much of it the answer has, in words that few answers have
	kind     float64 // how far they ask the same about a thing
	sense    float64 // cosine of query and phrasing in the model of intents
	centre   float64 // and of query and entry
	intents  float64 // how likely both have one intent

	// What takes longer is worked out for the best only.
	spelling   float64 // how alike query and best phrasing are letter by letter
	missed     float64 // how much of the query is near in meaning to no word of the entry
	mostMissed float64 // and how much the heaviest of such words weighs
}

// quick are the features that every candidate gets.
func (f *features) quick() []float64 {
	return []float64{f.asked, f.phrased, f.whole, f.answered, f.kind, f.sense, f.centre, f.intents}
}

func (f *features) list() []float64 { return append(f.quick(), f.spelling, f.missed, f.mostMissed) }

// likely is a first guess at how well a candidate fits.
func (f *features) likely() float64 {
	return quickWeights[0]*f.asked + quickWeights[1]*f.phrased + quickWeights[2]*f.whole + quickWeights[3]*f.answered +
		quickWeights[4]*f.kind + quickWeights[5]*f.sense + quickWeights[6]*f.centre + quickWeights[7]*f.intents
}

// compare finds the phrasing that fits best, and the quick features.
func (q *query) compare(d *document) (best features, phrasing int) {
	most := 0.0
	for i := range d.phrasings {
		f := q.against(&d.phrasings[i])
		if score := f.likely(); i == 0 || score > most {
			best, phrasing, most = f, i, score
		}
	}
	best.whole = q.coverage(d.all)
	best.answered = q.answerCoverage(d.answer)
	best.centre = float64(max(0, q.sense.Dot(d.centre)))
	best.intents = float64(intent.Overlap(q.wants, d.intents))
	return best, phrasing
}

// closer adds what takes longer.
func (c *corpus) closer(q *query, likely []candidate) {
	near := c.nearness(q, likely)
	for i := range likely {
		f, d := &likely[i].features, &c.entries[likely[i].entry]
		f.spelling = q.grams.cosine(d.phrasings[likely[i].phrasing].grams)
		f.missed, f.mostMissed = near.missed(q, d)
	}
}

// nearness is how near in meaning each word of a query is to each word of some entries, worked out once: entries
// have many words in common.
type nearness struct {
	column []int32     // of a word in corpus.meant, from 1; 0 for words that none of the entries has
	rows   [][]float32 // for each word of the query
}

func (c *corpus) nearness(q *query, likely []candidate) nearness {
	n := nearness{column: make([]int32, len(c.meant)), rows: make([][]float32, len(q.words))}
	var columns []int32
	for i := range likely {
		for _, word := range c.entries[likely[i].entry].words {
			if n.column[word] == 0 {
				columns = append(columns, word)
				n.column[word] = int32(len(columns))
			}
		}
	}
	for i := range q.words {
		n.rows[i] = make([]float32, len(columns)+1)
		for j, word := range columns {
			n.rows[i][j+1] = q.words[i].sense.cosine(c.meant[word])
		}
	}
	return n
}

// missed looks for each word of the query among all words of the entry, those of its answer too.
func (n *nearness) missed(q *query, d *document) (share, most float64) {
	sum := 0.0
	for i, row := range n.rows {
		nearest := float32(0)
		for _, word := range d.words {
			nearest = max(nearest, row[n.column[word]])
		}
		missed := q.words[i].weight * float64(1-min(nearest, 1))
		sum, most = sum+missed, max(most, missed)
	}
	return ratio(sum, q.total), most
}

// against compares with a phrasing.
func (q *query) against(p *phrasing) features {
	var covered [MaxTokens]float64
	matched, total := 0.0, 0.0
	for i := range p.slots {
		s := &p.slots[i]
		total += s.weight
		if surest := q.surest(s); surest.surety > 0 {
			matched += s.weight * surest.surety
			covered[surest.word] = max(covered[surest.word], surest.surety)
		}
	}
	return features{
		asked: q.share(&covered), phrased: ratio(matched, total), kind: q.kinds.overlap(p.kinds),
		sense: float64(max(0, q.sense.Dot(p.sense))),
	}
}

// surest is the word of the query that a word of a phrasing most surely is.
func (q *query) surest(s *slot) match {
	surest := match{}
	for _, terms := range [2][]int32{s.terms, s.concepts} {
		for _, term := range terms {
			if m := q.has[term]; m.surety > surest.surety {
				surest = m
			}
		}
	}
	return surest
}

func (q *query) coverage(terms []int32) float64 {
	var covered [MaxTokens]float64
	for _, term := range terms {
		if m := q.has[term]; m.surety > 0 {
			covered[m.word] = max(covered[m.word], m.surety)
		}
	}
	return q.share(&covered)
}

// answerCoverage leaves words out by how many entries have them: every other answer speaks of orders.
func (q *query) answerCoverage(terms []int32) float64 {
	var covered [MaxTokens]float64
	for _, term := range terms {
		if m := q.has[term]; m.surety > 0 {
			covered[m.word] = max(covered[m.word], m.surety*q.rare[term])
		}
	}
	return q.share(&covered)
}

// share is how much of the query's weight is covered.
func (q *query) share(covered *[MaxTokens]float64) float64 {
	sum := 0.0
	for i, w := range q.words {
		sum += w.weight * covered[i]
	}
	return ratio(sum, q.total)
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}
