package edit

import (
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// AddBlock puts a block into a node at an index.
type AddBlock struct {
	Node  string      `json:"node"`
	Index int         `json:"index"`
	Block flow.Packed `json:"block"`
}

// Name is "add_block".
func (*AddBlock) Name() string { return "add_block" }

func (op *AddBlock) apply(d *draft) ([]Op, error) {
	p, err := d.node(op.Node)
	if err != nil {
		return nil, err
	}
	if op.Block.Block == nil {
		return nil, fault.New(fault.Invalid, "edit.malformed")
	}
	id := op.Block.Base().ID
	if err := d.freeID(id); err != nil {
		return nil, err
	}
	if err := at(op.Index, len(p.node.Blocks)); err != nil {
		return nil, err
	}
	p.node.Blocks = slices.Insert(slices.Clone(p.node.Blocks), op.Index, op.Block.Block)
	return []Op{&DeleteBlock{ID: id}}, nil
}

// DeleteBlock deletes a block.
type DeleteBlock struct {
	ID string `json:"id"`
}

// Name is "delete_block".
func (*DeleteBlock) Name() string { return "delete_block" }

func (op *DeleteBlock) apply(d *draft) ([]Op, error) {
	p, err := d.block(op.ID)
	if err != nil {
		return nil, err
	}
	deleted := p.take()
	return []Op{&AddBlock{Node: p.node.ID, Index: p.index, Block: flow.Packed{Block: deleted}}}, nil
}

// MoveBlock puts a block into a node, the same or another, at an index counted without it.
type MoveBlock struct {
	ID    string `json:"id"`
	Node  string `json:"node"`
	Index int    `json:"index"`
}

// Name is "move_block".
func (*MoveBlock) Name() string { return "move_block" }

func (op *MoveBlock) apply(d *draft) ([]Op, error) {
	from, err := d.block(op.ID)
	if err != nil {
		return nil, err
	}
	to, err := d.node(op.Node)
	if err != nil {
		return nil, err
	}
	moved := from.take()
	if err := at(op.Index, len(to.node.Blocks)); err != nil {
		return nil, err
	}
	to.node.Blocks = slices.Insert(slices.Clone(to.node.Blocks), op.Index, moved)
	return []Op{&MoveBlock{ID: op.ID, Node: from.node.ID, Index: from.index}}, nil
}

// SetBlock replaces the fields of a block. Its edges stay, except those of exits that it no longer has;
// with Exits the edges are those of the block given (inverses need this).
type SetBlock struct {
	Block flow.Packed `json:"block"`
	Exits bool        `json:"exits,omitempty"`
}

// Name is "set_block".
func (*SetBlock) Name() string { return "set_block" }

func (op *SetBlock) apply(d *draft) ([]Op, error) {
	if op.Block.Block == nil {
		return nil, fault.New(fault.Invalid, "edit.malformed")
	}
	p, err := d.block(op.Block.Base().ID)
	if err != nil {
		return nil, err
	}
	old := p.block()
	if old.Type() != op.Block.Type() {
		return nil, fault.New(fault.Conflict, "edit.other_type")
	}
	set, err := flow.Clone(op.Block.Block)
	if err != nil {
		return nil, err
	}
	if !op.Exits {
		set.Base().Exits = kept(old.Base().Exits, set.Outs())
	}
	p.node.Blocks = slices.Clone(p.node.Blocks)
	p.node.Blocks[p.index] = set
	return []Op{&SetBlock{Block: flow.Packed{Block: old}, Exits: true}}, nil
}

// take removes the block from its node and returns it.
func (p place) take() flow.Block {
	b := p.block()
	p.node.Blocks = slices.Delete(slices.Clone(p.node.Blocks), p.index, p.index+1)
	return b
}

func kept(exits []flow.Exit, outs []flow.Out) []flow.Exit {
	return slices.DeleteFunc(slices.Clone(exits), func(e flow.Exit) bool {
		return !slices.ContainsFunc(outs, func(o flow.Out) bool { return o.ID == e.ID })
	})
}
