// Package layout puts the nodes of a flow on the canvas: in columns from left to right, as a
// conversation goes, with few crossing edges. It is Sugiyama's method in its plain form: edges that go
// back are turned, the longest way gives the column, the barycentre of neighbours the order within it.
package layout

import (
	"cmp"
	"slices"

	"okienko/runtime/flow"
)

// Gaps between nodes, in pixels of the canvas; edges and their labels need the wider one.
const (
	Across = 96
	Down   = 32
)

// sweeps over the columns, forth and back; more change nothing any more.
const sweeps = 8

// Point is the top left corner of a node.
type Point struct{ X, Y float64 }

// Size is how large a node is drawn.
type Size struct{ W, H float64 }

// Layout returns a position for each node, in the order of the flow. The same flow always gets the same
// positions. Nodes that nothing leads to stand in the first column, below the start.
func Layout(f *flow.Flow, size func(*flow.Node) Size) []Point {
	g := graphOf(f)
	g.turnBack()
	g.columns()
	layers := g.layers()
	g.order(layers)
	return g.place(f, layers, size)
}

// graph holds nodes by their index in the flow. Edges are in the order of the ports they leave from.
type graph struct {
	start  int
	out    [][]int
	in     [][]int
	column []int
}

func graphOf(f *flow.Flow) *graph {
	g := &graph{out: make([][]int, len(f.Nodes)), column: make([]int, len(f.Nodes))}
	index := make(map[string]int, len(f.Nodes))
	for i, n := range f.Nodes {
		index[n.ID] = i
	}
	g.start = index[f.Start]
	for i := range f.Nodes {
		for _, to := range ports(&f.Nodes[i]) {
			if j, ok := index[to]; ok && j != i && !slices.Contains(g.out[i], j) {
				g.out[i] = append(g.out[i], j)
			}
		}
	}
	return g
}

// ports are the targets of a node's edges from top to bottom, as they are drawn.
func ports(n *flow.Node) []string {
	var to []string
	for _, b := range n.Blocks {
		for _, o := range b.Outs() {
			to = append(to, b.Base().To(o.ID))
		}
	}
	return append(to, n.Next)
}

// turnBack takes out the edges that lead back to where the walk from the start came from.
func (g *graph) turnBack() {
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(g.out))
	var walk func(i int)
	walk = func(i int) {
		state[i] = open
		g.out[i] = slices.DeleteFunc(g.out[i], func(j int) bool {
			if state[j] == unseen {
				walk(j)
			}
			return state[j] == open
		})
		state[i] = done
	}
	for k := range g.out {
		if i := (g.start + k) % len(g.out); state[i] == unseen {
			walk(i)
		}
	}
	g.in = make([][]int, len(g.out))
	for i := range g.out {
		for _, j := range g.out[i] {
			g.in[j] = append(g.in[j], i)
		}
	}
}

// columns gives each node the column after the last of those that lead to it.
func (g *graph) columns() {
	for range g.out {
		changed := false
		for i := range g.out {
			for _, j := range g.out[i] {
				if g.column[j] <= g.column[i] {
					g.column[j], changed = g.column[i]+1, true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// layers are the nodes of each column, the start first, then in the order in which edges come to them.
func (g *graph) layers() [][]int {
	var layers [][]int
	seen := make([]bool, len(g.out))
	queue := []int{}
	for k := range g.out {
		queue = append(queue, (g.start+k)%len(g.out))
		for ; len(queue) > 0; queue = queue[1:] {
			i := queue[0]
			if seen[i] {
				continue
			}
			seen[i] = true
			for len(layers) <= g.column[i] {
				layers = append(layers, nil)
			}
			layers[g.column[i]] = append(layers[g.column[i]], i)
			queue = append(queue, g.out[i]...)
		}
	}
	return layers
}

// order sorts each column by where its neighbours stand, forth and back.
func (g *graph) order(layers [][]int) {
	rank := make([]float64, len(g.out))
	number := func(layer []int) {
		for k, i := range layer {
			rank[i] = float64(k)
		}
	}
	for _, layer := range layers {
		number(layer)
	}
	for s := range sweeps {
		for c := range layers {
			if s%2 == 0 {
				sortBy(layers[c], g.centres(g.in, rank, layers[c]))
				number(layers[c])
				continue
			}
			back := layers[len(layers)-1-c]
			sortBy(back, g.centres(g.out, rank, back))
			number(back)
		}
	}
}

// centres are the mean ranks of the neighbours of nodes; one without neighbours keeps its own.
// Of a neighbour that leads to several, the ports part them: the upper port counts a little less.
func (g *graph) centres(neighbours [][]int, rank []float64, nodes []int) []float64 {
	centres := make([]float64, len(g.out))
	for _, i := range nodes {
		centres[i] = rank[i]
		if len(neighbours[i]) == 0 {
			continue
		}
		sum := 0.0
		for _, j := range neighbours[i] {
			port := float64(slices.Index(g.out[j], i)+1) / float64(len(g.out[j])+2)
			sum += rank[j] + max(port, 0)
		}
		centres[i] = sum / float64(len(neighbours[i]))
	}
	return centres
}

func sortBy(layer []int, centres []float64) {
	slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(centres[a], centres[b]) })
}

// place puts columns side by side, each centred on the same line, and starts at the origin.
func (g *graph) place(f *flow.Flow, layers [][]int, size func(*flow.Node) Size) []Point {
	points := make([]Point, len(f.Nodes))
	x, tallest := 0.0, 0.0
	heights := make([]float64, len(layers))
	for c, layer := range layers {
		y, widest := 0.0, 0.0
		for _, i := range layer {
			s := size(&f.Nodes[i])
			points[i] = Point{x, y}
			y += s.H + Down
			widest = max(widest, s.W)
		}
		x += widest + Across
		heights[c] = y - Down
		tallest = max(tallest, heights[c])
	}
	for c, layer := range layers {
		for _, i := range layer {
			points[i].Y += float64(int((tallest - heights[c]) / 2))
		}
	}
	return points
}
