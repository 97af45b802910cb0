package flow

import "strings"

// Unfilled begins what a template leaves for the owner to complete: "[uzupełnij: godziny pracy]".
const Unfilled = "[uzupełnij: "

// Marks are the places of a text that the owner has yet to complete, as they stand in it.
func Marks(text string) []string {
	var marks []string
	for {
		_, after, found := strings.Cut(text, Unfilled)
		if !found {
			return marks
		}
		what, rest, closed := strings.Cut(after, "]")
		if !closed {
			return marks
		}
		marks = append(marks, Unfilled+what+"]")
		text = rest
	}
}

// unfilled warns of texts that a customer would read with the marks still in them.
func (c *checker) unfilled() {
	for i := range c.bot.Flows {
		f := &c.bot.Flows[i]
		for j := range f.Nodes {
			n := &f.Nodes[j]
			for _, b := range n.Blocks {
				c.here = Problem{Flow: f.ID, Node: n.ID, Block: b.Base().ID}
				c.marks(spoken(b))
			}
		}
	}
	for i := range c.bot.Entries {
		c.here = Problem{Entry: c.bot.Entries[i].ID}
		c.marks(c.bot.Entries[i].Answer)
	}
	c.here = Problem{}
}

func (c *checker) marks(text string) {
	if marks := Marks(text); len(marks) > 0 {
		c.warn("unfilled", "what", strings.Join(marks, ", "))
	}
}
