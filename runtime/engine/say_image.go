package engine

import "okienko/runtime/flow"

func (r *run) sayImage(b *flow.SayImage) move {
	image := &Image{Source: b.Source, Alt: r.plain(b.Alt)}
	r.emit(Action{Kind: Say, Node: r.at.Node, Block: b.ID, Image: image})
	return move{}
}
