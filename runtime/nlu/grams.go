package nlu

import (
	"math"
	"slices"
)

// gramVector is a text as its pieces of three and four letters, sorted by hash; its length is 1.
type gramVector []gram

type gram struct {
	hash  uint32
	share float32
}

// grams are the pieces of all words. Two spellings of a word have most of them in common.
func grams(tokens []token) gramVector {
	var vector gramVector
	for _, t := range tokens {
		word := "^" + t.folded + "$"
		for _, size := range []int{3, 4} {
			for i := 0; i+size <= len(word); i++ {
				vector = append(vector, gram{hash(word[i : i+size]), 1})
			}
		}
	}
	slices.SortFunc(vector, func(a, b gram) int { return int(int64(a.hash) - int64(b.hash)) })
	last := 0
	for i := 1; i < len(vector); i++ {
		if vector[i].hash == vector[last].hash {
			vector[last].share++
		} else {
			last++
			vector[last] = vector[i]
		}
	}
	if len(vector) == 0 {
		return nil
	}
	vector = slices.Clip(vector[:last+1])
	vector.normalise()
	return vector
}

// hash is FNV-1a.
func hash(piece string) uint32 {
	h := uint32(2166136261)
	for i := range len(piece) {
		h = (h ^ uint32(piece[i])) * 16777619
	}
	return h
}

// normalise makes the length 1.
func (v gramVector) normalise() {
	sum := 0.0
	for _, g := range v {
		sum += float64(g.share) * float64(g.share)
	}
	for i := range v {
		v[i].share /= float32(math.Sqrt(sum))
	}
}

// cosine is how alike two texts are letter by letter, 0 to 1.
func (v gramVector) cosine(w gramVector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].hash < w[j].hash:
			i++
		case v[i].hash > w[j].hash:
			j++
		default:
			sum += float64(v[i].share) * float64(w[j].share)
			i, j = i+1, j+1
		}
	}
	return sum
}
