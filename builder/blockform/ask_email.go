package blockform

import "okienko/runtime/flow"

func (r *reader) askEmail(b *flow.AskEmail) { r.question(&b.Question) }
