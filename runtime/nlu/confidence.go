package nlu

import (
	"math"

	"okienko/runtime/nlu/intent"
)

// signs tell how far a candidate may be trusted. All are scale-free, so that a threshold
// found on one shop's entries holds for another's.
func signs(q *query, ranked []candidate) []float64 {
	best := &ranked[0]
	second, sixth := 0.0, 0.0
	if len(ranked) > 1 {
		second = ranked[1].score
	}
	if len(ranked) > 5 {
		sixth = ranked[5].score
	}
	f := &best.features
	certain := 0.0
	if len(q.wants) > 0 {
		certain = float64(q.wants[0].Root)
	}
	this, none := among(q, ranked)
	return []float64{
		q.strange, this, none,
		best.score / 10,
		(best.score - second) / 10, // not as a share of the score: a lone match of "od" is no certainty
		(best.score - sixth) / 10,
		f.asked, f.phrased, f.whole, f.answered, f.kind, f.sense, f.centre, f.intents, f.spelling, f.missed, f.mostMissed,
		q.heaviest(func(w *word) bool { return len(w.terms) == 0 }),
		q.heaviest(func(w *word) bool { return w.away }),
		q.foreign, certain, certain * (1 - f.intents),
		math.Log1p(q.total), math.Log1p(float64(len(q.words))) / 3,
	}
}

// among is the probability that the first of the ranked is meant, and that none is, by what they mean alone: the
// softmax that the model was learned with.
func among(q *query, ranked []candidate) (this, none float64) {
	none = math.Exp(intent.Sharpness * q.strange)
	all := none
	for i := range ranked {
		all += math.Exp(intent.Sharpness * ranked[i].features.centre)
	}
	return math.Exp(intent.Sharpness*ranked[0].features.centre) / all, none / all
}

// confidence is the probability that the first of the ranked is meant.
func confidence(q *query, ranked []candidate) float64 {
	return 1 / (1 + math.Exp(-trust.of(signs(q, ranked))))
}

// heaviest is the greatest weight of the words of some kind.
func (q *query) heaviest(of func(*word) bool) float64 {
	heaviest := 0.0
	for i := range q.words {
		if w := &q.words[i]; of(w) {
			heaviest = max(heaviest, w.weight)
		}
	}
	return heaviest
}
