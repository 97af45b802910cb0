package nlu

import (
	"fmt"
	"math"
	"slices"
)

// shopReport is what learned weights make of a shop they have not seen; shares from 0 to 1.
type shopReport struct {
	name                                         string
	questions, foreign                           int
	shops                                        float64
	top1, recall3, auroc, at, coverage, accuracy float64 // at 5 % false answers of this shop
	fixedCoverage, fixedAccuracy, fixedFalse     float64 // at the threshold that is shipped
}

func (r shopReport) String() string {
	return fmt.Sprintf("%-20s %3d+%3d top-1 %.1f recall@3 %.1f AUROC %.1f | 5%%: at %.2f answers %.1f right %.1f | shipped: answers %.1f right %.1f false %.1f",
		r.name, r.questions, r.foreign, 100*r.top1, 100*r.recall3, 100*r.auroc, r.at, 100*r.coverage, 100*r.accuracy,
		100*r.fixedCoverage, 100*r.fixedAccuracy, 100*r.fixedFalse)
}

func (l learned) report(s shopSamples) shopReport {
	r := shopReport{name: s.name, questions: len(s.in), foreign: len(s.foreign)}
	var in, out, wrong []float64
	for _, q := range l.rerank(s.in) {
		sure := l.sure(q)
		in = append(in, sure)
		r.top1 += count(q.right[0])
		r.recall3 += count(slices.Contains(q.right[:min(3, len(q.right))], true))
		if !q.right[0] {
			wrong = append(wrong, sure)
		}
	}
	for _, q := range l.rerank(s.foreign) {
		out = append(out, l.sure(q))
	}
	n, m := float64(len(in)), float64(len(out))
	r.top1, r.recall3, r.auroc, r.at = r.top1/n, r.recall3/n, auroc(in, out), quantile(out, .95)
	r.coverage, r.accuracy = above(in, r.at)/n, 1-ratio(above(wrong, r.at), above(in, r.at))
	t := thresholdsOf(0).answer
	r.fixedCoverage, r.fixedAccuracy, r.fixedFalse = above(in, t)/n, 1-ratio(above(wrong, t), above(in, t)), above(out, t)/m
	return r
}

// foreign are the confidences of what a shop can't answer.
func (l learned) foreign(s shopSamples) []float64 {
	var list []float64
	for _, q := range l.rerank(s.foreign) {
		list = append(list, l.sure(q))
	}
	return list
}

// figures are those of which there is a mean.
func (r *shopReport) figures() []*float64 {
	return []*float64{&r.top1, &r.recall3, &r.auroc, &r.at, &r.coverage, &r.accuracy, &r.fixedCoverage, &r.fixedAccuracy, &r.fixedFalse}
}

func (r *shopReport) add(s shopReport) {
	r.shops++
	r.questions, r.foreign = r.questions+s.questions, r.foreign+s.foreign
	more := s.figures()
	for i, figure := range r.figures() {
		*figure += *more[i]
	}
}

func (r shopReport) mean() shopReport {
	for _, figure := range r.figures() {
		*figure /= r.shops
	}
	r.name = "mean of the shops"
	return r
}

func (l learned) sure(s sample) float64 {
	return 1 / (1 + math.Exp(-l.trust.of(signs(&s.query, s.ranked))))
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

// printThresholds says from which confidence what share of the foreign messages is left.
func printThresholds(foreign []float64) {
	for _, share := range []float64{.01, .02, .05, .10, .20, .30, .40, .50} {
		fmt.Printf("%.0f %% above %.3f; ", 100*share, quantile(foreign, 1-share))
	}
	fmt.Println()
}
