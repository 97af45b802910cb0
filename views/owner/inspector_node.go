package owner

import (
	"context"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// NodeForm is what the inspector shows of a node.
type NodeForm struct {
	Bot   string // id
	Node  flow.Node
	Start bool     // the conversation begins here
	Steps []Step   // where it may lead
	Typed string   // a title that did not fit, as it was typed
	Error string   // the sentence beside the title
	Notes []string // what is wrong with the node as a whole
}

func (f *NodeForm) path() string { return "/bots/" + f.Bot + "/nodes/" + f.Node.ID }

func (f *NodeForm) title() string {
	if f.Error != "" {
		return f.Typed
	}
	return f.Node.Title
}

// gist is a block in a few words: what it says or asks, else what it is.
func gist(ctx context.Context, b flow.Block) string {
	said := ""
	switch b := b.(type) {
	case *flow.SayText:
		said = b.Text
	case *flow.SayImage:
		said = b.Alt
	case *flow.HandOver:
		said = b.Text
	case *flow.End:
		said = b.Text
	case *flow.SetVariable:
		said = b.Variable
	case *flow.Decide:
		if len(b.Branches) > 0 {
			said = branchText(ctx, b.Branches[0])
		}
	case *flow.Wait:
		said = words.T(ctx, "block.wait.card", "seconds", seconds(ctx, b.Millis))
	case flow.Asker:
		said = b.AskBase().Prompt
	}
	return oneLine(filled(said))
}
