package main

import (
	"reflect"
	"testing"
)

// How a conversation is laid out: days, groups of one sender, used and open choices, unsent messages last.
func TestWidgetRows(t *testing.T) {
	b := newTab(t)
	b.visit("about:blank")
	got := eval[[]string](b, "(() => { "+bundled(t, "assets/js/widget/rows.js")+`
		const at = (day, minute) => new Date(2026, 10, day, 12, minute).toISOString()
		const choices = [{id: "a", label: "A"}, {id: "b", label: "B"}]
		const events = [
			{seq: 1, at: at(20, 0), from: "bot", kind: "text", text: "one"},
			{seq: 2, at: at(20, 1), from: "bot", kind: "ask", text: "two", choices},
			{seq: 3, at: at(20, 9), from: "visitor", kind: "choice", choice: "b", text: "B", id: "x"},
			{seq: 4, at: at(20, 9), from: "bot", kind: "pause", millis: 5},
			{seq: 5, at: at(20, 9), from: "bot", kind: "text", text: "three", entry: "e"},
			{seq: 6, at: at(20, 20), from: "bot", kind: "text", text: "later"},
			{seq: 7, at: at(20, 20), from: "system", kind: "handoff"},
			{seq: 9, at: at(21, 0), from: "agent", kind: "text", text: "next day"},
			{seq: 10, at: at(21, 1), from: "bot", kind: "ask", text: "open", choices},
			{seq: 11, at: at(21, 1), from: "visitor", kind: "thumb", of: 5, thumb: 1, id: "t"},
		]
		const write = (row) => [row.kind, row.kind === "day" ? "" : row.event.text ?? row.event.kind, row.first && "first", row.last && "last",
			row.active && "active", row.chosen, row.thumb && "thumb " + row.thumb, row.event?.state].filter(Boolean).join(" ")
		const unsent = {id: "y", at: at(21, 2), message: {text: "hm"}, label: "hm", state: "waiting"}
		const down = {id: "z", at: at(21, 2), message: {of: 5, thumb: -1}, state: "waiting"}
		return [...module.rows(events, []).map(write), "--", ...module.rows(events, [unsent]).slice(-2).map(write),
			"--", ...module.rows(events, [down]).map(write).filter((row) => /three|active/.test(row))]
	})()`)
	want := []string{
		"day", "message one first", "message two last", "choices two b", "message B first last", "message three first last thumb 1",
		"message later first last", "line handoff", "day", "message next day first last", "message open first last", "choices open active",
		"--", "choices open", "message hm first last waiting",
		"--", "message three first last thumb -1", "choices open active",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
