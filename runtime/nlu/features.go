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
	spelling float64 // how alike query and best phrasing are letter by letter
	meant    float64 // how near in meaning each word of the query has a word of the phrasing
	meaning  float64 // and the other way round
}

// quick are the features that every candidate gets.
func (f *features) quick() []float64 {
	return []float64{f.asked, f.phrased, f.whole, f.answered, f.kind, f.sense, f.centre, f.intents}
}

func (f *features) list() []float64 { return append(f.quick(), f.spelling, f.meant, f.meaning) }

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
func (q *query) closer(f *features, d *document, phrasing int) {
	f.spelling = q.grams.cosine(d.phrasings[phrasing].grams)
	for i := range d.phrasings {
		if meant, meaning := q.nearness(&d.phrasings[i]); meant+meaning > f.meant+f.meaning {
			f.meant, f.meaning = meant, meaning
		}
	}
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

// nearness pairs each word with the nearest in meaning, both ways, weighted by how much the words mean.
func (q *query) nearness(p *phrasing) (meant, meaning float64) {
	var back [MaxTokens]float32
	got, all := 0.0, 0.0
	for _, w := range q.words {
		best := float32(0)
		for j := range p.slots {
			c := w.sense.cosine(p.slots[j].sense)
			best, back[j] = max(best, c), max(back[j], c)
		}
		got, all = got+w.sense.length*float64(best), all+w.sense.length
	}
	gotBack, allBack := 0.0, 0.0
	for j := range p.slots {
		length := p.slots[j].sense.length
		gotBack, allBack = gotBack+length*float64(back[j]), allBack+length
	}
	return ratio(got, all), ratio(gotBack, allBack)
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
