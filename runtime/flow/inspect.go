package flow

import (
	"slices"
	"strconv"
)

// Inspect returns what is likely a mistake or could be better, in the order of the bot. None of it keeps
// the bot from being published.
func Inspect(bot *Bot) []Issue {
	c := &checker{bot: bot}
	c.color()
	c.disclosure()
	c.humanWay()
	c.nodes()
	c.unused()
	c.unfilled()
	return c.found
}

// color looks at what the eyes will: the bubble on a white page, and the text on the bubble.
func (c *checker) color() {
	color := c.bot.Look.Color
	if ratio := Contrast(color, White); ratio > 0 && ratio < 3 {
		c.warnAt("look.color", "pale_color", "ratio", tenths(ratio))
	}
	if ratio := Contrast(color, TextOn(color)); ratio > 0 && ratio < 4.5 {
		c.warnAt("look.color", "low_contrast", "ratio", tenths(ratio))
	}
}

func tenths(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }

// disclosure notes that the engine will have to say by itself that the bot is one.
func (c *checker) disclosure() {
	if len(c.bot.Flows) == 0 {
		return
	}
	seen := map[string]bool{}
	_, n := c.bot.Node(c.bot.Flows[0].Start)
	for n != nil && !seen[n.ID] {
		seen[n.ID] = true
		next := n.Next
		for _, b := range n.Blocks {
			if Discloses(spoken(b)) {
				return
			}
			if Waits(b) {
				next = ""
				break
			}
			if jump, ok := b.(*Jump); ok {
				next = jump.To("to")
				break
			}
		}
		_, n = c.bot.Node(next)
	}
	c.here = Problem{Flow: c.bot.Flows[0].ID, Node: c.bot.Flows[0].Start}
	c.hint("no_disclosure")
	c.here = Problem{}
}

// spoken is what a block says when it is reached.
func spoken(b Block) string {
	switch b := b.(type) {
	case *SayText:
		return b.Text
	case *End:
		return b.Text
	case *HandOver:
		return b.Text
	case Asker:
		return b.AskBase().Prompt
	}
	return ""
}

// humanWay warns if the owner's own way to a person leads to none.
func (c *checker) humanWay() {
	for _, l := range c.bot.Listeners {
		if l.Wish != "human" || l.To == "" {
			continue
		}
		handsOver := func(id string) bool {
			_, n := c.bot.Node(id)
			return slices.ContainsFunc(n.Blocks, func(b Block) bool { return b.Type() == "hand_over" })
		}
		if !slices.ContainsFunc(Reachable(c.bot, l.To), handsOver) {
			f, _ := c.bot.Node(l.To)
			if f == nil {
				continue // Validate refuses it
			}
			c.here = Problem{Flow: f.ID, Node: l.To}
			c.warn("no_human")
			c.here = Problem{}
		}
	}
}

func (c *checker) nodes() {
	reached := Reachable(c.bot, Entrances(c.bot)...)
	loops := loops(c.bot)
	for i := range c.bot.Flows {
		f := &c.bot.Flows[i]
		for j := range f.Nodes {
			n := &f.Nodes[j]
			c.here = Problem{Flow: f.ID, Node: n.ID}
			if !slices.Contains(reached, n.ID) {
				c.warn("unreachable")
			}
			if slices.Contains(loops, n.ID) {
				c.warn("loop")
			}
			c.inspectNode(n)
		}
	}
	c.here = Problem{}
}

func (c *checker) inspectNode(n *Node) {
	if len(n.Blocks) == 0 {
		c.hint("empty_node")
	}
	passes := true
	for _, b := range n.Blocks {
		c.here.Block = b.Base().ID
		if !passes {
			c.warn("dead_block")
		}
		passes = passes && GoesOn(b)
		b.inspect(c)
	}
	c.here.Block = ""
	if last := len(n.Blocks) - 1; RunsOut(n) && (last < 0 || n.Blocks[last].Type() != "hand_over") {
		c.warn("dead_end")
	}
}

// unused hints at variables that are never read. The address of a customer is read by hand-overs.
func (c *checker) unused() {
	reader := &checker{bot: c.bot}
	reader.settings()
	reader.flows()
	reader.entries()
	for _, v := range c.bot.Variables {
		if v.Type != "email" && v.Type != "phone" && !slices.Contains(reader.used, v.Name) {
			c.hint("unused_variable", "name", v.Name)
		}
	}
}
