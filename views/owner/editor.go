package owner

import (
	"context"
	"encoding/json"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// Editor is the page of the flow editor.
type Editor struct {
	Bot    string // id
	Name   string
	State  string // of the draft, in words
	Flow   EditorFlow
	Cards  []NodeCard // in reading order
	Issues []Issue
	Undo   bool // there is something to take back
	Redo   bool
}

// EditorFlow is what the canvas' script needs to know of a flow, as JSON in the page.
type EditorFlow struct {
	Bot      string      `json:"bot"`
	Flow     string      `json:"flow"`
	Start    string      `json:"start"`
	Revision int         `json:"revision"`
	Nodes    []flow.Node `json:"nodes"`
}

// Issue is something to look at before publishing. Text is in the person's language.
type Issue struct {
	Node     string
	Title    string // of the node
	Block    string
	Severity string // "refusal" stops publishing; "warning" and "info" don't
	Text     string
}

// EditorKind is a kind of block as the palette offers it, with the block that it makes.
type EditorKind struct {
	Type   string          `json:"type"`
	Family string          `json:"family"`
	Icon   string          `json:"-"`
	Name   string          `json:"name"`
	Block  json.RawMessage `json:"block"`
}

// EditorKinds are all kinds in the palette's order, with what a new block begins with.
func EditorKinds(ctx context.Context) []EditorKind {
	var kinds []EditorKind
	for _, kind := range flow.Kinds() {
		raw, err := flow.WriteBlock(fresh(ctx, kind.New()))
		if err != nil {
			continue // a block of our own making always writes; a test walks them
		}
		kinds = append(kinds, EditorKind{kind.Type, kind.Family, kind.Icon, KindName(ctx, kind.Type), raw})
	}
	return kinds
}

// fresh fills in what a new block needs to be seen for what it is.
func fresh(ctx context.Context, b flow.Block) flow.Block {
	switch b := b.(type) {
	case *flow.AskChoice:
		b.Choices = []flow.Choice{
			{ID: "c1", Label: words.T(ctx, "editor.new.choice1")},
			{ID: "c2", Label: words.T(ctx, "editor.new.choice2")},
		}
	case *flow.Decide:
		b.Branches = []flow.Branch{{ID: "c1", Rules: []flow.Rule{}}}
	case *flow.SetVariable:
		b.Operation = "set"
	case *flow.Wait:
		b.Millis = 1500
	}
	return b
}

// families are the palette's groups in order.
func families() []string { return []string{"say", "ask", "decide", "do", "people"} }

func kindsOf(kinds []EditorKind, family string) []EditorKind {
	var list []EditorKind
	for _, kind := range kinds {
		if kind.Family == family {
			list = append(list, kind)
		}
	}
	return list
}

// scriptWords are the texts that the canvas' script says; it fills in {name} itself.
func scriptWords(ctx context.Context) map[string]string {
	keys := []string{
		"node", "rename", "new_step", "connect.title", "connect.title_plain", "selection.count",
		"said.added", "said.block_added", "said.block_moved", "said.block_removed", "said.connected", "said.copied",
		"said.disconnected", "said.moved", "said.no_way", "said.nothing_to_redo", "said.nothing_to_undo", "said.pasted",
		"said.redone", "said.removed", "said.renamed", "said.selected", "said.start", "said.start_kept", "said.tidied", "said.undone",
		"state.clash", "state.offline", "state.refused", "state.saved", "state.saving", "state.signin",
	}
	texts := make(map[string]string, len(keys))
	for _, key := range keys {
		texts[key] = words.T(ctx, "editor."+key, "title", "{title}", "name", "{name}", "n", "{n}", "label", "{label}", "x", "{x}", "y", "{y}")
	}
	for _, kind := range flow.Kinds() {
		texts["block."+kind.Type] = KindName(ctx, kind.Type)
	}
	return texts
}

// shortcut is one line of the list of keys.
type shortcut struct{ keys, does string }

func shortcuts(ctx context.Context) []shortcut {
	lines := [][2]string{
		{"← ↑ → ↓", "walk"}, {"Alt ← ↑ → ↓", "move"}, {"Enter", "enter"}, {"Esc", "back"}, {words.T(ctx, "editor.key.space"), "select"}, {"F2", "rename"},
		{"[ ]", "follow"}, {"Alt ↑ ↓", "reorder"}, {"Delete", "delete"}, {"Ctrl A", "all"}, {"Ctrl C X V", "clipboard"}, {"Ctrl D", "duplicate"},
		{"Ctrl Z Y", "undo"}, {"+ − 0", "zoom"}, {"1", "fit"}, {"Shift", "marquee"},
	}
	list := make([]shortcut, len(lines))
	for i, line := range lines {
		list[i] = shortcut{line[0], words.T(ctx, "editor.keys."+line[1])}
	}
	return list
}

// IssueCount is "2 uwagi".
func IssueCount(ctx context.Context, count int) string {
	return words.N(ctx, "editor.issues.count", count)
}
