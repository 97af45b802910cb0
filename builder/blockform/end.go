package blockform

import "okienko/runtime/flow"

func (r *reader) end(b *flow.End) { r.text("text", &b.Text, flow.MaxText) }
