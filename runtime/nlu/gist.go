package nlu

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Gist is what a text is about, for comparing texts with each other: the dictionary forms of its words and
// what they stand for in a shop, each with how much it tells, and what is asked about them. The zero value is
// about nothing.
type Gist struct {
	terms []gistTerm // by name; the squares of the weights add up to 1
	kinds kinds
}

type gistTerm struct {
	name   string
	weight float64
}

const (
	conceptPart = 0.8  // of a word's weight is that of what it stands for
	otherKind   = 0.75 // of the likeness is left if one asks when, and the other how much
)

// GistOf reads a text; of a long one, only its beginning.
func GistOf(text string) Gist {
	weights, tokens := map[string]float64{}, tokenize(clip(text))
	for _, t := range tokens {
		s := senseOf(t)
		for _, term := range s.terms {
			weights[term] = max(weights[term], s.weight/float64(len(s.terms)))
		}
		for _, term := range s.concepts {
			weights[term] = max(weights[term], conceptPart*s.weight/float64(len(s.concepts)))
		}
	}
	g := Gist{make([]gistTerm, 0, len(weights)), kindsOf(tokens)}
	squares := 0.0
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		g.terms = append(g.terms, gistTerm{name, weights[name]})
		squares += weights[name] * weights[name]
	}
	for i := range g.terms {
		g.terms[i].weight /= math.Sqrt(squares)
	}
	return g
}

// Likeness is 1 for texts about the same and 0 for texts with nothing in common.
func (g Gist) Likeness(other Gist) float64 {
	sum, j := 0.0, 0
	for _, t := range g.terms {
		for j < len(other.terms) && other.terms[j].name < t.name {
			j++
		}
		if j < len(other.terms) && other.terms[j].name == t.name {
			sum += t.weight * other.terms[j].weight
		}
	}
	if g.kinds != 0 && other.kinds != 0 && g.kinds&other.kinds == 0 {
		sum *= otherKind
	}
	return min(sum, 1)
}

// Telling are the terms that carry the text, the strongest first: texts that are much alike share one of them.
func (g Gist) Telling() []string {
	const most, least = 4, 0.25
	strongest := slices.Clone(g.terms)
	slices.SortStableFunc(strongest, func(a, b gistTerm) int { return cmp.Compare(b.weight, a.weight) })
	var names []string
	for i, t := range strongest[:min(most, len(strongest))] {
		if i == 0 || t.weight >= least {
			names = append(names, t.name)
		}
	}
	return names
}
