package flow

import "slices"

// Edge leads from a node to a node: by an exit of a block, or, with Block "", by the node's Next.
type Edge struct {
	Node  string
	Block string
	Exit  string
	To    string
}

// Edges are the edges that a conversation can take out of a node, in order. What comes after a block
// that never goes on is left out.
func Edges(n *Node) []Edge {
	edges, _ := edgesUntil(n, func(Block) bool { return false })
	return edges
}

// Waits reports whether a block waits for the customer.
func Waits(b Block) bool {
	switch b.(type) {
	case Asker, *HandOver, *End: // after an end, too, nothing runs until the customer writes
		return true
	}
	return false
}

// GoesOn reports whether the block after this one can run.
func GoesOn(b Block) bool {
	switch b.(type) {
	case *Jump, *End:
		return false
	case *AskChoice, *Decide, *AnswerFAQ, *HandOver:
		return slices.ContainsFunc(b.Outs(), func(o Out) bool { return !staysAsked(o.ID) && b.Base().To(o.ID) == "" })
	}
	return true // a fitting answer, or nothing at all, leads on
}

// staysAsked are the exits that change nothing while they aren't connected.
func staysAsked(exit string) bool { return exit == "silence" || exit == "other" || exit == "unknown" }

// edgesUntil are the edges up to a block; the flag says that the end of the node is reached.
func edgesUntil(n *Node, stop func(Block) bool) ([]Edge, bool) {
	var edges []Edge
	for _, b := range n.Blocks {
		if stop(b) {
			return edges, false
		}
		for _, o := range b.Outs() {
			if to := b.Base().To(o.ID); to != "" {
				edges = append(edges, Edge{n.ID, b.Base().ID, o.ID, to})
			}
		}
		if !GoesOn(b) {
			return edges, false
		}
	}
	if n.Next != "" {
		edges = append(edges, Edge{Node: n.ID, To: n.Next})
	}
	return edges, true
}

// RunsOut reports whether a conversation can come to the end of a node that leads nowhere.
func RunsOut(n *Node) bool {
	_, through := edgesUntil(n, func(Block) bool { return false })
	return through && n.Next == ""
}

// Reachable are the ids of the nodes that a conversation can come to from the given ones, in the order found.
func Reachable(bot *Bot, from ...string) []string {
	var found []string
	seen := map[string]bool{}
	for queue := from; len(queue) > 0; queue = queue[1:] {
		_, n := bot.Node(queue[0])
		if n == nil || seen[n.ID] {
			continue
		}
		seen[n.ID] = true
		found = append(found, n.ID)
		for _, e := range Edges(n) {
			queue = append(queue, e.To)
		}
	}
	return found
}

// Entrances are where a conversation can begin or be led to by a wish: the start of the main flow
// and the targets of listeners.
func Entrances(bot *Bot) []string {
	var ids []string
	if len(bot.Flows) > 0 {
		ids = append(ids, bot.Flows[0].Start)
	}
	for _, l := range bot.Listeners {
		if l.To != "" {
			ids = append(ids, l.To)
		}
	}
	return ids
}
