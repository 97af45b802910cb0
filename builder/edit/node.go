package edit

import (
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// AddNode adds a node to a flow (the main one if Flow is empty), at the end unless Index says where.
// The first node of an empty flow becomes its start.
type AddNode struct {
	Node  flow.Node `json:"node"`
	Flow  string    `json:"flow,omitempty"`
	Index *int      `json:"index,omitempty"`
}

// Name is "add_node".
func (*AddNode) Name() string { return "add_node" }

func (op *AddNode) apply(d *draft) ([]Op, error) {
	f, err := d.flow(op.Flow)
	if err != nil {
		return nil, err
	}
	if err := d.free(op.Node); err != nil {
		return nil, err
	}
	index := len(f.Nodes)
	if op.Index != nil {
		index = *op.Index
	}
	if err := at(index, len(f.Nodes)); err != nil {
		return nil, err
	}
	if len(f.Nodes) == 0 && f.Start == "" {
		f.Start = op.Node.ID
	}
	f.Nodes = slices.Insert(f.Nodes, index, op.Node)
	return []Op{&DeleteNode{ID: op.Node.ID}}, nil
}

// DeleteNode deletes a node and the edges to it. The start of a flow stays while other nodes are left.
type DeleteNode struct {
	ID string `json:"id"`
}

// Name is "delete_node".
func (*DeleteNode) Name() string { return "delete_node" }

func (op *DeleteNode) apply(d *draft) ([]Op, error) {
	p, err := d.node(op.ID)
	if err != nil {
		return nil, err
	}
	if p.flow.Start == op.ID && len(p.flow.Nodes) > 1 {
		return nil, fault.New(fault.Invalid, "edit.start_kept")
	}
	index, deleted := p.index, *p.node
	links, err := d.unlinkAll(op.ID)
	if err != nil {
		return nil, err
	}
	listeners := d.unlisten(op.ID)
	deleted.Blocks = slices.Clone(deleted.Blocks)
	p.flow.Nodes = slices.Delete(p.flow.Nodes, index, index+1)
	if p.flow.Start == op.ID {
		p.flow.Start = ""
	}
	inverse := []Op{&AddNode{Node: deleted, Flow: p.flow.ID, Index: &index}}
	return append(append(inverse, links...), listeners...), nil
}

// RenameNode gives a node another title.
type RenameNode struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Name is "rename_node".
func (*RenameNode) Name() string { return "rename_node" }

func (op *RenameNode) apply(d *draft) ([]Op, error) {
	p, err := d.node(op.ID)
	if err != nil {
		return nil, err
	}
	old := p.node.Title
	p.node.Title = op.Title
	return []Op{&RenameNode{ID: op.ID, Title: old}}, nil
}

// SetStart makes a node the start of its flow. An empty ID leaves Flow without a start: only inverses do that.
type SetStart struct {
	ID   string `json:"id"`
	Flow string `json:"flow,omitempty"`
}

// Name is "set_start".
func (*SetStart) Name() string { return "set_start" }

func (op *SetStart) apply(d *draft) ([]Op, error) {
	f, err := d.flow(op.Flow)
	if op.ID != "" && err == nil {
		var p place
		p, err = d.node(op.ID)
		f = p.flow
	}
	if err != nil {
		return nil, err
	}
	old := f.Start
	f.Start = op.ID
	return []Op{&SetStart{ID: old, Flow: f.ID}}, nil
}
