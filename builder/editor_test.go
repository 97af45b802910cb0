package builder

import (
	"encoding/json"
	"reflect"
	"testing"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// history runs renames, undos and redos as the server would and returns the bot with its changes.
func history(t *testing.T, steps ...string) (flow.Bot, []store.Change) {
	t.Helper()
	draft := store.Draft{Bot: flow.Bot{Flows: []flow.Flow{{ID: "main", Nodes: []flow.Node{{ID: "n1", Title: "0"}}}}}}
	var changes []store.Change
	for _, step := range steps {
		ops, change := edit.Ops{&edit.RenameNode{ID: "n1", Title: step}}, store.Change{Kind: "edit"}
		if step == "undo" || step == "redo" {
			target, found, ok := pastOf(changes, draft.Revision).step(step)
			if !ok {
				continue
			}
			ops, change = found, store.Change{Kind: step, Undoes: target.Revision}
		}
		bot, made, err := edited(draft, ops, change)
		if err != nil {
			t.Fatal(err)
		}
		made.Revision = draft.Revision + 1
		draft = store.Draft{Revision: made.Revision, Bot: bot}
		changes = append(changes, made)
	}
	return draft.Bot, changes
}

// Undo and redo are changes on top of all others; what they lead to is what people expect.
func TestUndoAndRedo(t *testing.T) {
	cases := []struct {
		name         string
		steps        []string
		title        string
		done, undone int
	}{
		{"nothing yet", nil, "0", 0, 0},
		{"undo of nothing", []string{"undo"}, "0", 0, 0},
		{"one back", []string{"1", "2", "undo"}, "1", 1, 1},
		{"all back and further", []string{"1", "2", "undo", "undo", "undo"}, "0", 0, 2},
		{"back and forth", []string{"1", "2", "undo", "undo", "redo"}, "1", 1, 1},
		{"an edit forgets what was undone", []string{"1", "undo", "2", "redo"}, "2", 1, 0},
		{"undo of a redone edit", []string{"1", "undo", "redo", "undo"}, "0", 0, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			bot, changes := history(t, c.steps...)
			past := pastOf(changes, len(changes))
			if title := bot.Flows[0].Nodes[0].Title; title != c.title || len(past.done) != c.done || len(past.undone) != c.undone {
				t.Errorf("title %s, %d to undo, %d to redo; want %s, %d, %d", title, len(past.done), len(past.undone), c.title, c.done, c.undone)
			}
		})
	}
}

// Any earlier revision can be had from this one, so a tab that slept gets just what changed.
func TestRewind(t *testing.T) {
	bot, changes := history(t, "1", "2", "undo", "3", "undo", "redo")
	past := pastOf(changes, len(changes))
	for revision, title := range []string{"0", "1", "2", "1", "3", "1", "3"} {
		then, ok := past.rewind(&bot, revision)
		if !ok || then.Flows[0].Nodes[0].Title != title {
			t.Errorf("revision %d: %v, want title %s", revision, ok, title)
		}
	}
	if _, ok := past.rewind(&bot, len(changes)+1); ok {
		t.Error("a revision from the future was found")
	}
	if missed := past.missed(4); len(missed) != 2 {
		t.Errorf("%d operations after revision 4", len(missed))
	}
}

// Unpublished changes are those that a release does not have: undoing one makes them fewer,
// undoing what was released makes them more.
func TestUnpublishedChanges(t *testing.T) {
	cases := []struct {
		steps    []string
		released int
		want     int
	}{
		{[]string{"1", "2"}, 2, 0},
		{[]string{"1", "2", "3"}, 1, 2},
		{[]string{"1", "2", "undo"}, 1, 0},
		{[]string{"1", "2", "undo"}, 2, 1},
		{[]string{"1", "2", "undo", "redo"}, 2, 0},
	}
	for _, c := range cases {
		_, changes := history(t, c.steps...)
		if got := pastOf(changes, len(changes)).since(c.released); got != c.want {
			t.Errorf("%v, released %d: %d unpublished, want %d", c.steps, c.released, got, c.want)
		}
	}
}

// A change whose operations can't be read is where going back ends.
func TestPastStopsAtWhatItCannotRead(t *testing.T) {
	bot, changes := history(t, "1", "2")
	changes[0].Inverse = json.RawMessage(`[{"op": "from_the_future"}]`)
	past := pastOf(changes, 2)
	if _, ok := past.rewind(&bot, 0); ok {
		t.Error("rewound past it")
	}
	if then, ok := past.rewind(&bot, 1); !ok || then.Flows[0].Nodes[0].Title != "1" {
		t.Error("did not rewind up to it")
	}
	if !reflect.DeepEqual(pastOf(changes[:0], 0).done, []store.Change(nil)) {
		t.Error("an empty past has changes")
	}
}
