package builder

import (
	"net/http"

	"okienko/builder/edit"
	"okienko/builder/edit/layout"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// cardSize is how large the browser draws a card.
type cardSize struct {
	ID string  `json:"id"`
	W  float64 `json:"w"`
	H  float64 `json:"h"`
}

// tidy lays the flow out anew. It is one change, so one undo takes it back.
func (b *Builder) tidy(w http.ResponseWriter, r *http.Request) error {
	request, err := readOps(r)
	if err != nil {
		return err
	}
	return b.change(w, r, request, func(draft store.Draft) (flow.Bot, store.Change, error) {
		shown, err := flowOf(&draft.Bot, request.Flow)
		if err != nil {
			return flow.Bot{}, store.Change{}, err
		}
		return edited(draft, edit.Ops{tidied(shown, request.Sizes)}, store.Change{Kind: "edit"})
	})
}

// tidied moves all nodes of a flow to where the layout wants them.
func tidied(f *flow.Flow, sizes []cardSize) *edit.Move {
	const width, height = 288, 200 // of a card that the browser did not measure
	known := make(map[string]layout.Size, len(sizes))
	for _, size := range sizes {
		known[size.ID] = layout.Size{W: size.W, H: size.H}
	}
	points := layout.Layout(f, func(n *flow.Node) layout.Size {
		if size, ok := known[n.ID]; ok && size.W > 0 && size.H > 0 {
			return size
		}
		return layout.Size{W: width, H: height}
	})
	move := &edit.Move{}
	for i, at := range points {
		move.Nodes = append(move.Nodes, edit.Spot{ID: f.Nodes[i].ID, X: at.X, Y: at.Y})
	}
	return move
}
