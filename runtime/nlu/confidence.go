package nlu

import "math"

// signs tell how far a candidate may be trusted. All are scale-free, so that a threshold
// found on one shop's entries holds for another's.
func signs(q query, ranked []candidate) []float64 {
	best := ranked[0]
	second, sixth := 0.0, 0.0
	if len(ranked) > 1 {
		second = ranked[1].score
	}
	if len(ranked) > 5 {
		sixth = ranked[5].score
	}
	f := best.features
	return []float64{
		1,
		best.score / 10,
		(best.score - second) / 10, // not as a share of the score: a lone match of "od" is no certainty
		(best.score - sixth) / 10,
		f.asked, f.phrased, f.whole, f.spelling, f.kind,
		q.heaviest(func(w word) bool { return len(w.terms) == 0 }),
		q.heaviest(func(w word) bool { return w.away }),
		math.Log1p(q.total),
	}
}

// trust are the weights of the signs, as BenchmarkFit learns them.
var trust = []float64{-1.89, 0.75, 2.49, 0.95, -0.03, -0.27, 1.70, 0.06, -0.19, -0.46, -2.58, 0.31}

// confidence is the probability that the first of the ranked is meant.
func confidence(q query, ranked []candidate) float64 {
	return 1 / (1 + math.Exp(-dot(trust, signs(q, ranked))))
}

// heaviest is the greatest weight of the words of some kind.
func (q query) heaviest(of func(word) bool) float64 {
	heaviest := 0.0
	for _, w := range q.words {
		if of(w) {
			heaviest = max(heaviest, w.weight)
		}
	}
	return heaviest
}
