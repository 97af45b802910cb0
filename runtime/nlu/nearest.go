package nlu

import (
	"cmp"
	"slices"

	"okienko/runtime/nlu/intent"
)

// nearest are the entries with the phrasings nearest in meaning to a text.
func (c *corpus) nearest(sense intent.Vector, most int) []int {
	type near struct {
		entry  int
		cosine float32
	}
	list := make([]near, len(c.entries))
	for i := range c.entries {
		list[i] = near{i, -1}
		for _, p := range c.entries[i].phrasings {
			list[i].cosine = max(list[i].cosine, sense.Dot(p.sense))
		}
	}
	slices.SortFunc(list, func(a, b near) int { return cmp.Or(cmp.Compare(b.cosine, a.cosine), cmp.Compare(a.entry, b.entry)) })
	entries := make([]int, 0, most)
	for _, n := range list[:min(most, len(list))] {
		entries = append(entries, n.entry)
	}
	return entries
}
