// Package intent knows what customers of shops commonly want. Its model gives every piece of a text (a
// dictionary form, a concept, three letters) a vector, and texts that want the same vectors that point one
// way. It was learned from runtime/nlu/corpus: see LEARNING.md.
package intent

import "math"

// Piece is a feature of a text: what it is called in the model, and how much of it there is.
type Piece struct {
	Name  string
	Share float32
}

// Vector is what a text is about; its length is 1, or 0 if the model knows nothing of the text.
type Vector []float32

// Vector is what the pieces of a text mean together.
func (m *Model) Vector(pieces []Piece) Vector { return m.Sum(pieces).Unit() }

// Sum adds up pieces and leaves the length as it is.
func (m *Model) Sum(pieces []Piece) Vector {
	v := make(Vector, m.dims)
	for _, p := range pieces {
		m.add(v, p)
	}
	return v
}

// Unit makes the length 1; a vector of zeros stays one.
func (v Vector) Unit() Vector {
	sum := v.Dot(v)
	if sum == 0 {
		return v
	}
	scale := float32(1 / math.Sqrt(float64(sum)))
	for i := range v {
		v[i] *= scale
	}
	return v
}

// Add adds a share of another vector.
func (v Vector) Add(share float32, w Vector) {
	for i := range w {
		v[i] += share * w[i]
	}
}

// Dot is the cosine of two vectors of length 1: 1 if they point one way.
func (v Vector) Dot(w Vector) float32 {
	var a, b, c, d float32
	w = w[:len(v)]
	for i := 0; i+3 < len(v); i += 4 {
		a += v[i] * w[i]
		b += v[i+1] * w[i+1]
		c += v[i+2] * w[i+2]
		d += v[i+3] * w[i+3]
	}
	return a + b + c + d
}

// Likely is an intent that a text may have, with the square root of its probability.
type Likely struct {
	Intent int
	Root   float32
}

// Sharpness of the probabilities that are made of cosines, in learning as in use.
const Sharpness = 14

const (
	mostLikely = 8    // so many intents are kept
	leastRoot  = 0.05 // of those kept
)

// Intents are the likeliest intents of a text, by number.
func (m *Model) Intents(v Vector) []Likely {
	probabilities := make([]float32, len(m.intents))
	var sum float32
	for i, w := range m.intents {
		probabilities[i] = float32(math.Exp(Sharpness * float64(v.Dot(w)-1)))
		sum += probabilities[i]
	}
	list := make([]Likely, 0, mostLikely+1)
	for i, p := range probabilities {
		root := float32(math.Sqrt(float64(p / sum)))
		if root < leastRoot || len(list) == mostLikely && root <= list[mostLikely-1].Root {
			continue
		}
		at := len(list)
		for at > 0 && list[at-1].Root < root {
			at--
		}
		list = append(list, Likely{})
		copy(list[at+1:], list[at:])
		list[at] = Likely{i, root}
		list = list[:min(len(list), mostLikely)]
	}
	return list
}

// Foreign is the probability that a text wants what is not a shop's business.
func (m *Model) Foreign(list []Likely) float64 {
	sum := 0.0
	for _, l := range list {
		if l.Intent >= len(m.intents)-m.foreign {
			sum += float64(l.Root * l.Root)
		}
	}
	return sum
}

// Strange is how high the bar is that an entry must pass to be what a text wants: a cosine, higher for what shops
// seldom answer.
func (m *Model) Strange(v Vector) float64 {
	sum := 0.0
	for _, s := range m.strangers {
		sum += math.Exp(Sharpness * float64(v.Dot(s)))
	}
	if sum == 0 {
		return 0
	}
	return math.Log(sum) / Sharpness
}

// Overlap is how far two texts want the same (Bhattacharyya coefficient), 0 to 1.
func Overlap(a, b []Likely) float32 {
	var sum float32
	for _, x := range a {
		for _, y := range b {
			if x.Intent == y.Intent {
				sum += x.Root * y.Root
			}
		}
	}
	return sum
}
