package builder

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// nodeOps are the operations of one post of a node's form.
func nodeOps(ctx context.Context, bot *flow.Bot, node *flow.Node, form url.Values) ([]edit.Op, error) {
	var ops []edit.Op
	title := strings.TrimSpace(form.Get("title"))
	if form.Has("title") && title != node.Title && utf8.RuneCountInString(title) <= flow.MaxTitle {
		ops = append(ops, &edit.RenameNode{ID: node.ID, Title: title})
	}
	if moved(form, "next") {
		ops = append(ops, linkOps(ctx, bot, edit.Link{Node: node.ID, To: form.Get("exit.next")})...)
	}
	ops = append(ops, orderOps(node, form["block"])...)
	done, err := doOps(node, form.Get("do"))
	return append(ops, done...), err
}

// orderOps move the blocks into the order of the form, one move for each that is not in its place.
func orderOps(node *flow.Node, wanted []string) []edit.Op {
	var now []string
	for _, block := range node.Blocks {
		now = append(now, block.Base().ID)
	}
	wanted = slices.DeleteFunc(slices.Clone(wanted), func(id string) bool { return !slices.Contains(now, id) })
	if len(wanted) != len(now) {
		return nil // drawn before somebody added or deleted a block
	}
	var ops []edit.Op
	for to, id := range wanted {
		if now[to] != id {
			from := slices.Index(now, id)
			now = slices.Insert(slices.Delete(now, from, from+1), to, id)
			ops = append(ops, &edit.MoveBlock{ID: id, Node: node.ID, Index: to})
		}
	}
	return ops
}

// doOps are what a button of the form asks for: "block.add:TYPE", "block.up:ID", "block.down:ID",
// "block.copy:ID", "block.remove:ID".
func doOps(node *flow.Node, do string) ([]edit.Op, error) {
	act, which, _ := strings.Cut(do, ":")
	if act == "block.add" {
		return addOps(node, which)
	}
	at := slices.IndexFunc(node.Blocks, func(b flow.Block) bool { return b.Base().ID == which })
	if at < 0 {
		return nil, nil
	}
	switch {
	case act == "block.up" && at > 0:
		return []edit.Op{&edit.MoveBlock{ID: which, Node: node.ID, Index: at - 1}}, nil
	case act == "block.down" && at < len(node.Blocks)-1:
		return []edit.Op{&edit.MoveBlock{ID: which, Node: node.ID, Index: at + 1}}, nil
	case act == "block.copy":
		return copyOps(node, node.Blocks[at])
	case act == "block.remove":
		return []edit.Op{&edit.DeleteBlock{ID: which}}, nil
	}
	return nil, nil
}

func addOps(node *flow.Node, blockType string) ([]edit.Op, error) {
	kind, ok := flow.KindOf(blockType)
	if !ok {
		return nil, fault.New(fault.Invalid, "inspector.no_block")
	}
	block := kind.New()
	block.Base().ID = store.NewID()
	if choice, ok := block.(*flow.AskChoice); ok {
		choice.Choices = []flow.Choice{{ID: store.NewID()}, {ID: store.NewID()}}
	}
	return []edit.Op{&edit.AddBlock{Node: node.ID, Index: len(node.Blocks), Block: flow.Packed{Block: block}}}, nil
}

// copyOps put a copy of a block under it, with ids of its own and without edges: two ways to the same
// place would be no copy that anybody wants.
func copyOps(node *flow.Node, block flow.Block) ([]edit.Op, error) {
	twin, err := flow.Clone(block)
	if err != nil {
		return nil, err
	}
	twin.Base().ID, twin.Base().Exits = store.NewID(), nil
	switch twin := twin.(type) {
	case *flow.AskChoice:
		for i := range twin.Choices {
			twin.Choices[i].ID = store.NewID()
		}
	case *flow.Decide:
		for i := range twin.Branches {
			twin.Branches[i].ID = store.NewID()
		}
	}
	at := slices.IndexFunc(node.Blocks, func(b flow.Block) bool { return b.Base().ID == block.Base().ID })
	return []edit.Op{&edit.AddBlock{Node: node.ID, Index: at + 1, Block: flow.Packed{Block: twin}}}, nil
}
