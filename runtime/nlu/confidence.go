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
		ratio(best.score-second, best.score),
		ratio(best.score-sixth, best.score),
		f.asked, f.phrased, f.whole, f.spelling,
		q.heaviestStranger(),
		math.Log1p(q.total),
	}
}

// trust are the weights of the signs, as BenchmarkFit learns them.
var trust = []float64{-3.95, 2.07, 1.01, 0.34, -0.47, 0.34, 3.28, 0.47, -0.40, 0.41}

// confidence is the probability that the first of the ranked is meant.
func confidence(q query, ranked []candidate) float64 {
	return 1 / (1 + math.Exp(-dot(trust, signs(q, ranked))))
}

// heaviestStranger is the greatest weight of a word that means nothing to the index.
func (q query) heaviestStranger() float64 {
	heaviest := 0.0
	for _, w := range q.words {
		if len(w.terms) == 0 {
			heaviest = max(heaviest, w.weight)
		}
	}
	return heaviest
}
