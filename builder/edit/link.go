package edit

import (
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// Link draws an edge: from an exit of a block to a node, or, without a block, from the node to its next.
// An edge that was there is replaced. Index is where among the block's edges; inverses need it.
type Link struct {
	Node  string `json:"node"`
	Block string `json:"block,omitempty"`
	Exit  string `json:"exit,omitempty"`
	To    string `json:"to"`
	Index *int   `json:"index,omitempty"`
}

// Name is "link".
func (*Link) Name() string { return "link" }

func (op *Link) apply(d *draft) ([]Op, error) {
	if _, err := d.node(op.To); err != nil {
		return nil, err
	}
	if op.Block == "" {
		return d.setNext(op.Node, op.To)
	}
	p, err := d.blockIn(op.Node, op.Block)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(p.block().Outs(), func(o flow.Out) bool { return o.ID == op.Exit }) {
		return nil, fault.New(fault.Conflict, "edit.no_exit", "exit", op.Exit)
	}
	b, err := p.own()
	if err != nil {
		return nil, err
	}
	core := b.Base()
	if i := exitIndex(core, op.Exit); i >= 0 {
		old := core.Exits[i].To
		core.Exits[i].To = op.To
		return []Op{&Link{Node: op.Node, Block: op.Block, Exit: op.Exit, To: old}}, nil
	}
	index := len(core.Exits)
	if op.Index != nil {
		index = min(*op.Index, index)
	}
	if err := at(index, len(core.Exits)); err != nil {
		return nil, err
	}
	core.Exits = slices.Insert(core.Exits, index, flow.Exit{ID: op.Exit, To: op.To})
	return []Op{&Unlink{Node: op.Node, Block: op.Block, Exit: op.Exit}}, nil
}

// Unlink removes an edge; one that isn't there is no error, as somebody else may have removed it.
type Unlink struct {
	Node  string `json:"node"`
	Block string `json:"block,omitempty"`
	Exit  string `json:"exit,omitempty"`
}

// Name is "unlink".
func (*Unlink) Name() string { return "unlink" }

func (op *Unlink) apply(d *draft) ([]Op, error) {
	if op.Block == "" {
		return d.setNext(op.Node, "")
	}
	p, err := d.blockIn(op.Node, op.Block)
	if err != nil {
		return nil, err
	}
	i := exitIndex(p.block().Base(), op.Exit)
	if i < 0 {
		return nil, nil
	}
	b, err := p.own()
	if err != nil {
		return nil, err
	}
	return []Op{cut(p.node.ID, b.Base(), i)}, nil
}

// setNext sets or clears where a node leads after its last block.
func (d *draft) setNext(node, to string) ([]Op, error) {
	p, err := d.node(node)
	if err != nil {
		return nil, err
	}
	old := p.node.Next
	p.node.Next = to
	switch {
	case old == to:
		return nil, nil
	case old == "":
		return []Op{&Unlink{Node: node}}, nil
	}
	return []Op{&Link{Node: node, To: old}}, nil
}

// unlinkAll removes all edges from other nodes to one and returns what draws them again.
func (d *draft) unlinkAll(to string) ([]Op, error) {
	var inverse []Op
	for i := range d.bot.Flows {
		for j := range d.bot.Flows[i].Nodes {
			n := &d.bot.Flows[i].Nodes[j]
			if n.ID == to {
				continue
			}
			back, err := d.unlinkFrom(n, to)
			if err != nil {
				return nil, err
			}
			inverse = append(back, inverse...)
		}
	}
	return inverse, nil
}

func (d *draft) unlinkFrom(n *flow.Node, to string) ([]Op, error) {
	var inverse []Op
	if n.Next == to {
		n.Next = ""
		inverse = append(inverse, &Link{Node: n.ID, To: to})
	}
	for k := range n.Blocks {
		if !leadsTo(n.Blocks[k].Base(), to) {
			continue
		}
		b, err := place{node: n, index: k}.own()
		if err != nil {
			return nil, err
		}
		for i := len(b.Base().Exits) - 1; i >= 0; i-- {
			if b.Base().Exits[i].To == to {
				inverse = append([]Op{cut(n.ID, b.Base(), i)}, inverse...)
			}
		}
	}
	return inverse, nil
}

// cut removes an edge of a block that may be written to; the answer draws it again.
func cut(node string, core *flow.Core, i int) Op {
	e := core.Exits[i]
	core.Exits = slices.Delete(core.Exits, i, i+1)
	return &Link{Node: node, Block: core.ID, Exit: e.ID, To: e.To, Index: &i}
}

func leadsTo(core *flow.Core, to string) bool {
	return slices.ContainsFunc(core.Exits, func(e flow.Exit) bool { return e.To == to })
}

func exitIndex(core *flow.Core, exit string) int {
	return slices.IndexFunc(core.Exits, func(e flow.Exit) bool { return e.ID == exit })
}
