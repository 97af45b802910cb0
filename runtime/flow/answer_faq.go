package flow

// AnswerFAQ takes a question in the customer's own words and answers it from the entries.
//
//	{"type": "answer_faq", "id": "b1", "prompt": "O co chcesz zapytać?", "exits": [{"id": "unknown", "to": "n9"}]}
type AnswerFAQ struct {
	Core
	Question
}

// Type is "answer_faq".
func (*AnswerFAQ) Type() string { return "answer_faq" }

// Outs are the ways out of this block.
func (b *AnswerFAQ) Outs() []Out {
	return questionOuts(Out{ID: "answered", Key: "exit.answered"}, Out{ID: "unknown", Key: "exit.unknown"})
}

func (b *AnswerFAQ) validate(c *checker) {
	c.question(&b.Question)
}

func (b *AnswerFAQ) inspect(c *checker) {
	c.unattended(b)
	if len(c.bot.Entries) == 0 {
		c.warn("no_entries")
	}
}
