package engine

import "okienko/runtime/flow"

func (r *run) sayText(b *flow.SayText) move {
	r.say(r.markdown(b.Text))
	return move{}
}
