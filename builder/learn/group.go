package learn

import (
	"cmp"
	"slices"

	"okienko/runtime/nlu"
)

// Text is something that customers asked.
type Text struct {
	Text  string
	Entry string // the likeliest meant; "" if there is none
}

const (
	alike     = 0.62 // likeness from which two texts mean the same
	alikeHere = 0.45 // and if the same entry is the likeliest for both
)

// Group puts together texts that mean the same. A group is the indexes of its texts in their order, and the
// groups stand in the order of their first texts, which all others of the group are like. So the texts that
// matter most should come first.
func Group(texts []Text) [][]int {
	g := grouping{texts: texts, about: map[string][]int{}}
	for i := range texts {
		g.add(i)
	}
	return g.groups
}

type grouping struct {
	texts  []Text
	groups [][]int
	firsts []nlu.Gist
	about  map[string][]int // groups by the telling terms of their first texts
}

func (g *grouping) add(text int) {
	gist := nlu.GistOf(g.texts[text].Text)
	if group := g.nearest(text, gist); group >= 0 {
		g.groups[group] = append(g.groups[group], text)
		return
	}
	for _, term := range gist.Telling() {
		g.about[term] = append(g.about[term], len(g.groups))
	}
	g.groups = append(g.groups, []int{text})
	g.firsts = append(g.firsts, gist)
}

// nearest is the group that a text belongs to, -1 if it is like none.
func (g *grouping) nearest(text int, gist nlu.Gist) int {
	best, most := -1, 0.0
	for _, group := range candidates(gist, g.about) {
		like := gist.Likeness(g.firsts[group])
		least := alike
		if entry := g.texts[text].Entry; entry != "" && entry == g.texts[g.groups[group][0]].Entry {
			least = alikeHere
		}
		if over := like / least; over >= 1 && over > most {
			best, most = group, over
		}
	}
	return best
}

// candidates are those who share a telling term with the gist, each once, in order.
func candidates[T cmp.Ordered](gist nlu.Gist, about map[string][]T) []T {
	var list []T
	for _, term := range gist.Telling() {
		list = append(list, about[term]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
