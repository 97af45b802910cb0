package blockform

import "okienko/runtime/flow"

func (r *reader) sayText(b *flow.SayText) { r.text("text", &b.Text, flow.MaxText) }
