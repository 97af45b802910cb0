package nlu

import "math"

// net is a linear function of some numbers with a small layer of tanh units beside it: enough to say "sure
// only if both". Its weights are learned by BenchmarkWeights and kept in weights.go, in this order: one for
// each input, a constant, and for each unit one for each input, a constant and its share.
type net struct {
	inputs  int
	weights []float64
}

func (n *net) unit() int  { return n.inputs + 2 }
func (n *net) first() int { return n.inputs + 1 }

func (n *net) of(inputs []float64) float64 {
	w := n.weights
	sum := w[n.inputs] + dot(w[:n.inputs], inputs)
	for at := n.first(); at < len(w); at += n.unit() {
		sum += w[at+n.inputs+1] * math.Tanh(w[at+n.inputs]+dot(w[at:at+n.inputs], inputs))
	}
	return sum
}

func dot(weights, values []float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += weights[i] * v
	}
	return sum
}
