package engine

import "okienko/runtime/flow"

func (r *run) wait(b *flow.Wait) move {
	r.emit(Action{Kind: Pause, Node: r.at.Node, Block: b.ID, Millis: min(b.Millis, flow.MaxWait)})
	return move{}
}
