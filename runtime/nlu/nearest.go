package nlu

import (
	"okienko/runtime/nlu/intent"
)

// nearest are the entries nearest in meaning to a text, nearest first; equally near ones in their order.
func (c *corpus) nearest(sense intent.Vector, most int) []int {
	entries, cosines := make([]int, 0, most+1), make([]float32, 0, most+1)
	for i := range c.entries {
		cosine := sense.Dot(c.entries[i].centre)
		at := len(entries)
		if at == most && cosine <= cosines[at-1] {
			continue
		}
		entries, cosines = append(entries, i), append(cosines, cosine)
		for ; at > 0 && cosines[at-1] < cosine; at-- {
			entries[at], cosines[at] = entries[at-1], cosines[at-1]
		}
		entries[at], cosines[at] = i, cosine
		entries, cosines = entries[:min(most, len(entries))], cosines[:min(most, len(cosines))]
	}
	return entries
}

// lineUp puts the centres side by side in memory: all of them are read for every question.
func (c *corpus) lineUp() {
	dims := len(c.model.Vector(nil))
	line := make(intent.Vector, 0, dims*len(c.entries))
	for i := range c.entries {
		line = append(line, c.entries[i].centre...)
		c.entries[i].centre = line[i*dims : (i+1)*dims : (i+1)*dims]
	}
}
