package gate

import (
	"slices"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// Proof counts the questions that a customer can be asked, and from how many of them a person and an
// end of the conversation can be reached.
type Proof struct {
	Questions int
	Human     int
	End       int
}

// Holds reports whether nobody can get stuck.
func (p Proof) Holds() bool { return p.Human == p.Questions && p.End == p.Questions }

// prove looks at every question that can be reached. That a person is one wish away is not assumed:
// the engine is asked to go there. The problems are the questions for which the proof fails.
func prove(bot *flow.Bot) (Proof, []flow.Problem) {
	var proof Proof
	var stuck []flow.Problem
	for _, id := range flow.Reachable(bot, flow.Entrances(bot)...) {
		f, n := bot.Node(id)
		for i, b := range n.Blocks {
			if waits(b) {
				proof.Questions++
				at := flow.Problem{Flow: f.ID, Node: n.ID, Block: b.Base().ID, Severity: flow.Warning}
				if reachesHuman(bot, n, b) {
					proof.Human++
				} else {
					at.Key = "gate.no_human"
					stuck = append(stuck, at)
				}
				if reachesEnd(bot, n, i) {
					proof.End++
				} else {
					at.Key = "gate.no_end"
					stuck = append(stuck, at)
				}
			}
			if !flow.GoesOn(b) {
				break
			}
		}
	}
	return proof, stuck
}

func waits(b flow.Block) bool {
	_, over := b.(*flow.End)
	return flow.Waits(b) && !over
}

// reachesHuman asks the engine for a person at a question: a hand-over at once, or a node that leads to one.
func reachesHuman(bot *flow.Bot, n *flow.Node, b flow.Block) bool {
	if _, ok := b.(*flow.HandOver); ok {
		return true
	}
	s := engine.Session{Started: true, At: engine.Position{Node: n.ID, Block: b.Base().ID}}
	s, actions := engine.Step(bot, s, engine.Input{Kind: engine.Command, Command: "human"})
	if slices.ContainsFunc(actions, func(a engine.Action) bool { return a.Kind == engine.Handoff }) {
		return true
	}
	return slices.ContainsFunc(flow.Reachable(bot, s.At.Node), func(id string) bool {
		_, n := bot.Node(id)
		return slices.ContainsFunc(n.Blocks, func(b flow.Block) bool { return b.Type() == "hand_over" })
	})
}

// reachesEnd reports whether some way out of a question comes to a close: an end, a message left,
// or a flow that runs out, after which the customer may write on.
func reachesEnd(bot *flow.Bot, n *flow.Node, index int) bool {
	rest := *n
	rest.Blocks = n.Blocks[index:]
	if closes(&rest) {
		return true
	}
	var next []string
	for _, e := range flow.Edges(&rest) {
		next = append(next, e.To)
	}
	return slices.ContainsFunc(flow.Reachable(bot, next...), func(id string) bool {
		_, n := bot.Node(id)
		return closes(n)
	})
}

func closes(n *flow.Node) bool {
	for _, b := range n.Blocks {
		switch b.(type) {
		case *flow.End, *flow.HandOver:
			return true
		}
		if !flow.GoesOn(b) {
			return false
		}
	}
	return n.Next == ""
}
