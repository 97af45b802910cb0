package nlu

import (
	"hash/fnv"
	"math"
	"slices"
)

// gramVector is a text as its pieces of three and four letters, sorted by hash; its length is 1.
type gramVector []gram

type gram struct {
	hash  uint32
	share float32
}

// grams of all words but the common ones. Two spellings of a word share most of them.
func grams(tokens []token) gramVector {
	counts := map[uint32]float64{}
	for _, t := range tokens {
		word := "^" + t.folded + "$"
		for _, size := range []int{3, 4} {
			for i := 0; i+size <= len(word); i++ {
				counts[hash(word[i:i+size])]++
			}
		}
	}
	vector := make(gramVector, 0, len(counts))
	sum := 0.0
	for h, n := range counts {
		vector = append(vector, gram{h, float32(n)})
		sum += n * n
	}
	for i := range vector {
		vector[i].share /= float32(math.Sqrt(sum))
	}
	slices.SortFunc(vector, func(a, b gram) int { return int(int64(a.hash) - int64(b.hash)) })
	return vector
}

func hash(piece string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(piece))
	return h.Sum32()
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
