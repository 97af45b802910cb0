package builder

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"okienko/builder/blockform"
	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
	"okienko/views/words"
)

// blockOps are the operations of one post: a variable made in place, the block's fields, edges that were chosen.
func blockOps(ctx context.Context, bot *flow.Bot, node *flow.Node, old flow.Block, result *blockform.Result, form url.Values) []edit.Op {
	ops := variableOps(bot, result, form)
	if !blockform.Same(old, result.Block) {
		ops = append(ops, &edit.SetBlock{Block: flow.Packed{Block: result.Block}})
	}
	for _, out := range result.Block.Outs() {
		if moved(form, out.ID) {
			ops = append(ops, linkOps(ctx, bot, edit.Link{Node: node.ID, Block: old.Base().ID, Exit: out.ID, To: form.Get("exit." + out.ID)})...)
		}
	}
	return ops
}

// moved tells whether somebody chose another place for a way out. A form holds where each led when it was
// drawn: an edge that was moved on the canvas meanwhile stays where it is.
func moved(form url.Values, exit string) bool {
	return form.Has("exit."+exit) && form.Get("exit."+exit) != form.Get("was."+exit)
}

// linkOps draw an edge, to a node made for it if that was asked for, or take it away.
func linkOps(ctx context.Context, bot *flow.Bot, link edit.Link) []edit.Op {
	switch link.To {
	case "":
		return []edit.Op{&edit.Unlink{Node: link.Node, Block: link.Block, Exit: link.Exit}}
	case owner.New:
		fresh := nodeBeside(ctx, bot, link.Node)
		in, _ := bot.Node(link.Node)
		link.To = fresh.ID
		return []edit.Op{&edit.AddNode{Node: fresh, Flow: in.ID}, &link}
	}
	return []edit.Op{&link}
}

// nodeBeside is an empty node, to the right of another.
func nodeBeside(ctx context.Context, bot *flow.Bot, other string) flow.Node {
	const apart = 400 // a card and the room for its edges
	nodes := 0
	for _, f := range bot.Flows {
		nodes += len(f.Nodes)
	}
	fresh := flow.Node{ID: store.NewID(), Title: words.T(ctx, "inspector.step.nth", "n", nodes+1), Blocks: flow.Blocks{}}
	if _, node := bot.Node(other); node != nil {
		if x, y, ok := edit.Position(node); ok {
			fresh.Canvas, _ = json.Marshal(map[string]float64{"x": x + apart, "y": y})
		}
	}
	return fresh
}

// variableOps make the variable that "variable.new:FIELD" asks for, and use it in the block.
func variableOps(bot *flow.Bot, result *blockform.Result, form url.Values) []edit.Op {
	field, asked := strings.CutPrefix(form.Get("do"), "variable.new:")
	if !asked {
		return nil
	}
	name := strings.TrimSpace(form.Get("new." + field))
	variables, err := withVariable(bot, flow.Variable{Name: name, Type: typeFor(result.Block), Scope: "conversation"})
	if err != nil {
		result.Typed[field], result.Typed["new."+field] = owner.New, name
		result.Errors = append(result.Errors, err.On(field))
		return nil
	}
	delete(result.Typed, field)
	keepIn(result.Block, name)
	return []edit.Op{&edit.SetBot{Variables: &variables}}
}

func withVariable(bot *flow.Bot, v flow.Variable) ([]flow.Variable, *fault.Error) {
	taken := slices.ContainsFunc(bot.Variables, func(other flow.Variable) bool { return other.Name == v.Name })
	switch {
	case !flow.IsName(v.Name):
		return nil, fault.New(fault.Invalid, "inspector.error.name")
	case taken:
		return nil, fault.New(fault.Invalid, "inspector.error.taken")
	case len(bot.Variables) >= flow.MaxVariables:
		return nil, fault.New(fault.Invalid, "inspector.error.variables", "limit", flow.MaxVariables)
	}
	return append(slices.Clone(bot.Variables), v), nil
}

// typeFor is the type of a variable that keeps a block's answer.
func typeFor(b flow.Block) string {
	switch b.(type) {
	case *flow.AskEmail:
		return "email"
	case *flow.AskPhone:
		return "phone"
	case *flow.AskNumber:
		return "number"
	}
	return "text"
}

func keepIn(b flow.Block, variable string) {
	switch b := b.(type) {
	case *flow.SetVariable:
		b.Variable = variable
	case flow.Asker:
		b.AskBase().Variable = variable
	}
}
