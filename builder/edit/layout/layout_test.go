package layout_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"okienko/builder/edit/layout"
	"okienko/runtime/flow"
)

// Each flow is drawn by its edges ("a: b c" leads from a to b and c, in that order of ports); the answer
// is the columns, each from top to bottom.
func TestLayout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, edges, want string }{
		{"one", "a:", "a"},
		{"line", "a: b; b: c; c:", "a | b | c"},
		{"choices keep the order of their ports", "a: d c b; b:; c:; d:", "a | d c b"},
		{"longest way", "a: b c; b: c; c:", "a | b | c"},
		{"back to the menu", "a: b c; b: a; c: a", "a | b c"},
		{"to itself", "a: a b; b: b", "a | b"},
		{"crossing undone", "a: b c; b: e; c: d; d:; e:", "a | b c | e d"},
		{"start is not the first", "x: a; a: b; b: x", "x | a | b"},
		{"alone", "a: b; b:; z:", "a z | b"},
		{"diamond", "a: b c; b: d; c: d; d:", "a | b c | d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := draw(c.edges)
			points := layout.Layout(f, func(*flow.Node) layout.Size { return layout.Size{W: 200, H: 100} })
			if got := columns(f, points); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// However large nodes are, none lies on another, and the same flow is laid out the same way.
func TestNoOverlap(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("../../../templates/*/bot.json")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../../../runtime/engine/testdata/*/bot.json")
	if err != nil || len(more) == 0 {
		t.Fatalf("no bots: %v", err)
	}
	for _, path := range append(paths, more...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bot, err := flow.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range bot.Flows {
			apart(t, path, &bot.Flows[i])
		}
	}
}

func apart(t *testing.T, path string, f *flow.Flow) {
	t.Helper()
	size := func(n *flow.Node) layout.Size { return layout.Size{W: 280, H: 60 + 70*float64(len(n.Blocks))} }
	points := layout.Layout(f, size)
	if again := layout.Layout(f, size); !slices.Equal(points, again) {
		t.Errorf("%s: laid out two ways", path)
	}
	for i := range points {
		for j := range points[:i] {
			a, b := size(&f.Nodes[i]), size(&f.Nodes[j])
			if points[i].X < points[j].X+b.W && points[j].X < points[i].X+a.W && points[i].Y < points[j].Y+b.H && points[j].Y < points[i].Y+a.H {
				t.Errorf("%s: %s lies on %s", path, f.Nodes[i].ID, f.Nodes[j].ID)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	t.Parallel()
	if points := layout.Layout(&flow.Flow{}, nil); len(points) != 0 {
		t.Errorf("got %v", points)
	}
}

func draw(edges string) *flow.Flow {
	f := &flow.Flow{ID: "main"}
	for i, line := range strings.Split(edges, ";") {
		id, to, _ := strings.Cut(strings.TrimSpace(line), ":")
		b := &flow.AskChoice{}
		b.ID = fmt.Sprint("b", i)
		for k, target := range strings.Fields(to) {
			choice := fmt.Sprint("c", k)
			b.Choices = append(b.Choices, flow.Choice{ID: choice})
			b.Exits = append(b.Exits, flow.Exit{ID: choice, To: target})
		}
		f.Nodes = append(f.Nodes, flow.Node{ID: id, Blocks: flow.Blocks{b}})
	}
	f.Start = f.Nodes[0].ID
	return f
}

func columns(f *flow.Flow, points []layout.Point) string {
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if points[a].X != points[b].X {
			return int(points[a].X - points[b].X)
		}
		return int(points[a].Y - points[b].Y)
	})
	var out strings.Builder
	for k, i := range order {
		if k > 0 && points[i].X != points[order[k-1]].X {
			out.WriteString("| ")
		}
		out.WriteString(f.Nodes[i].ID + " ")
	}
	return strings.TrimSpace(out.String())
}
