package flow

// AskEmail asks for an e-mail address.
//
//	{"type": "ask_email", "id": "b1", "prompt": "Na jaki adres odpisać?", "variable": "email"}
type AskEmail struct {
	Core
	Question
}

// Type is "ask_email".
func (*AskEmail) Type() string { return "ask_email" }

// Outs are the ways out of this block.
func (b *AskEmail) Outs() []Out { return questionOuts() }

func (b *AskEmail) validate(c *checker) {
	c.question(&b.Question)
}

func (b *AskEmail) inspect(c *checker) {
	c.unattended(b)
}
