package builder

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// opsRequest is what the canvas sends: a batch of operations on the flow as it was at a revision.
// Undo, redo and tidy send the same without operations.
type opsRequest struct {
	Flow     string     `json:"flow"`
	Batch    string     `json:"batch"` // the client's id; a retry is not applied twice
	Revision int        `json:"revision"`
	Ops      edit.Ops   `json:"ops"`
	Sizes    []cardSize `json:"sizes"` // for tidy
}

// errStale says that the draft is not at the revision the client knows.
var errStale = errors.New("the draft has changed since")

// applyOps keeps a batch of operations with its inverse.
func (b *Builder) applyOps(w http.ResponseWriter, r *http.Request) error {
	request, err := readOps(r)
	if err != nil {
		return err
	}
	if len(request.Ops) == 0 {
		return fault.New(fault.Invalid, "editor.no_ops")
	}
	return b.change(w, r, request, func(draft store.Draft) (flow.Bot, store.Change, error) {
		return edited(draft, request.Ops, store.Change{Kind: "edit"})
	})
}

// change runs one change of the draft and answers with what it changed; 409 with the operations that
// the client has missed if it worked on an older revision.
func (b *Builder) change(w http.ResponseWriter, r *http.Request, request opsRequest, f func(store.Draft) (flow.Bot, store.Change, error)) error {
	user := who(r.Context()).ID
	_, _, err := b.Store.ChangeDraft(r.Context(), ref(r.Context()), request.Batch, func(draft store.Draft) (flow.Bot, store.Change, error) {
		if draft.Revision != request.Revision {
			return flow.Bot{}, store.Change{}, errStale
		}
		bot, change, err := f(draft)
		change.User = user
		return bot, change, err
	})
	stale := errors.Is(err, errStale)
	if err != nil && !stale {
		return err
	}
	return b.answerDelta(w, r, request.Flow, request.Revision, deltaOptions{stale: stale})
}

// edited applies operations to a draft and fills in the change to keep.
func edited(draft store.Draft, ops edit.Ops, change store.Change) (flow.Bot, store.Change, error) {
	bot, inverse, err := edit.ApplyAll(&draft.Bot, ops)
	if err != nil {
		return flow.Bot{}, store.Change{}, err
	}
	if change.Ops, err = json.Marshal(ops); err != nil {
		return flow.Bot{}, store.Change{}, err
	}
	change.Inverse, err = json.Marshal(edit.Ops(inverse))
	return *bot, change, err
}

// changesSince answers what has changed since ?revision=, and the nodes named by ?node= in any case.
func (b *Builder) changesSince(w http.ResponseWriter, r *http.Request) error {
	revision, err := strconv.Atoi(r.FormValue("revision"))
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "edit.malformed")
	}
	return b.answerDelta(w, r, r.FormValue("flow"), revision, deltaOptions{nodes: r.Form["node"]})
}

func readOps(r *http.Request) (opsRequest, error) {
	var request opsRequest
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&request)
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return request, fault.Wrap(tooLarge, fault.TooLarge, "editor.too_large")
	}
	if told, ok := errors.AsType[*fault.Error](err); ok {
		return request, told
	}
	if err != nil {
		return request, fault.Wrap(err, fault.Invalid, "edit.malformed")
	}
	if request.Batch == "" || len(request.Batch) > 64 {
		return request, fault.New(fault.Invalid, "edit.malformed")
	}
	return request, nil
}
