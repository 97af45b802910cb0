package edit

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"okienko/runtime/flow"
)

// Whatever is done to a bot, taking it back gives the same bytes. Operations and their inverses go
// through JSON, as they do between the client, the draft's history and undo.
func TestInverse(t *testing.T) {
	t.Parallel()
	bots, err := filepath.Glob("../../runtime/engine/testdata/*/bot.json")
	if err != nil || len(bots) == 0 {
		t.Fatalf("no bots: %v", err)
	}
	for i, path := range bots {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Parallel()
			g := &generator{Rand: rand.New(rand.NewPCG(uint64(i), 1))}
			bot := readBot(t, path)
			if len(flow.Validate(bot)) > 0 {
				return // an edge to nowhere can't be drawn again
			}
			first := written(t, bot)
			var undo [][]Op
			for range 20 {
				next, inverse := g.step(t, bot)
				if next == nil {
					continue
				}
				undo = append(undo, inverse)
				bot = next
			}
			for i := len(undo) - 1; i >= 0; i-- {
				back, _, err := ApplyAll(bot, undo[i])
				if err != nil {
					t.Fatal(err)
				}
				bot = back
			}
			if got := written(t, bot); got != first {
				t.Errorf("after undoing all:\n%s\nwant\n%s", got, first)
			}
		})
	}
}

type generator struct {
	*rand.Rand
	ids int
}

// step runs a batch of random operations, checks that they can be taken back and that the bot given
// was not written to. Nil if the batch was refused.
func (g *generator) step(t *testing.T, bot *flow.Bot) (*flow.Bot, []Op) {
	t.Helper()
	before := written(t, bot)
	var ops []Op
	for range 1 + g.IntN(4) {
		ops = append(ops, g.op(bot))
	}
	next, inverse, err := ApplyAll(bot, throughJSON(t, ops))
	if got := written(t, bot); got != before {
		t.Fatalf("%s wrote to the bot it was given", dump(t, ops))
	}
	if err != nil {
		return nil, nil
	}
	inverse = throughJSON(t, inverse)
	after := written(t, next)
	back, forth, err := ApplyAll(next, inverse)
	if err != nil {
		t.Fatalf("undo of %s: %v", dump(t, ops), err)
	}
	if got := written(t, back); got != before {
		t.Fatalf("undo of %s gave\n%s\nwant\n%s", dump(t, ops), got, before)
	}
	again, _, err := ApplyAll(back, throughJSON(t, forth))
	if err != nil {
		t.Fatalf("redo of %s: %v", dump(t, ops), err)
	}
	if got := written(t, again); got != after {
		t.Fatalf("redo of %s gave\n%s\nwant\n%s", dump(t, ops), got, after)
	}
	return next, inverse
}

func (g *generator) id() string {
	g.ids++
	return fmt.Sprintf("x%d", g.ids)
}

func (g *generator) newNode() flow.Node {
	b := &flow.AskChoice{Choices: []flow.Choice{{ID: g.id(), Label: "Tak"}, {ID: g.id(), Label: "Nie"}}}
	b.ID, b.Prompt = g.id(), "Czy?"
	n := flow.Node{ID: g.id(), Title: "Nowy", Blocks: flow.Blocks{b}}
	if g.IntN(2) == 0 {
		n.Canvas = json.RawMessage(`{"note": "tu", "x": 4, "y": 5}`)
	}
	return n
}

func (g *generator) op(bot *flow.Bot) Op {
	n := g.node(bot)
	b := g.block(bot)
	switch g.IntN(14) {
	case 0:
		return &AddNode{Node: g.newNode()}
	case 1:
		return &DeleteNode{ID: n.ID}
	case 2:
		return &Move{Nodes: []Spot{{ID: n.ID, X: float64(g.IntN(900)), Y: 7}, {ID: g.node(bot).ID, X: 1, Y: 2}}}
	case 3:
		return &RenameNode{ID: n.ID, Title: g.id()}
	case 4, 5:
		return g.link(bot, n)
	case 6:
		if len(n.Blocks) > 0 {
			if b := n.Blocks[g.IntN(len(n.Blocks))]; len(b.Base().Exits) > 0 {
				exits := b.Base().Exits
				return &Unlink{Node: n.ID, Block: b.Base().ID, Exit: exits[g.IntN(len(exits))].ID}
			}
		}
		return &Unlink{Node: n.ID}
	case 7:
		return &AddBlock{Node: n.ID, Index: g.IntN(len(n.Blocks) + 1), Block: flow.Packed{Block: &flow.SayText{Core: flow.Core{ID: g.id()}, Text: "Tekst"}}}
	case 8:
		return &DeleteBlock{ID: b.Base().ID}
	case 9:
		return &MoveBlock{ID: b.Base().ID, Node: n.ID, Index: g.IntN(len(n.Blocks) + 1)}
	case 10:
		return g.set(b)
	case 11:
		return &SetStart{ID: n.ID}
	case 12:
		return &SetBot{Synonyms: g.synonyms()}
	}
	return &SetBot{Listeners: &[]flow.Listener{{Wish: "menu", To: n.ID}}, Settings: &flow.Settings{Patience: g.IntN(5)}}
}

func (g *generator) synonyms() *[][]string {
	groups := make([][]string, g.IntN(3))
	for i := range groups {
		groups[i] = []string{g.id(), g.id()}
	}
	return &groups
}

func (g *generator) link(bot *flow.Bot, n *flow.Node) Op {
	to := g.node(bot).ID
	if len(n.Blocks) > 0 && g.IntN(4) > 0 {
		b := n.Blocks[g.IntN(len(n.Blocks))]
		if outs := b.Outs(); len(outs) > 0 {
			return &Link{Node: n.ID, Block: b.Base().ID, Exit: outs[g.IntN(len(outs))].ID, To: to}
		}
	}
	return &Link{Node: n.ID, To: to}
}

func (g *generator) set(b flow.Block) Op {
	if choice, ok := b.(*flow.AskChoice); ok && len(choice.Choices) > 0 {
		fewer := *choice
		fewer.Choices = choice.Choices[1:]
		return &SetBlock{Block: flow.Packed{Block: &fewer}}
	}
	return &SetBlock{Block: flow.Packed{Block: b}}
}

func (g *generator) node(bot *flow.Bot) *flow.Node {
	nodes := bot.Flows[0].Nodes
	if len(nodes) == 0 {
		return &flow.Node{ID: "none"}
	}
	return &nodes[g.IntN(len(nodes))]
}

func (g *generator) block(bot *flow.Bot) flow.Block {
	n := g.node(bot)
	if len(n.Blocks) == 0 {
		return &flow.End{Core: flow.Core{ID: "none"}}
	}
	return n.Blocks[g.IntN(len(n.Blocks))]
}
