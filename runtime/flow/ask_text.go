package flow

// AskText asks for words.
//
//	{"type": "ask_text", "id": "b1", "prompt": "Jaki to model?", "variable": "model", "max": 200}
type AskText struct {
	Core
	Question
	Min int `json:"min,omitempty"` // characters
	Max int `json:"max,omitempty"` // characters; 0 means MaxAnswer
}

// Type is "ask_text".
func (*AskText) Type() string { return "ask_text" }

// Outs are the ways out of this block.
func (b *AskText) Outs() []Out { return questionOuts() }

func (b *AskText) validate(c *checker) {
	c.question(&b.Question)
	c.between("min", b.Min, 1, MaxAnswer)
	c.between("max", b.Max, 1, MaxAnswer)
	if b.Max != 0 && b.Min > b.Max {
		c.refuse("min", "min_above_max")
	}
}

func (b *AskText) inspect(c *checker) {
	c.unattended(b)
}
