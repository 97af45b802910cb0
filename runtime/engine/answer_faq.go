package engine

import "okienko/runtime/flow"

func (r *run) answerFAQ(b *flow.AnswerFAQ, q question) question {
	q = r.asks(b, q)
	q.input, q.other = "text", "unknown"
	q.accept = func() (move, misfit) {
		entry := r.entry(r.in.Choice)
		if r.in.Kind == Text && r.knows() && !r.wants() {
			entry = r.bot.Entry(r.in.Understanding.Entries[0].Entry)
		}
		if entry == nil {
			return move{}, misfit{key: "retry_faq", unknown: true}
		}
		r.set(b.Variable, entry.Question)
		if r.in.Kind != Text {
			r.tell(entry)
		} else if rest := r.tellAll(); rest != nil {
			r.missed(reasonUnknown)
			r.say(r.text("part_unknown", Value{"text", clip(oneLine(rest.Text), flow.MaxLabel)}))
		}
		return move{exit: "answered"}, misfit{}
	}
	return q
}

// wants reports whether the text is a wish that goes before an entry.
func (r *run) wants() bool {
	switch r.in.Understanding.Wish {
	case wishHuman, wishMenu, wishBack, wishRestart:
		return true
	}
	return false
}
