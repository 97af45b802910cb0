package gate

import "okienko/runtime/flow"

// paths knows for each node that can be reached the shortest way there.
type paths struct {
	bot *flow.Bot
	way map[string]step
}

// step is the last step of a way: an edge from another node, or a wish that leads straight there.
type step struct {
	edge flow.Edge
	wish string
	root bool
}

func pathsOf(bot *flow.Bot) *paths {
	p := &paths{bot: bot, way: map[string]step{}}
	var queue []string
	visit := func(id string, s step) {
		if _, n := bot.Node(id); n == nil {
			return
		}
		if _, ok := p.way[id]; !ok {
			p.way[id] = s
			queue = append(queue, id)
		}
	}
	if len(bot.Flows) > 0 {
		visit(bot.Flows[0].Start, step{root: true})
	}
	for _, l := range bot.Listeners {
		visit(l.To, step{root: true, wish: l.Wish})
	}
	for ; len(queue) > 0; queue = queue[1:] {
		_, n := bot.Node(queue[0])
		for _, e := range flow.Edges(n) {
			visit(e.To, step{edge: e})
		}
	}
	return p
}

func (p *paths) finding(problem flow.Problem) Finding {
	f := Finding{Problem: problem}
	if _, n := p.bot.Node(problem.Node); n != nil {
		f.Title = n.Title
		f.Path = p.to(n.ID)
	}
	if e := p.bot.Entry(problem.Entry); e != nil {
		f.Title = e.Question
	}
	return f
}

// to is the talk that leads to a node: each question on the way with the answer that goes on.
func (p *paths) to(id string) []Line {
	s, ok := p.way[id]
	if !ok {
		return nil
	}
	if s.root {
		if s.wish == "" {
			return nil
		}
		return []Line{{Customer: true, Key: "gate.path.wish_" + s.wish}}
	}
	return append(p.to(s.edge.Node), p.lines(s.edge)...)
}

// lines are what is said in a node up to an edge.
func (p *paths) lines(e flow.Edge) []Line {
	_, n := p.bot.Node(e.Node)
	var lines []Line
	for _, b := range n.Blocks {
		if said := spoken(b); said != "" {
			lines = append(lines, Line{Text: said})
		}
		if b.Base().ID == e.Block {
			return append(lines, taken(b, e.Exit)...)
		}
		if _, ok := b.(flow.Asker); ok {
			lines = append(lines, Line{Customer: true, Key: "gate.path.any"})
		}
	}
	return lines
}

// taken is what the customer does to take an exit; nothing if the bot decides.
func taken(b flow.Block, exit string) []Line {
	switch exit {
	case "silence", "failed", "other", "unknown", "answered", "left":
		return []Line{{Customer: true, Key: "gate.path." + exit}}
	}
	if choice, ok := b.(*flow.AskChoice); ok {
		for _, c := range choice.Choices {
			if c.ID == exit {
				return []Line{{Customer: true, Text: c.Label}}
			}
		}
	}
	return nil
}

func spoken(b flow.Block) string {
	switch b := b.(type) {
	case *flow.SayText:
		return b.Text
	case flow.Asker:
		return b.AskBase().Prompt
	}
	return ""
}
