package engine

import "okienko/runtime/flow"

// do runs a block. A type that isn't listed here or in questionAt can't run; a test walks flow.Kinds.
func (r *run) do(n *flow.Node, index int) move {
	switch b := n.Blocks[index].(type) {
	case *flow.SayText:
		return r.sayText(b)
	case *flow.SayImage:
		return r.sayImage(b)
	case *flow.Decide:
		return r.decide(b)
	case *flow.SetVariable:
		return r.setVariable(b)
	case *flow.HandOver:
		return r.handOver(b, n, index)
	case *flow.Jump:
		return r.jump(b)
	case *flow.Wait:
		return r.wait(b)
	case *flow.End:
		return r.end(b)
	}
	if q, ok := r.questionAt(n, index); ok {
		return r.ask(q)
	}
	r.fail(n.ID, r.at.Block, "unknown_block")
	return move{rest: true}
}

// questionAt returns the question of a block that waits for an answer.
func (r *run) questionAt(n *flow.Node, index int) (question, bool) {
	q := question{node: n, index: index}
	switch b := n.Blocks[index].(type) {
	case *flow.AskChoice:
		return r.askChoice(b, q), true
	case *flow.AskText:
		return r.askText(b, q), true
	case *flow.AskEmail:
		return r.askEmail(b, q), true
	case *flow.AskPhone:
		return r.askPhone(b, q), true
	case *flow.AskNumber:
		return r.askNumber(b, q), true
	case *flow.AnswerFAQ:
		return r.answerFAQ(b, q), true
	case *flow.HandOver:
		return r.leaveMessage(b, q), true
	}
	return question{}, false
}
