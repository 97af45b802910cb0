package engine

import "okienko/runtime/flow"

// run is one turn in the making.
type run struct {
	bot     *flow.Bot
	s       Session
	in      Input
	out     []Action
	at      Position // of the block that runs, for what it says
	steps   int
	visits  []visit
	fresh   bool   // the conversation began with this turn
	failing bool   // on the way to a person because the bot is broken
	reason  string // why a person is wanted; empty means that the owner's flow leads there
	misfit  misfit // why the text was no answer to the question
}

type visit struct {
	node  string
	times int
}

// move is where a block leads.
type move struct {
	exit string // this exit if it is connected, else the next block
	rest bool   // the turn ends here
}

// walk runs blocks from a place until one waits or ends the conversation, or nothing is left:
// then the conversation stays open, and what the customer writes is tried against the entries.
func (r *run) walk(id string, index int) {
	n := r.node(id)
	if index == 0 {
		n = r.enter(id)
	}
	for n != nil {
		if r.steps++; r.steps > flow.MaxSteps {
			r.fail(n.ID, "", "loop")
			return
		}
		if index >= len(n.Blocks) {
			if n.Next == "" {
				return
			}
			n, index = r.enter(n.Next), 0
			continue
		}
		block := n.Blocks[index]
		if block == nil {
			r.fail(n.ID, "", "unknown_block")
			return
		}
		r.at = Position{n.ID, block.Base().ID}
		m := r.do(n, index)
		if m.rest {
			return
		}
		if to := block.Base().To(m.exit); to != "" {
			n, index = r.enter(to), 0
			continue
		}
		index++
	}
}

// enter begins a node; nil if it is missing or was entered too often, in which case a person is on the way.
func (r *run) enter(id string) *flow.Node {
	n := r.node(id)
	if n == nil {
		r.fail(id, "", "missing_node")
		return nil
	}
	if r.visit(id) > flow.MaxVisits {
		r.fail(id, "", "loop")
		return nil
	}
	r.emit(Action{Kind: Enter, Node: id})
	return n
}

func (r *run) visit(id string) int {
	for i := range r.visits {
		if r.visits[i].node == id {
			r.visits[i].times++
			return r.visits[i].times
		}
	}
	r.visits = append(r.visits, visit{id, 1})
	return 1
}

// node finds a node. The way to a person is always there, whatever the owner drew.
func (r *run) node(id string) *flow.Node {
	if id == flow.HumanNode {
		way := &flow.HandOver{Core: flow.Core{ID: flow.HumanNode}}
		return &flow.Node{ID: flow.HumanNode, Blocks: flow.Blocks{way}}
	}
	_, n := r.bot.Node(id)
	return n
}

// fail reports that the bot is broken and leads to a person. What a loop said over and over is said once.
func (r *run) fail(node, block, reason string) {
	if r.failing {
		return
	}
	r.failing = true
	r.out = once(r.out)
	r.emit(Action{Kind: Fail, Node: node, Block: block, Reason: reason})
	r.leave()
	r.steps, r.reason = 0, reasonBroken
	r.walk(flow.HumanNode, 0)
}

func once(actions []Action) []Action {
	var kept []Action
	for _, a := range actions {
		if a.Kind != Enter && repeats(kept, a) {
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

func repeats(said []Action, a Action) bool {
	for _, b := range said {
		if a.Kind == b.Kind && a.Block == b.Block && a.Node == b.Node {
			return true
		}
	}
	return false
}
