package nlu

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
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

	trustUnits = 12
	trustL2    = 0.0005
	trustSteps = 300
)

// choiceRows are a question as the ranking learns from it: the features of its candidates, and which are right.
type choiceRows struct {
	rows  [][]float64
	right []bool
}

// learnRanking learns listwise: the right candidates are to have the softmax's whole probability. of says
// which features count.
func learnRanking(samples []sample, units int, of func(*features) []float64) *net {
	n := newNet(len(of(&features{})), units)
	var list []choiceRows
	for i := range samples {
		if s := &samples[i]; slices.Contains(s.right, true) {
			c := choiceRows{right: s.right}
			for j := range s.ranked {
				c.rows = append(c.rows, of(&s.ranked[j].features))
			}
			list = append(list, c)
		}
	}
	n.learn(rankSteps, rankL2, len(list), func(i int, sum []float64) {
		n.listwise(&list[i], sum, 1/float64(len(list)))
	})
	return n
}

// learn descends. gradient adds that of an example to the sum.
func (n *net) learn(steps int, l2 float64, examples int, gradient func(i int, sum []float64)) {
	var a adam
	for range steps {
		var sums [parts][]float64
		var waiting sync.WaitGroup
		for p := range parts {
			waiting.Go(func() {
				sums[p] = make([]float64, len(n.weights))
				for i := p * examples / parts; i < (p+1)*examples/parts; i++ {
					gradient(i, sums[p])
				}
			})
		}
		waiting.Wait()
		for _, other := range sums[1:] {
			addTo(sums[0], 1, other)
		}
		a.descend(n.weights, sums[0], netRate, l2)
	}
}

// parts of the examples are gone through at once. Another number rounds differently.
const parts = 4

func (n *net) listwise(c *choiceRows, sum []float64, share float64) {
	p := make([]float64, len(c.rows))
	for i, row := range c.rows {
		p[i] = n.of(row)
	}
	top, all, good := slices.Max(p), 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if c.right[i] {
			good += p[i]
		}
	}
	for i, row := range c.rows {
		d := p[i] / all
		if c.right[i] {
			d -= p[i] / good
		}
		if math.Abs(d) > 1e-4 {
			n.gradient(row, d*share, sum)
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
	n.learn(trustSteps, trustL2, len(rows), func(i int, sum []float64) {
		n.gradient(rows[i], (1/(1+math.Exp(-n.of(rows[i])))-right[i])/float64(len(rows)), sum)
	})
	return n
}
