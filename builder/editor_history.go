package builder

import (
	"net/http"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// undo takes the latest change that holds back; redo makes the latest undone one again.
// Both are changes themselves, so they survive a reload and reach other tabs.
func (b *Builder) undo(w http.ResponseWriter, r *http.Request) error { return b.travel(w, r, "undo") }
func (b *Builder) redo(w http.ResponseWriter, r *http.Request) error { return b.travel(w, r, "redo") }

func (b *Builder) travel(w http.ResponseWriter, r *http.Request, kind string) error {
	request, err := readOps(r)
	if err != nil {
		return err
	}
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	past, err := b.past(r.Context(), ref(r.Context()), draft)
	if err != nil {
		return err
	}
	target, ops, ok := past.step(kind)
	if !ok {
		return b.answerDelta(w, r, request.Flow, request.Revision, deltaOptions{nothing: true})
	}
	return b.change(w, r, request, func(draft store.Draft) (flow.Bot, store.Change, error) {
		if draft.Revision != past.revision {
			return flow.Bot{}, store.Change{}, errStale
		}
		return edited(draft, ops, store.Change{Kind: kind, Undoes: target.Revision})
	})
}

// step finds what an undo or redo is about and the operations for it. A change without operations
// (a release restored into the draft) can't be passed.
func (p past) step(kind string) (store.Change, edit.Ops, bool) {
	list, raw := p.done, func(c store.Change) []byte { return c.Inverse }
	if kind == "redo" {
		list, raw = p.undone, func(c store.Change) []byte { return c.Ops }
	}
	if len(list) == 0 {
		return store.Change{}, nil, false
	}
	target := list[len(list)-1]
	ops, err := edit.ReadOps(raw(target))
	return target, ops, err == nil && len(ops) > 0
}
