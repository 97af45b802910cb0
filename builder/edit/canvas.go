package edit

import (
	"encoding/json"
	"math"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// Move puts nodes at positions on the canvas.
type Move struct {
	Nodes []Spot `json:"nodes"`
}

// Spot is where a node goes. Canvas, if given, is the whole "_canvas" instead of x and y; null clears it.
type Spot struct {
	ID     string          `json:"id"`
	X      float64         `json:"x"`
	Y      float64         `json:"y"`
	Canvas json.RawMessage `json:"canvas,omitempty"`
}

// Name is "move".
func (*Move) Name() string { return "move" }

func (op *Move) apply(d *draft) ([]Op, error) {
	inverse := &Move{}
	for _, s := range op.Nodes {
		p, err := d.node(s.ID)
		if err != nil {
			return nil, err
		}
		canvas, err := s.canvas(p.node.Canvas)
		if err != nil {
			return nil, err
		}
		old := p.node.Canvas
		if old == nil {
			old = json.RawMessage("null")
		}
		inverse.Nodes = append([]Spot{{ID: s.ID, Canvas: old}}, inverse.Nodes...)
		p.node.Canvas = canvas
	}
	return []Op{inverse}, nil
}

func (s Spot) canvas(old json.RawMessage) (json.RawMessage, error) {
	if string(s.Canvas) == "null" {
		return nil, nil
	}
	if s.Canvas != nil {
		return s.Canvas, nil
	}
	return moved(old, s.X, s.Y)
}

// Position is where a node lies on the canvas; false if it has no position yet.
func Position(n *flow.Node) (x, y float64, ok bool) {
	var at struct{ X, Y *float64 }
	if len(n.Canvas) == 0 || json.Unmarshal(n.Canvas, &at) != nil || at.X == nil || at.Y == nil {
		return 0, 0, false
	}
	return *at.X, *at.Y, true
}

// moved sets the position and leaves what else the canvas keeps, such as a note.
func moved(canvas json.RawMessage, x, y float64) (json.RawMessage, error) {
	const far = 1e6 // nobody scrolls there
	if math.Abs(x) > far || math.Abs(y) > far {
		return nil, fault.New(fault.Invalid, "edit.too_far")
	}
	members := map[string]any{}
	if len(canvas) > 0 && json.Unmarshal(canvas, &members) != nil || members == nil {
		members = map[string]any{}
	}
	members["x"], members["y"] = math.Round(x), math.Round(y)
	return json.Marshal(members)
}
