package flow

// SayImage shows a picture.
//
//	{"type": "say_image", "id": "b1", "source": "file:3f9a", "alt": "Tabela rozmiarów"}
type SayImage struct {
	Core
	Source string `json:"source"` // "file:<id>" of an uploaded file, or an https address
	Alt    string `json:"alt"`    // for those who don't see it; required
}

// Type is "say_image".
func (*SayImage) Type() string { return "say_image" }

// Outs are the ways out of this block.
func (b *SayImage) Outs() []Out { return nil }

func (b *SayImage) validate(c *checker) {
	c.required("source", b.Source, "no_image")
	if b.Source != "" {
		c.image("source", b.Source)
	}
	c.required("alt", b.Alt, "no_alt")
	c.text("alt", b.Alt, MaxPrompt)
}

func (b *SayImage) inspect(c *checker) {}
