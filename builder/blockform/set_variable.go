package blockform

import "okienko/runtime/flow"

func (r *reader) setVariable(b *flow.SetVariable) {
	r.variable("variable", &b.Variable)
	r.oneOf("operation", &b.Operation, flow.Operations())
	r.text("value", &b.Value, flow.MaxPrompt)
}
