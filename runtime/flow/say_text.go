package flow

// SayText says a text.
//
//	{"type": "say_text", "id": "b1", "text": "Dzień dobry, **{{imie ?? klient}}**."}
type SayText struct {
	Core
	Text string `json:"text"` // Markdown with {{variable ?? fallback}}
}

// Type is "say_text".
func (*SayText) Type() string { return "say_text" }

// Outs are the ways out of this block.
func (b *SayText) Outs() []Out { return nil }

func (b *SayText) validate(c *checker) {
	c.required("text", b.Text, "no_text")
	c.text("text", b.Text, MaxText)
}

func (b *SayText) inspect(c *checker) {}
