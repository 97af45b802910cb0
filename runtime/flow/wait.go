package flow

// Wait shows typing dots before what follows.
//
//	{"type": "wait", "id": "b1", "millis": 1500}
type Wait struct {
	Core
	Millis int `json:"millis"`
}

// Type is "wait".
func (*Wait) Type() string { return "wait" }

// Outs are the ways out of this block.
func (b *Wait) Outs() []Out { return nil }

func (b *Wait) validate(c *checker) {
	if b.Millis < 1 || b.Millis > MaxWait {
		c.refuse("millis", "out_of_range", "least", 1, "most", MaxWait)
	}
}

func (b *Wait) inspect(c *checker) {}
