package blockform

import "okienko/runtime/flow"

func (r *reader) handOver(b *flow.HandOver) {
	r.text("text", &b.Text, flow.MaxPrompt)
	r.text("ask", &b.Ask, flow.MaxPrompt)
	r.text("ask_email", &b.AskEmail, flow.MaxPrompt)
	r.text("done", &b.Done, flow.MaxPrompt)
	r.patience(&b.Tries, &b.SilenceAfter)
}
