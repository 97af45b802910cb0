package blockform

import "okienko/runtime/flow"

func (r *reader) answerFAQ(b *flow.AnswerFAQ) { r.question(&b.Question) }
