package nlu

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"okienko/runtime/nlu/intent"
)

// Gist is what a text is about, for comparing texts with each other: its words, their meaning together, and
// the intents that it may have. The zero value is about nothing.
type Gist struct {
	terms []gistTerm // by name; the squares of the weights add up to 1
	sense intent.Vector
	wants []intent.Likely
}

type gistTerm struct {
	name   string
	weight float64
}

// Of two texts' likeness so much is that of their words, meanings and intents. Chosen on testdata/faq-bench,
// where they find most of the questions that want the same entry while four of five pairs found do.
const (
	wordsPart   = 0.2
	sensePart   = 0.5
	wantsPart   = 0.3
	conceptPart = 0.8 // of a word's weight is that of what it stands for
)

// GistOf reads a text; of a long one, only its beginning.
func GistOf(text string) Gist {
	tokens := tokenize(clip(text))
	g := Gist{terms: gistTerms(tokens)}
	if len(g.terms) > 0 {
		model := intent.Shipped()
		g.sense = model.Vector(pieces(tokens))
		g.wants = model.Intents(g.sense)
	}
	return g
}

func gistTerms(tokens []token) []gistTerm {
	weights := map[string]float64{}
	for _, t := range tokens {
		s := senseOf(t)
		for _, term := range s.terms {
			weights[term] = max(weights[term], s.weight/float64(len(s.terms)))
		}
		for _, term := range s.concepts {
			weights[term] = max(weights[term], conceptPart*s.weight/float64(len(s.concepts)))
		}
	}
	terms, squares := make([]gistTerm, 0, len(weights)), 0.0
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		terms = append(terms, gistTerm{name, weights[name]})
		squares += weights[name] * weights[name]
	}
	for i := range terms {
		terms[i].weight /= math.Sqrt(squares)
	}
	return terms
}

// Likeness is 1 for texts about the same and 0 for texts with nothing in common.
func (g Gist) Likeness(other Gist) float64 {
	if len(g.terms) == 0 || len(other.terms) == 0 {
		return 0
	}
	sense := max(0, float64(g.sense.Dot(other.sense)))
	sum := wordsPart*g.words(other) + sensePart*sense + wantsPart*float64(intent.Overlap(g.wants, other.wants))
	return min(sum, 1)
}

func (g Gist) words(other Gist) float64 {
	sum, j := 0.0, 0
	for _, t := range g.terms {
		for j < len(other.terms) && other.terms[j].name < t.name {
			j++
		}
		if j < len(other.terms) && other.terms[j].name == t.name {
			sum += t.weight * other.terms[j].weight
		}
	}
	return sum
}

// Telling are the words that carry the text and the intents that it most likely has, by names that mean
// nothing else: texts that are much alike share one of them.
func (g Gist) Telling() []string {
	const mostWords, leastWeight, mostWants = 4, 0.25, 2
	strongest := slices.Clone(g.terms)
	slices.SortStableFunc(strongest, func(a, b gistTerm) int { return cmp.Compare(b.weight, a.weight) })
	var names []string
	for i, t := range strongest[:min(mostWords, len(strongest))] {
		if i == 0 || t.weight >= leastWeight {
			names = append(names, t.name)
		}
	}
	for _, w := range g.wants[:min(mostWants, len(g.wants))] {
		names = append(names, "!"+strconv.Itoa(w.Intent))
	}
	return names
}
