package flow

// End says goodbye and ends the conversation; the next text begins a new one.
//
//	{"type": "end", "id": "b1", "text": "Miłego dnia."}
type End struct {
	Core
	Text string `json:"text,omitempty"`
}

// Type is "end".
func (*End) Type() string { return "end" }

// Outs are the ways out of this block.
func (b *End) Outs() []Out { return nil }

func (b *End) validate(c *checker) {
	c.text("text", b.Text, MaxText)
}

func (b *End) inspect(c *checker) {}
