package nlu

// sharing are the entries that have a term of the query, nil if those are more than most.
func (c *corpus) sharing(q query, most int) []int {
	seen := make([]bool, len(c.entries))
	list := make([]int, 0, most)
	for _, w := range q.words {
		for _, m := range w.terms {
			for _, entry := range c.having[m.term] {
				if seen[entry] {
					continue
				}
				if len(list) == most {
					return nil
				}
				seen[entry] = true
				list = append(list, int(entry))
			}
		}
	}
	return list
}
