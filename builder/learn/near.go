package learn

import (
	"cmp"
	"slices"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// near is the likeness from which a phrasing could be mistaken for another.
const near = 0.3

// Near are the phrasings of entries that are most like one of the texts, the likest first: each is to be
// answered by its own entry.
func Near(entries []flow.Entry, texts []string, most int) []Probe {
	type neighbour struct {
		probe    Probe
		likeness float64
	}
	var gists []nlu.Gist
	for _, text := range texts {
		gists = append(gists, nlu.GistOf(text))
	}
	var list []neighbour
	for i := range entries {
		for _, text := range append([]string{entries[i].Question}, entries[i].Phrases...) {
			like, gist := 0.0, nlu.GistOf(text)
			for _, g := range gists {
				like = max(like, g.Likeness(gist))
			}
			if like >= near {
				list = append(list, neighbour{Probe{Text: text, Right: []string{entries[i].ID}}, like})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b neighbour) int { return cmp.Compare(b.likeness, a.likeness) })
	var probes []Probe
	for _, n := range list[:min(len(list), most)] {
		probes = append(probes, n.probe)
	}
	return probes
}
