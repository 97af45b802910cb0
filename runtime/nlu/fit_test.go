package nlu

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// sample is a question with its candidates and which of them are right.
type sample struct {
	query  query
	ranked []candidate
	right  []bool
	fold   int // all questions of an entry are in one fold
}

const folds = 5

// BenchmarkFit prints the constants of rank.go and confidence.go, learned on testdata/faq-bench:
//
//	go test ./runtime/nlu -run NONE -bench Fit -benchtime 1x
//
// The weights of the ranking are learned listwise (softmax over the candidates), those of the confidence by
// logistic regression. Thresholds and figures come from folds by entry: no entry judges itself.
func BenchmarkFit(b *testing.B) {
	x := openMemory(b, benchEntries(b))
	samples := collect(x, readLines[question](b, "questions.jsonl"))
	foreign := collect(x, readLines[question](b, "oos.jsonl"))
	for b.Loop() {
		crossValidate(b, samples, foreign)
		weights := learnRanking(samples)
		trust := learnTrust(rerank(samples, weights), rerank(foreign, weights))
		b.Logf("rankWeights = %s", literal(weights))
		b.Logf("trust = %s", literal(trust))
	}
}

func crossValidate(b *testing.B, samples, foreign []sample) {
	var in, out, wrong []float64
	recall3 := 0.0
	for fold := range folds {
		weights := learnRanking(leave(samples, fold))
		trust := learnTrust(rerank(leave(samples, fold), weights), rerank(leave(foreign, fold), weights))
		for _, s := range rerank(only(samples, fold), weights) {
			recall3 += count(slices.Contains(s.right[:min(3, len(s.right))], true))
			in = append(in, sureWith(trust, s))
			if len(s.right) == 0 || !s.right[0] {
				wrong = append(wrong, sureWith(trust, s))
			}
		}
		for _, s := range rerank(only(foreign, fold), weights) {
			out = append(out, sureWith(trust, s))
		}
	}
	n := float64(len(samples))
	b.Logf("by folds: top-1 %.1f, recall@3 %.1f, AUROC %.1f", 100*(1-float64(len(wrong))/n), 100*recall3/n, 100*auroc(in, out))
	for _, far := range []float64{.02, .05, .10, .20} {
		at := quantile(out, 1-far)
		answered := above(in, at)
		b.Logf("false answers %.0f %%: above %.3f, answers %.1f %%, right %.1f %%", 100*far, at, 100*answered/n, 100*(1-above(wrong, at)/answered))
	}
}

func collect(x *Index, questions []question) []sample {
	foldOf := map[string]int{}
	var samples []sample
	for _, q := range questions {
		tokens := tokenize(clip(q.Text))
		s := sample{query: x.corpus.query(tokens)}
		s.ranked = x.corpus.judge(s.query, x.candidates(s.query))
		for _, c := range s.ranked {
			s.right = append(s.right, q.Entry != "" && q.accepts(x.corpus.entries[c.entry].id))
		}
		key := q.Entry
		if key == "" {
			key = q.ID
		}
		if _, ok := foldOf[key]; !ok {
			foldOf[key] = len(foldOf) % folds
		}
		s.fold = foldOf[key]
		samples = append(samples, s)
	}
	return samples
}

func leave(samples []sample, fold int) (rest []sample) {
	for _, s := range samples {
		if s.fold != fold {
			rest = append(rest, s)
		}
	}
	return rest
}

func only(samples []sample, fold int) (some []sample) {
	for _, s := range samples {
		if s.fold == fold {
			some = append(some, s)
		}
	}
	return some
}

func learnRanking(samples []sample) []float64 {
	weights := make([]float64, len(features{}.list()))
	const rounds, rate, l2 = 400, 4.0, 0.002
	for range rounds {
		gradient := make([]float64, len(weights))
		for _, s := range samples {
			addListwise(gradient, weights, s)
		}
		for i := range weights {
			weights[i] = max(0, weights[i]+rate*(gradient[i]/float64(len(samples))-l2*weights[i]))
		}
	}
	return weights
}

func addListwise(gradient, weights []float64, s sample) {
	if !slices.Contains(s.right, true) {
		return
	}
	scores := make([]float64, len(s.ranked))
	for i, c := range s.ranked {
		scores[i] = dot(weights, c.features.list())
	}
	top := slices.Max(scores)
	all, good := 0.0, 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
		if s.right[i] {
			good += scores[i]
		}
	}
	for i, c := range s.ranked {
		push := -scores[i] / all
		if s.right[i] {
			push += scores[i] / good
		}
		for j, v := range c.features.list() {
			gradient[j] += push * v
		}
	}
}

func rerank(samples []sample, weights []float64) []sample {
	out := make([]sample, len(samples))
	for k, s := range samples {
		order := make([]int, len(s.ranked))
		scores := make([]float64, len(s.ranked))
		for i, c := range s.ranked {
			order[i], scores[i] = i, dot(weights, c.features.list())
		}
		slices.SortStableFunc(order, func(a, b int) int {
			if scores[a] != scores[b] {
				return int(math.Copysign(1, scores[b]-scores[a]))
			}
			return s.ranked[a].entry - s.ranked[b].entry
		})
		r := sample{query: s.query, fold: s.fold}
		for _, i := range order {
			c := s.ranked[i]
			c.score = scores[i]
			r.ranked, r.right = append(r.ranked, c), append(r.right, s.right[i])
		}
		out[k] = r
	}
	return out
}

// learnTrust learns when the first candidate is right.
func learnTrust(samples, foreign []sample) []float64 {
	type row struct {
		signs []float64
		right float64
	}
	var rows []row
	for _, s := range append(slices.Clone(samples), foreign...) {
		if len(s.ranked) > 0 {
			rows = append(rows, row{signs(s.query, s.ranked), count(s.right[0])})
		}
	}
	weights := make([]float64, len(rows[0].signs))
	const rounds, rate, l2 = 6000, 0.8, 0.001
	for range rounds {
		gradient := make([]float64, len(weights))
		for _, r := range rows {
			err := r.right - 1/(1+math.Exp(-dot(weights, r.signs)))
			for i, v := range r.signs {
				gradient[i] += err * v
			}
		}
		for i := range weights {
			weights[i] += rate * (gradient[i]/float64(len(rows)) - l2*weights[i])
		}
	}
	return weights
}

func sureWith(trust []float64, s sample) float64 {
	if len(s.ranked) == 0 || s.ranked[0].features.whole == 0 {
		return 0
	}
	return 1 / (1 + math.Exp(-dot(trust, signs(s.query, s.ranked))))
}

func quantile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(math.Ceil(share*float64(len(sorted)))), len(sorted)-1)]
}

func above(values []float64, at float64) float64 {
	n := 0.0
	for _, v := range values {
		n += count(v > at)
	}
	return n
}

func literal(values []float64) string {
	text := "[]float64{"
	for i, v := range values {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%.2f", v)
	}
	return text + "}"
}
