package owner

import (
	"context"
	"strings"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// NodeCard is a node as the canvas and the outline show it. Two equal cards look the same,
// so the server sends only those that differ.
type NodeCard struct {
	Bot    string
	ID     string
	Title  string
	Family string // of its first block
	Start  bool
	Blocks []BlockRow
	Next   *ExitRow // nil if the last block ends the node
	Issues []Issue
}

// BlockRow is a block with its ways out.
type BlockRow struct {
	Block  flow.Block
	Exits  []ExitRow
	Issues []Issue
}

// ExitRow is a way out; Block is nil for the node's own "next".
type ExitRow struct {
	Node    string
	Block   flow.Block
	Out     flow.Out
	To      string // node id; "" if it is not connected
	ToTitle string
}

// NodeCards makes the cards of a flow in reading order: from the start along the exits, then the rest.
func NodeCards(bot string, f *flow.Flow, issues []Issue) []NodeCard {
	titles := make(map[string]string, len(f.Nodes))
	for _, node := range f.Nodes {
		titles[node.ID] = node.Title
	}
	of := make(map[string][]Issue)
	for _, issue := range issues {
		of[issue.Node] = append(of[issue.Node], issue)
	}
	cards := make([]NodeCard, 0, len(f.Nodes))
	for _, node := range readingOrder(f) {
		cards = append(cards, newCard(bot, node, f.Start, titles, of[node.ID]))
	}
	return cards
}

func newCard(bot string, node *flow.Node, start string, titles map[string]string, issues []Issue) NodeCard {
	card := NodeCard{Bot: bot, ID: node.ID, Title: node.Title, Family: "say", Start: node.ID == start}
	if len(node.Blocks) > 0 {
		card.Family = Family(node.Blocks[0].Type())
	}
	for _, block := range node.Blocks {
		row := BlockRow{Block: block}
		for _, out := range block.Outs() {
			to := block.Base().To(out.ID)
			row.Exits = append(row.Exits, ExitRow{node.ID, block, out, to, titles[to]})
		}
		for _, issue := range issues {
			if issue.Block == block.Base().ID {
				row.Issues = append(row.Issues, issue)
			}
		}
		card.Blocks = append(card.Blocks, row)
	}
	for _, issue := range issues {
		if issue.Block == "" {
			card.Issues = append(card.Issues, issue)
		}
	}
	if node.Next != "" || goesOn(node.Blocks) {
		card.Next = &ExitRow{Node: node.ID, To: node.Next, ToTitle: titles[node.Next]}
	}
	return card
}

// goesOn says whether a conversation can reach the end of the node.
func goesOn(blocks flow.Blocks) bool {
	if len(blocks) == 0 {
		return true
	}
	last := blocks[len(blocks)-1].Type()
	return last != "end" && last != "jump"
}

// readingOrder lists nodes breadth first from the start; what can't be reached comes last, as stored.
func readingOrder(f *flow.Flow) []*flow.Node {
	byID := make(map[string]*flow.Node, len(f.Nodes))
	for i := range f.Nodes {
		byID[f.Nodes[i].ID] = &f.Nodes[i]
	}
	order := make([]*flow.Node, 0, len(f.Nodes))
	seen := make(map[string]bool, len(f.Nodes))
	visit := func(id string) {
		if node := byID[id]; node != nil && !seen[id] {
			seen[id] = true
			order = append(order, node)
		}
	}
	visit(f.Start)
	for i := 0; i < len(order); i++ {
		for _, to := range targets(order[i]) {
			visit(to)
		}
	}
	for i := range f.Nodes {
		visit(f.Nodes[i].ID)
	}
	return order
}

func targets(node *flow.Node) []string {
	var list []string
	for _, block := range node.Blocks {
		for _, exit := range block.Base().Exits {
			list = append(list, exit.To)
		}
	}
	return append(list, node.Next)
}

// exit and block ids as the page has them; "" for the node's own way out.
func (e ExitRow) blockID() string {
	if e.Block == nil {
		return ""
	}
	return e.Block.Base().ID
}

func (e ExitRow) label(ctx context.Context) string {
	if e.Block == nil {
		return words.T(ctx, "editor.next")
	}
	return ExitLabel(ctx, e.Block, e.Out)
}

// domID is unique on the page; prefix tells canvas from outline.
func (e ExitRow) domID(prefix string) string {
	return prefix + "-" + e.Node + "-" + e.blockID() + "-" + e.Out.ID
}

// spoken is the row for those who don't see the line.
func (e ExitRow) spoken(ctx context.Context) string {
	if e.To == "" {
		return words.T(ctx, "editor.exit.open", "label", e.label(ctx))
	}
	return words.T(ctx, "editor.exit.leads", "label", e.label(ctx), "title", e.ToTitle)
}

// unconnected is where the conversation goes without an edge.
func (e ExitRow) unconnected(ctx context.Context) string {
	if e.Block == nil {
		return words.T(ctx, "editor.outline.stop")
	}
	return words.T(ctx, "editor.outline.nowhere")
}

// quiet is a way out that most flows leave alone: what it does unconnected is fine.
func (e ExitRow) quiet() bool {
	switch e.Out.Key {
	case "", "exit.to", "exit.else", "exit.unknown":
		return false
	}
	return true
}

// look is how the row is drawn: a choice as the button it will be, a branch or the rest as a line.
func (e ExitRow) look() string {
	switch {
	case e.Block != nil && e.Block.Type() == "ask_choice" && e.Out.Key == "":
		return "is-choice"
	case e.quiet():
		return "is-quiet"
	}
	return "is-plain"
}

// hidden counts the quiet ways out that are not connected: they are folded away.
func (r BlockRow) hidden() int {
	count := 0
	for _, exit := range r.Exits {
		if exit.quiet() && exit.To == "" {
			count++
		}
	}
	return count
}

// leadsTo are the titles of the nodes that a card leads to, each once.
func (c NodeCard) leadsTo() string {
	var titles []string
	seen := map[string]bool{}
	add := func(e ExitRow) {
		if e.To != "" && !seen[e.To] {
			seen[e.To] = true
			titles = append(titles, e.ToTitle)
		}
	}
	for _, row := range c.Blocks {
		for _, exit := range row.Exits {
			add(exit)
		}
	}
	if c.Next != nil {
		add(*c.Next)
	}
	return strings.Join(titles, ", ")
}

// described is what the card leads to, in a sentence.
func (c NodeCard) described(ctx context.Context) string {
	if to := c.leadsTo(); to != "" {
		return words.T(ctx, "editor.leads", "titles", to)
	}
	return words.T(ctx, "editor.leads_nowhere")
}

// icon is how bad an issue is, for the eye.
func (i Issue) icon() string {
	switch i.Severity {
	case "refusal":
		return "circle-alert"
	case "info":
		return "info"
	}
	return "triangle-alert"
}

func issueTexts(issues []Issue) string {
	texts := make([]string, len(issues))
	for i, issue := range issues {
		texts[i] = issue.Text
	}
	return strings.Join(texts, " ")
}
