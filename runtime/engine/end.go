package engine

import "okienko/runtime/flow"

func (r *run) end(b *flow.End) move {
	r.say(r.markdown(b.Text))
	r.finish("end")
	return move{rest: true}
}
