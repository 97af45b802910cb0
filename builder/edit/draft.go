package edit

import (
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// draft is a bot that may be written to: its lists of flows and nodes are its own.
// A node's blocks are still shared with the bot it came from until own is called.
type draft struct {
	bot *flow.Bot
}

func draftOf(bot *flow.Bot) *draft {
	b := *bot
	b.Flows = slices.Clone(bot.Flows)
	for i := range b.Flows {
		b.Flows[i].Nodes = slices.Clone(b.Flows[i].Nodes)
	}
	b.Listeners = slices.Clone(bot.Listeners)
	return &draft{&b}
}

// place is where a node or block is.
type place struct {
	flow  *flow.Flow
	node  *flow.Node
	index int // of the node in its flow, or of the block in its node
}

func (p place) block() flow.Block { return p.node.Blocks[p.index] }

// own makes a block writable: its copy takes its place.
func (p place) own() (flow.Block, error) {
	b, err := flow.Clone(p.block())
	if err != nil {
		return nil, err
	}
	p.node.Blocks = slices.Clone(p.node.Blocks)
	p.node.Blocks[p.index] = b
	return b, nil
}

func (d *draft) flow(id string) (*flow.Flow, error) {
	for i := range d.bot.Flows {
		if d.bot.Flows[i].ID == id || id == "" {
			return &d.bot.Flows[i], nil
		}
	}
	return nil, fault.New(fault.Conflict, "edit.no_flow", "flow", id)
}

func (d *draft) node(id string) (place, error) {
	for i := range d.bot.Flows {
		f := &d.bot.Flows[i]
		for j := range f.Nodes {
			if f.Nodes[j].ID == id {
				return place{f, &f.Nodes[j], j}, nil
			}
		}
	}
	return place{}, fault.New(fault.Conflict, "edit.no_node", "node", id)
}

func (d *draft) block(id string) (place, error) {
	for i := range d.bot.Flows {
		f := &d.bot.Flows[i]
		for j := range f.Nodes {
			for k, b := range f.Nodes[j].Blocks {
				if b.Base().ID == id {
					return place{f, &f.Nodes[j], k}, nil
				}
			}
		}
	}
	return place{}, fault.New(fault.Conflict, "edit.no_block", "block", id)
}

// blockIn is block, which must be in the node.
func (d *draft) blockIn(node, block string) (place, error) {
	p, err := d.block(block)
	if err != nil {
		return p, err
	}
	if p.node.ID != node {
		return p, fault.New(fault.Conflict, "edit.no_block", "block", block)
	}
	return p, nil
}

// free demands ids that can be used and aren't yet.
func (d *draft) free(n flow.Node) error {
	if err := d.freeID(n.ID); err != nil {
		return err
	}
	seen := []string{n.ID}
	for _, b := range n.Blocks {
		if b == nil {
			return fault.New(fault.Invalid, "edit.malformed")
		}
		id := b.Base().ID
		if err := d.freeID(id); err != nil {
			return err
		}
		if slices.Contains(seen[1:], id) {
			return fault.New(fault.Conflict, "edit.id_taken", "id", id)
		}
		seen = append(seen, id)
	}
	return nil
}

func (d *draft) freeID(id string) error {
	if !flow.IsID(id) {
		return fault.New(fault.Invalid, "edit.bad_id", "id", id)
	}
	_, noNode := d.node(id)
	_, noBlock := d.block(id)
	if noNode == nil || noBlock == nil {
		return fault.New(fault.Conflict, "edit.id_taken", "id", id)
	}
	return nil
}

// limits refuses what Validate would refuse for size alone: such a draft could not be drawn either.
func (d *draft) limits() error {
	nodes := 0
	for _, f := range d.bot.Flows {
		nodes += len(f.Nodes)
		for _, n := range f.Nodes {
			if len(n.Blocks) > flow.MaxBlocks {
				return fault.New(fault.TooLarge, "edit.too_many_blocks", "most", flow.MaxBlocks)
			}
			if len(n.Canvas) > flow.MaxCanvas {
				return fault.New(fault.TooLarge, "edit.canvas_too_large")
			}
		}
	}
	if nodes > flow.MaxNodes {
		return fault.New(fault.TooLarge, "edit.too_many_nodes", "most", flow.MaxNodes)
	}
	return nil
}

// at demands an index that something can be put at.
func at(index, length int) error {
	if index < 0 || index > length {
		return fault.New(fault.Conflict, "edit.index")
	}
	return nil
}
