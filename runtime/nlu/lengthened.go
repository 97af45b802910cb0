package nlu

import (
	"math"

	"okienko/runtime/nlu/intent"
)

// lengthened is what a word means: a vector of length 1, and the length it had, which says how much it tells.
type lengthened struct {
	vector intent.Vector // nil if the model knows nothing of the word
	length float64
}

func lengthen(v intent.Vector) lengthened {
	length := math.Sqrt(float64(v.Dot(v)))
	if length == 0 {
		return lengthened{}
	}
	return lengthened{v.Unit(), length}
}

// addTo adds the word to what a text means.
func (a lengthened) addTo(text intent.Vector) { text.Add(float32(a.length), a.vector) }

// cosine is 0 if one of them means nothing.
func (a lengthened) cosine(b lengthened) float32 {
	if a.vector == nil || b.vector == nil {
		return 0
	}
	return a.vector.Dot(b.vector)
}
