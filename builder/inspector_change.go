package builder

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// errSame ends a change that would change nothing, so that undo finds no empty steps.
var errSame = errors.New("nothing changes")

// changeByForm makes one step, which undo takes back, out of the operations that ops computes on the draft as
// it is now. No operations are no step. The save goes on when the browser has already left the page.
func (b *Builder) changeByForm(ctx context.Context, ops func(*flow.Bot) ([]edit.Op, error)) (store.Draft, error) {
	var before store.Draft
	draft, _, err := b.Store.ChangeDraft(context.WithoutCancel(ctx), ref(ctx), store.NewID(),
		func(d store.Draft) (flow.Bot, store.Change, error) {
			before = d
			made, err := ops(&d.Bot)
			if err == nil && len(made) == 0 {
				err = errSame
			}
			if err != nil {
				return flow.Bot{}, store.Change{}, err
			}
			return edited(d, made, store.Change{Kind: "form", User: who(ctx).ID})
		})
	if errors.Is(err, errSame) {
		return before, nil
	}
	return draft, err
}

// tellRevision says at which revision the draft is, for the canvas beside the form.
func tellRevision(w http.ResponseWriter, draft store.Draft) {
	w.Header().Set("Okienko-Revision", strconv.Itoa(draft.Revision))
}

// findBlock finds a block and its node.
func findBlock(bot *flow.Bot, id string) (*flow.Node, flow.Block, error) {
	for i := range bot.Flows {
		for j := range bot.Flows[i].Nodes {
			node := &bot.Flows[i].Nodes[j]
			for _, block := range node.Blocks {
				if block.Base().ID == id {
					return node, block, nil
				}
			}
		}
	}
	return nil, nil, fault.New(fault.NotFound, "inspector.no_block")
}

// unreadable is a form that could not be read.
func unreadable(err error) error {
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return fault.New(fault.TooLarge, "inspector.form_too_large", "limit", tooLarge.Limit>>20)
	}
	return fault.Wrap(err, fault.Invalid, "inspector.form_broken")
}
