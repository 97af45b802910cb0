package flow

// HandOver gives the conversation to a person; while nobody is there it takes a message and an address.
//
//	{"type": "hand_over", "id": "b1", "text": "Przekażę to komuś z nas.", "ask": "Napisz, w czym pomóc."}
type HandOver struct {
	Core
	Text         string `json:"text,omitempty"`          // said first; empty means the default text
	Ask          string `json:"ask,omitempty"`           // asks for the message
	AskEmail     string `json:"ask_email,omitempty"`     // asks for the address
	Done         string `json:"done,omitempty"`          // said when the message is left
	Tries        int    `json:"tries,omitempty"`         // as in Question
	SilenceAfter int    `json:"silence_after,omitempty"` // as in Question
}

// Type is "hand_over".
func (*HandOver) Type() string { return "hand_over" }

// Outs are the ways out of this block.
func (b *HandOver) Outs() []Out {
	return []Out{{ID: "left", Key: "exit.left"}, {ID: "failed", Key: "exit.failed"}, {ID: "silence", Key: "exit.silence"}}
}

func (b *HandOver) validate(c *checker) {
	c.text("text", b.Text, MaxText)
	c.text("ask", b.Ask, MaxPrompt)
	c.text("ask_email", b.AskEmail, MaxPrompt)
	c.text("done", b.Done, MaxPrompt, "email", "phone")
	c.between("tries", b.Tries, 1, MaxTries)
	c.between("silence_after", b.SilenceAfter, MinSilence, MaxSilence)
}

func (b *HandOver) inspect(c *checker) {}
