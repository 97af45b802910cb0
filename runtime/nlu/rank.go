package nlu

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// candidate is an entry being judged.
type candidate struct {
	entry    int
	score    float64
	features features
}

// features compare a query with an entry; each is between 0 and 1, whatever the size of the FAQ.
type features struct {
	asked    float64 // how much of the query the best phrasing has
	phrased  float64 // how much of that phrasing the query has
	whole    float64 // how much of the query the entry has, all phrasings together
	spelling float64 // how alike query and best phrasing are letter by letter
	kind     float64 // how far they ask the same about a thing
}

func (f features) list() []float64 { return []float64{f.asked, f.phrased, f.whole, f.spelling, f.kind} }

func (f features) score() float64 { return dot(rankWeights, f.list()) }

// spellingWeight is how much likeness letter by letter adds to a score at most.
func spellingWeight() float64 { return max(0, rankWeights[3]) }

// looked is how many of the best decide what a text means and how surely: see signs, for each suggestion.
const looked = maxSuggestions + 5

// weights of the features, as BenchmarkFit learns them.
var rankWeights = []float64{3.19, 5.39, 5.39, 0.54, 1.19}

// judge orders the candidates, best first; equal ones in the order of the entries.
func (c *corpus) judge(q query, entries []int) []candidate {
	candidates := make([]candidate, 0, len(entries))
	for _, entry := range entries {
		f := q.compare(&c.entries[entry])
		candidates = append(candidates, candidate{entry, f.score(), f})
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
	return candidates
}

// match says which word of the query a term is, and how surely; 0 if it is none.
type match struct {
	word   int
	surety float64
}

// matched is what the query has of each term of the index.
type matched []match

func (c *corpus) match(words []word) matched {
	has := make(matched, len(c.having))
	for i, w := range words {
		for _, m := range w.terms {
			if m.surety > has[m.term].surety {
				has[m.term] = match{i, m.surety}
			}
		}
	}
	return has
}

func (q *query) compare(d *document) features {
	var best features
	most := 0.0
	for i := range d.phrasings {
		f := q.against(&d.phrasings[i])
		if i > 0 && f.score()+spellingWeight() < most {
			continue
		}
		f.spelling = q.grams.cosine(d.phrasings[i].grams)
		if score := f.score(); i == 0 || score > most {
			best, most = f, score
		}
	}
	best.whole = q.coverage(d.all)
	return best
}

// hopeful leaves out the entries that can't be among the best, however alike they are letter by letter:
// to find that out takes most of the time of a comparison.
func (c *corpus) hopeful(q query, entries []int) []int {
	if len(entries) <= looked {
		return entries
	}
	least := make([]float64, len(entries)) // of their scores
	for i, entry := range entries {
		least[i] = q.leastScore(&c.entries[entry])
	}
	sorted := slices.Sorted(slices.Values(least))
	enough := sorted[len(sorted)-looked] - spellingWeight() - 1e-9
	var list []int
	for i, entry := range entries {
		if least[i] >= enough {
			list = append(list, entry)
		}
	}
	return list
}

// leastScore is the score of an entry with not a letter in common.
func (q *query) leastScore(d *document) float64 {
	var best features
	most := 0.0
	for i := range d.phrasings {
		f := q.against(&d.phrasings[i])
		if score := f.score(); i == 0 || score > most {
			best, most = f, score
		}
	}
	best.whole = q.coverage(d.all)
	return best.score()
}

// against compares with a phrasing, but for the spelling.
func (q *query) against(p *phrasing) features {
	var covered [MaxTokens]float64
	matched, total := 0.0, 0.0
	for _, s := range p.slots {
		total += s.weight
		surest := match{}
		for _, terms := range [2][]int32{s.terms, s.concepts} {
			for _, term := range terms {
				if m := q.has[term]; m.surety > surest.surety {
					surest = m
				}
			}
		}
		if surest.surety > 0 {
			matched += s.weight * surest.surety
			covered[surest.word] = max(covered[surest.word], surest.surety)
		}
	}
	return features{asked: q.share(&covered), phrased: ratio(matched, total), kind: q.kinds.overlap(p.kinds)}
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

func dot(weights, values []float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += weights[i] * v
	}
	return sum
}

// maxQuestions is how many questions an index remembers, twice: customers repeat them, and a shop's window
// offers the same ones to all.
const maxQuestions = 512

// matches are the entries that fit best, with the confidence that each is meant.
func (x *Index) matches(tokens []token) []engine.Match {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.text
	}
	found := x.questions.of(strings.Join(words, " "), func() []engine.Match { return x.rank(tokens) })
	return slices.Clone(found) // the caller's to change
}

func (x *Index) rank(tokens []token) []engine.Match {
	q := x.corpus.query(tokens)
	ranked := x.corpus.judge(q, x.corpus.hopeful(q, x.candidates(q)))
	matches := make([]engine.Match, 0, maxSuggestions)
	for i := range min(len(ranked), maxSuggestions) {
		if ranked[i].features.whole == 0 {
			break
		}
		sure := confidence(q, ranked[i:])
		if i > 0 { // only one is meant
			sure = min(sure, 1-matches[0].Confidence, matches[i-1].Confidence)
		}
		matches = append(matches, engine.Match{Entry: x.corpus.entries[ranked[i].entry].id, Confidence: brief(sure)})
	}
	return matches
}

// brief is a confidence as it is kept with every message: four digits tell all there is.
func brief(sure float64) float64 { return math.Round(sure*1e4) / 1e4 }
