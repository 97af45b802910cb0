package blockform

import "okienko/runtime/flow"

// sayImage reads only the words: the picture itself comes by upload or address (builder/files.go).
func (r *reader) sayImage(b *flow.SayImage) { r.text("alt", &b.Alt, flow.MaxPrompt) }
