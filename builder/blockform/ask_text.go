package blockform

import "okienko/runtime/flow"

func (r *reader) askText(b *flow.AskText) {
	r.question(&b.Question)
	r.count("min", &b.Min, 1, flow.MaxAnswer)
	r.count("max", &b.Max, 1, flow.MaxAnswer)
	if b.Min > 0 && b.Max > 0 && b.Min > b.Max {
		r.refuse("max", r.form.Get("max"), "inspector.error.order")
	}
}
