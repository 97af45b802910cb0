package edit

import (
	"slices"

	"okienko/runtime/flow"
)

// Paste adds copied nodes, moved by dx and dy. Their ids, and those of their blocks, are new and made by
// the client. Edges among them stay; edges to nodes that aren't in the bot are dropped.
type Paste struct {
	Nodes []flow.Node `json:"nodes"`
	Flow  string      `json:"flow,omitempty"`
	DX    float64     `json:"dx"`
	DY    float64     `json:"dy"`
}

// Name is "paste".
func (*Paste) Name() string { return "paste" }

func (op *Paste) apply(d *draft) ([]Op, error) {
	var inverse []Op
	for _, n := range op.Nodes {
		if x, y, ok := Position(&n); ok {
			canvas, err := moved(n.Canvas, x+op.DX, y+op.DY)
			if err != nil {
				return nil, err
			}
			n.Canvas = canvas
		}
		back, err := (&AddNode{Node: n, Flow: op.Flow}).apply(d)
		if err != nil {
			return nil, err
		}
		inverse = append(back, inverse...)
	}
	for _, n := range op.Nodes {
		if err := d.dropDangling(n.ID); err != nil {
			return nil, err
		}
	}
	return inverse, nil
}

// dropDangling removes the edges of a node that lead nowhere.
func (d *draft) dropDangling(id string) error {
	p, err := d.node(id)
	if err != nil {
		return err
	}
	missing := func(to string) bool {
		_, err := d.node(to)
		return err != nil
	}
	if missing(p.node.Next) {
		p.node.Next = ""
	}
	for i := range p.node.Blocks {
		b, err := place{node: p.node, index: i}.own()
		if err != nil {
			return err
		}
		b.Base().Exits = slices.DeleteFunc(b.Base().Exits, func(e flow.Exit) bool { return missing(e.To) })
	}
	return nil
}
