package blockform

import "okienko/runtime/flow"

func (r *reader) askNumber(b *flow.AskNumber) {
	r.question(&b.Question)
	r.decimal("min", &b.Min)
	r.decimal("max", &b.Max)
	if b.Min != nil && b.Max != nil && *b.Min > *b.Max {
		r.refuse("max", r.form.Get("max"), "inspector.error.order")
	}
	if r.form.Has("prompt") { // an unticked box is not posted
		b.Whole = r.form.Has("whole")
	}
}
