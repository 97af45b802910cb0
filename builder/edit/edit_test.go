package edit

import (
	"encoding/json"
	"os"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

func TestApply(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, ops, want string }{
		{"a choice that goes takes its edge along",
			`[{"op":"set_block","block":{"type":"ask_choice","id":"b1","prompt":"Co?","choices":[{"id":"c2","label":"Nie"}]}}]`,
			`[{"id":"n1","title":"","blocks":[{"type":"ask_choice","id":"b1","exits":[{"id":"c2","to":"n2"}],"prompt":"Co?","choices":[{"id":"c2","label":"Nie"}]}]},{"id":"n2","title":"","blocks":[]}]`},
		{"a node that goes takes the edges to it along",
			`[{"op":"delete_node","id":"n2"}]`,
			`[{"id":"n1","title":"","blocks":[{"type":"ask_choice","id":"b1","exits":[{"id":"c1","to":"n1"}],"prompt":"Co?","choices":[{"id":"c1","label":"Tak"},{"id":"c2","label":"Nie"}]}]}]`},
		{"a block moves between nodes",
			`[{"op":"move_block","id":"b1","node":"n2","index":0},{"op":"rename_node","id":"n1","title":"Pusty"}]`,
			`[{"id":"n1","title":"Pusty","blocks":[]},{"id":"n2","title":"","blocks":[{"type":"ask_choice","id":"b1","exits":[{"id":"c1","to":"n1"},{"id":"c2","to":"n2"}],"prompt":"Co?","choices":[{"id":"c1","label":"Tak"},{"id":"c2","label":"Nie"}]}]}]`},
		{"pasted nodes keep the edges among them and to nodes that are there",
			`[{"op":"delete_block","id":"b1"},{"op":"paste","dx":10,"dy":20,"nodes":[{"id":"p1","title":"","blocks":[{"type":"jump","id":"q1","exits":[{"id":"to","to":"p2"}]}],"next":"gone","_canvas":{"x":1,"y":2}},{"id":"p2","title":"","blocks":[],"next":"n2"}]}]`,
			`[{"id":"n1","title":"","blocks":[]},{"id":"n2","title":"","blocks":[]},{"id":"p1","title":"","blocks":[{"type":"jump","id":"q1","exits":[{"id":"to","to":"p2"}]}],"_canvas":{"x":11,"y":22}},{"id":"p2","title":"","blocks":[],"next":"n2"}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ops, err := ReadOps([]byte(c.ops))
			if err != nil {
				t.Fatal(err)
			}
			bot, _, err := ApplyAll(small(), ops)
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.Marshal(bot.Flows[0].Nodes)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// What was made on an older revision, or is wrong, is refused with a sentence, and nothing changes.
func TestRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ops string
		key string
	}{
		{`[{"op":"delete_node","id":"gone"}]`, "edit.no_node"},
		{`[{"op":"delete_node","id":"n1"}]`, "edit.start_kept"},
		{`[{"op":"add_node","node":{"id":"n2","title":"","blocks":[]}}]`, "edit.id_taken"},
		{`[{"op":"add_node","node":{"id":"n 3","title":"","blocks":[]}}]`, "edit.bad_id"},
		{`[{"op":"add_node","flow":"gone","node":{"id":"n3","title":"","blocks":[]}}]`, "edit.no_flow"},
		{`[{"op":"add_node","index":9,"node":{"id":"n3","title":"","blocks":[]}}]`, "edit.index"},
		{`[{"op":"link","node":"n1","block":"b1","exit":"c9","to":"n2"}]`, "edit.no_exit"},
		{`[{"op":"link","node":"n2","block":"b1","exit":"c1","to":"n2"}]`, "edit.no_block"},
		{`[{"op":"link","node":"n1","to":"gone"}]`, "edit.no_node"},
		{`[{"op":"set_block","block":{"type":"end","id":"b1"}}]`, "edit.other_type"},
		{`[{"op":"set_block"}]`, "edit.malformed"},
		{`[{"op":"add_block","node":"n1","index":0,"block":{"type":"end","id":"b1"}}]`, "edit.id_taken"},
		{`[{"op":"move","nodes":[{"id":"n1","x":1e9,"y":0}]}]`, "edit.too_far"},
		{`[{"op":"explode"}]`, "edit.unknown_op"},
		{`[{"op":"delete_node","id":"n2","force":true}]`, "edit.malformed"},
		{`{"op":"delete_node"}`, "edit.malformed"},
	} {
		t.Run(c.ops, func(t *testing.T) {
			t.Parallel()
			bot := small()
			before := written(t, bot)
			ops, err := ReadOps([]byte(c.ops))
			if err == nil {
				_, _, err = ApplyAll(bot, ops)
			}
			if err == nil || fault.Of(err).Key != c.key {
				t.Errorf("got %v, want %s", err, c.key)
			}
			if written(t, bot) != before {
				t.Error("the bot changed")
			}
		})
	}
}

func small() *flow.Bot {
	b := &flow.AskChoice{Choices: []flow.Choice{{ID: "c1", Label: "Tak"}, {ID: "c2", Label: "Nie"}}}
	b.ID, b.Prompt = "b1", "Co?"
	b.Exits = []flow.Exit{{ID: "c1", To: "n1"}, {ID: "c2", To: "n2"}}
	nodes := []flow.Node{{ID: "n1", Blocks: flow.Blocks{b}}, {ID: "n2"}}
	return &flow.Bot{Format: flow.Format, Flows: []flow.Flow{{ID: "main", Start: "n1", Nodes: nodes}}}
}

func readBot(t *testing.T, path string) *flow.Bot {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bot, err := flow.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return bot
}

func written(t *testing.T, bot *flow.Bot) string {
	t.Helper()
	data, err := flow.Write(bot)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func throughJSON(t *testing.T, ops Ops) Ops {
	t.Helper()
	read, err := ReadOps([]byte(dump(t, ops)))
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func dump(t *testing.T, ops Ops) string {
	t.Helper()
	data, err := json.Marshal(ops)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReplacePutsWholeBotInPlaceAndTakesItBack(t *testing.T) {
	t.Parallel()
	before := &flow.Bot{Format: flow.Format, Name: "Nowy", Flows: []flow.Flow{{ID: "f", Start: "n1", Nodes: []flow.Node{{ID: "n1"}}}}, Entries: []flow.Entry{{ID: "e1"}}}
	release := flow.Bot{Format: flow.Format, Name: "Stary", Flows: []flow.Flow{{ID: "f", Start: "n9", Nodes: []flow.Node{{ID: "n9"}}}}, Entries: []flow.Entry{{ID: "e9"}}}
	after, inverse, err := Apply(before, &Replace{Bot: release})
	if err != nil {
		t.Fatal(err)
	}
	if after.Name != "Stary" || after.Flows[0].Start != "n9" || after.Entries[0].ID != "e9" {
		t.Errorf("after replacing: %+v", after)
	}
	back, _, err := ApplyAll(after, inverse)
	if err != nil {
		t.Fatal(err)
	}
	if back.Name != "Nowy" || back.Flows[0].Start != "n1" || back.Entries[0].ID != "e1" {
		t.Errorf("taken back: %+v", back)
	}
}
