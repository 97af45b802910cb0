package owner

import (
	"github.com/a-h/templ"

	"okienko/runtime/flow"
	"okienko/views"
)

// BlockForm is what the inspector shows of one block: what is kept, and beside it what was typed and did not fit.
type BlockForm struct {
	Bot       string // id
	Node      flow.Node
	Block     flow.Block
	Variables []flow.Variable
	Steps     []Step            // where an exit may lead
	Typed     map[string]string // by posted name: what did not fit, as it was typed
	Errors    map[string]string // by field ("prompt", "choices.0.label"): the sentence beside it
	Notes     []string          // what is wrong with the block as a whole
	Defaults  map[string]string // by field: what the bot says or takes where the owner left it empty
}

// Step is a node as a place to go to.
type Step struct {
	ID    string
	Title string
}

// New is what a select posts for a node or a variable that is made on the spot.
const New = "+new"

// Field is one input of a form.
type Field struct {
	Name        string // the path in the block, as errors name it
	As          string // posted name, if it is another one
	Value       string // what is kept
	Label       string
	Hint        string
	Placeholder string
	Rows        int
	Quiet       bool // the label is only for those who don't see
}

func (d Field) posted() string {
	if d.As != "" {
		return d.As
	}
	return d.Name
}

// shown is a field as it is drawn: with its id, the value as it was typed, its error.
// attrs are name, value pairs.
func (f *BlockForm) shown(d Field, attrs ...string) views.Field {
	shown := views.Field{
		Name: d.posted(), ID: f.id(d.Name), Label: d.Label, Hint: d.Hint, Error: f.error(d.Name),
		Value: d.Value, Rows: d.Rows, Attrs: templ.Attributes{"autocomplete": "off"},
	}
	if typed, ok := f.Typed[d.Name]; ok {
		shown.Value = typed
	}
	if d.Placeholder == "" {
		d.Placeholder = f.Defaults[d.Name]
	}
	if d.Placeholder != "" {
		shown.Attrs["placeholder"] = d.Placeholder
	}
	for i := 0; i+1 < len(attrs); i += 2 {
		shown.Attrs[attrs[i]] = attrs[i+1]
	}
	return shown
}

func (f *BlockForm) id(name string) string { return "f-" + f.Block.Base().ID + "-" + name }

func (f *BlockForm) error(name string) string { return f.Errors[name] }

// path is the address of the block's form; below it lie what can be done with the block.
func (f *BlockForm) path() string { return "/bots/" + f.Bot + "/blocks/" + f.Block.Base().ID }

// troubled says whether the quiet section holds an error that must be seen.
func (f *BlockForm) troubled() bool {
	for _, name := range []string{"retry", "tries", "silence_after", "silence_text"} {
		if f.Errors[name] != "" {
			return true
		}
	}
	return false
}

// rowModel is one row of a list that can be put in order: a choice, a branch, a block of a node.
type rowModel struct {
	List  string // choice, branch, block
	ID    string
	Index int
	Count int
	Name  string // for those who don't see
	Copy  bool   // may be copied
}
