package nlu

import (
	"math"
	"math/rand/v2"
	"slices"
)

// gradient adds what a net's output would change by for each weight, times d.
func (n *net) gradient(inputs []float64, d float64, sum []float64) {
	sum[n.inputs] += d
	addTo(sum[:n.inputs], d, inputs)
	for at := n.first(); at < len(n.weights); at += n.unit() {
		w := n.weights[at : at+n.unit()]
		t := math.Tanh(w[n.inputs] + dot(w[:n.inputs], inputs))
		sum[at+n.inputs+1] += d * t
		inner := d * w[n.inputs+1] * (1 - t*t)
		sum[at+n.inputs] += inner
		addTo(sum[at:at+n.inputs], inner, inputs)
	}
}

func addTo(sum []float64, share float64, values []float64) {
	for i, v := range values {
		sum[i] += share * v
	}
}

func newNet(inputs, units int) *net {
	n := &net{inputs: inputs}
	n.weights = make([]float64, n.first()+units*n.unit())
	random := rand.New(rand.NewPCG(3, 4))
	for at := n.first(); at < len(n.weights); at += n.unit() {
		for i := range inputs {
			n.weights[at+i] = random.NormFloat64() / math.Sqrt(float64(inputs))
		}
	}
	return n
}

// adam is the optimiser of arXiv 1412.6980 with its usual constants.
type adam struct {
	mean, square []float64
	step         int
}

func (a *adam) descend(weights, gradient []float64, rate, l2 float64) {
	if a.mean == nil {
		a.mean, a.square = make([]float64, len(weights)), make([]float64, len(weights))
	}
	a.step++
	for i := range weights {
		d := gradient[i] + l2*weights[i]
		a.mean[i] = .9*a.mean[i] + .1*d
		a.square[i] = .999*a.square[i] + .001*d*d
		mean, square := a.mean[i]/(1-math.Pow(.9, float64(a.step))), a.square[i]/(1-math.Pow(.999, float64(a.step)))
		weights[i] -= rate * mean / (math.Sqrt(square) + 1e-8)
	}
}

const (
	netRate   = 0.05
	rankUnits = 6
	rankL2    = 0.001
	rankSteps = 150

	trustUnits = 8
	trustL2    = 0.0005
	trustSteps = 300
)

// learnRanking learns listwise: the right candidates are to have the softmax's whole probability. of says
// which features count.
func learnRanking(samples []sample, units int, of func(*features) []float64) *net {
	n := newNet(len(of(&features{})), units)
	var a adam
	for range rankSteps {
		sum := make([]float64, len(n.weights))
		for i := range samples {
			n.listwise(&samples[i], of, sum, 1/float64(len(samples)))
		}
		a.descend(n.weights, sum, netRate, rankL2)
	}
	return n
}

func (n *net) listwise(s *sample, of func(*features) []float64, sum []float64, share float64) {
	if !slices.Contains(s.right, true) {
		return
	}
	p := make([]float64, len(s.ranked))
	for i := range s.ranked {
		p[i] = n.of(of(&s.ranked[i].features))
	}
	top, all, good := slices.Max(p), 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if s.right[i] {
			good += p[i]
		}
	}
	for i := range p {
		d := p[i] / all
		if s.right[i] {
			d -= p[i] / good
		}
		if math.Abs(d) > 1e-4 {
			n.gradient(of(&s.ranked[i].features), d*share, sum)
		}
	}
}

// learnTrust learns when the first candidate is right (logistic loss).
func learnTrust(samples []sample, units int) *net {
	var rows [][]float64
	var right []float64
	for i := range samples {
		if s := &samples[i]; len(s.ranked) > 0 {
			rows, right = append(rows, signs(&s.query, s.ranked)), append(right, count(s.right[0]))
		}
	}
	n := newNet(len(rows[0]), units)
	var a adam
	for range trustSteps {
		sum := make([]float64, len(n.weights))
		for i, row := range rows {
			n.gradient(row, (1/(1+math.Exp(-n.of(row)))-right[i])/float64(len(rows)), sum)
		}
		a.descend(n.weights, sum, netRate, trustL2)
	}
	return n
}
