package gate_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"okienko/builder/gate"
	"okienko/runtime/flow"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestCheck(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no bots: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			golden(t, strings.TrimSuffix(path, ".json")+".golden", report(gate.Check(readBot(t, path))))
		})
	}
}

// report writes what the gate found as text.
func report(r gate.Report) string {
	var out strings.Builder
	fmt.Fprintf(&out, "ready %t, holds %t, %+v\n", r.Ready(), r.Proof.Holds(), r.Proof)
	for _, f := range append(r.Refusals, r.Issues...) {
		fmt.Fprintf(&out, "\n%s %s %q\n", f.Severity, f.Problem, f.Title)
		for _, l := range f.Path {
			who := "<"
			if l.Customer {
				who = ">"
			}
			fmt.Fprintf(&out, "  %s %s%s\n", who, l.Text, l.Key)
		}
	}
	return out.String()
}

func TestCompare(t *testing.T) {
	t.Parallel()
	old := readBot(t, "testdata/sound.json")
	if s := gate.Compare(old, readBot(t, "testdata/sound.json")); !s.Empty() {
		t.Errorf("the same bot: %+v", s)
	}
	now := readBot(t, "testdata/sound.json")
	nodes := now.Flows[0].Nodes
	nodes[0].Canvas = []byte(`{"x":1,"y":2}`)
	nodes[1].Next = "n6"
	now.Flows[0].Nodes = append(nodes[:5:5], flow.Node{ID: "n9", Title: "Nowy"})
	now.Entries[0].Answer = "Inaczej."
	now.Entries = append(now.Entries[:2], flow.Entry{ID: "e9", Question: "Nowe?"})
	now.Look.Color, now.Language = "#000000", "en"
	now.Listeners = nil
	want := gate.Summary{
		Nodes: gate.Diff{
			Added:   []gate.Item{{ID: "n9", Title: "Nowy"}},
			Changed: []gate.Item{{ID: "n2", Title: "n2"}},
			Removed: []gate.Item{{ID: "n6", Title: "n6"}},
		},
		Entries: gate.Diff{
			Added:   []gate.Item{{ID: "e9", Title: "Nowe?"}},
			Changed: []gate.Item{{ID: "e1", Title: "Ile trwa dostawa?"}},
			Removed: []gate.Item{{ID: "e3", Title: "Jak zwrócić towar?"}},
		},
		Rest: []string{"gate.change.language", "gate.change.listeners", "gate.change.look"},
	}
	if got := gate.Compare(old, now); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if first := gate.Compare(nil, old); !first.First || len(first.Nodes.Added) != 6 || first.Empty() {
		t.Errorf("the first release: %+v", first)
	}
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

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; -update writes it anew. Got:\n%s", path, got)
	}
}
