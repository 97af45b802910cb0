package flow

// AskNumber asks for a number; "1 234,50" and "1234.5" are the same.
//
//	{"type": "ask_number", "id": "b1", "prompt": "Ile sztuk?", "variable": "ile", "min": 1, "max": 99, "whole": true}
type AskNumber struct {
	Core
	Question
	Min   *float64 `json:"min,omitempty"`
	Max   *float64 `json:"max,omitempty"`
	Whole bool     `json:"whole,omitempty"`
}

// Type is "ask_number".
func (*AskNumber) Type() string { return "ask_number" }

// Outs are the ways out of this block.
func (b *AskNumber) Outs() []Out { return questionOuts() }

func (b *AskNumber) validate(c *checker) {
	c.question(&b.Question)
	if b.Min != nil && b.Max != nil && *b.Min > *b.Max {
		c.refuse("min", "min_above_max")
	}
}

func (b *AskNumber) inspect(c *checker) {
	c.unattended(b)
}
