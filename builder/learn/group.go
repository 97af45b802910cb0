package learn

import (
	"slices"

	"okienko/runtime/nlu"
)

// Text is something that customers asked.
type Text struct {
	Text  string
	Entry string // the likeliest meant; "" if there is none
}

// Chosen on the questions of faq-bench: so, six of seven in a group want the same entry as its others.
const (
	alike     = 0.56 // likeness from which two texts mean the same
	alikeHere = 0.3  // and if the same entry is the likeliest for both
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
	about  map[string][]int // groups by the keys of their first texts
}

func (g *grouping) add(text int) {
	gist := nlu.GistOf(g.texts[text].Text)
	if group := g.nearest(text, gist); group >= 0 {
		g.groups[group] = append(g.groups[group], text)
		return
	}
	for _, term := range g.keys(text, gist) {
		g.about[term] = append(g.about[term], len(g.groups))
	}
	g.groups = append(g.groups, []int{text})
	g.firsts = append(g.firsts, gist)
}

// nearest is the group that a text belongs to, -1 if it is like none.
func (g *grouping) nearest(text int, gist nlu.Gist) int {
	best, most := -1, 0.0
	for _, group := range candidates(g.keys(text, gist), g.about) {
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

// keys are what a text shares with those of its group: a telling term, or the likeliest entry.
func (g *grouping) keys(text int, gist nlu.Gist) []string {
	keys := gist.Telling()
	if entry := g.texts[text].Entry; entry != "" {
		keys = append(keys, "@"+entry)
	}
	return keys
}

// candidates are those who share a key, each once, in order.
func candidates(keys []string, about map[string][]int) []int {
	var list []int
	for _, key := range keys {
		list = append(list, about[key]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
