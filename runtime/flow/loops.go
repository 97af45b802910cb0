package flow

// loops are the nodes at which a cycle without a wait begins: one for each tangle of cycles,
// the first in the bot's order.
func loops(bot *Bot) []string {
	ids, next := unwaited(bot)
	reach := make([][]bool, len(ids))
	for i := range ids {
		reach[i] = reachFrom(next, i)
	}
	var first []string
	tangled := make([]bool, len(ids))
	for i, id := range ids {
		if tangled[i] || !reach[i][i] {
			continue
		}
		first = append(first, id)
		for j := range ids {
			tangled[j] = tangled[j] || reach[i][j] && reach[j][i]
		}
	}
	return first
}

// unwaited are all nodes, and for each those that it leads to without waiting for the customer.
func unwaited(bot *Bot) (ids []string, next [][]int) {
	index := map[string]int{}
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			index[n.ID] = len(ids)
			ids = append(ids, n.ID)
		}
	}
	next = make([][]int, len(ids))
	for i := range bot.Flows {
		for j := range bot.Flows[i].Nodes {
			n := &bot.Flows[i].Nodes[j]
			edges, _ := edgesUntil(n, Waits)
			for _, e := range edges {
				if to, ok := index[e.To]; ok {
					next[index[n.ID]] = append(next[index[n.ID]], to)
				}
			}
		}
	}
	return ids, next
}

// reachFrom marks what can be reached by at least one edge.
func reachFrom(next [][]int, from int) []bool {
	reached := make([]bool, len(next))
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		for _, to := range next[queue[0]] {
			if !reached[to] {
				reached[to] = true
				queue = append(queue, to)
			}
		}
	}
	return reached
}
