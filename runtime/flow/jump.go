package flow

// Jump goes on at another node.
//
//	{"type": "jump", "id": "b1", "exits": [{"id": "to", "to": "n2"}]}
type Jump struct {
	Core
}

// Type is "jump".
func (*Jump) Type() string { return "jump" }

// Outs are the ways out of this block.
func (b *Jump) Outs() []Out { return []Out{{ID: "to", Key: "exit.to"}} }

func (b *Jump) validate(c *checker) {
	if b.To("to") == "" {
		c.refuse("exit.to", "jump_nowhere")
	}
}

func (b *Jump) inspect(c *checker) {}
