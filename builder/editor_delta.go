package builder

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"reflect"
	"slices"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
)

// delta is what has changed in a flow since the revision that a client knows.
type delta struct {
	Revision int          `json:"revision"`
	Start    string       `json:"start"`
	State    string       `json:"state"` // of the draft, in words
	Undo     bool         `json:"undo"`
	Redo     bool         `json:"redo"`
	Nodes    []deltaNode  `json:"nodes"`
	Removed  []string     `json:"removed"`
	Issues   *deltaIssues `json:"issues,omitempty"`  // if they are others than before
	Missed   edit.Ops     `json:"missed,omitempty"`  // with 409: what others did meanwhile
	Nothing  bool         `json:"nothing,omitempty"` // there was nothing to undo or redo
	Reload   bool         `json:"reload,omitempty"`  // the way from that revision to this one is not known
}

// deltaNode is a node that is new or changed. HTML and Row come only if it looks different, not if it only moved.
type deltaNode struct {
	ID   string    `json:"id"`
	Data flow.Node `json:"data"`
	HTML string    `json:"html,omitempty"` // the card's body
	Row  string    `json:"row,omitempty"`  // its row in the list view
}

type deltaIssues struct {
	Count int    `json:"count"`
	Label string `json:"label"`
	HTML  string `json:"html"`
}

type deltaOptions struct {
	stale   bool     // the client's own operations were not applied
	nothing bool     // see delta.Nothing
	nodes   []string // sent in any case
}

func (b *Builder) answerDelta(w http.ResponseWriter, r *http.Request, flowID string, revision int, o deltaOptions) error {
	answer, err := b.delta(r.Context(), ref(r.Context()), flowID, revision, o)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if o.stale {
		status = http.StatusConflict
	}
	packed, done := compressed(w, r)
	defer done()
	packed.Header().Set("Content-Type", "application/json; charset=utf-8")
	packed.Header().Set("Cache-Control", "no-store")
	packed.WriteHeader(status)
	if err := json.NewEncoder(packed).Encode(answer); err != nil {
		slog.Debug("answer not written", "error", err)
	}
	return nil
}

// delta compares the flow as it is with how it was, by what a person would see.
func (b *Builder) delta(ctx context.Context, of store.BotRef, flowID string, revision int, o deltaOptions) (delta, error) {
	draft, err := b.draftToDraw(ctx, of)
	if err != nil {
		return delta{}, err
	}
	past, err := b.past(ctx, of, draft)
	if err != nil {
		return delta{}, err
	}
	d := delta{Revision: draft.Revision, Undo: len(past.done) > 0, Redo: len(past.undone) > 0, Nothing: o.nothing}
	if d.State, err = b.draftState(ctx, of, past); err != nil {
		return d, err
	}
	before, known := past.rewind(&draft.Bot, revision)
	if !known {
		d.Reload = true
		return d, nil
	}
	if o.stale {
		d.Missed = past.missed(revision)
	}
	return d, d.compare(ctx, of.Bot, before, &draft.Bot, flowID, o.nodes)
}

// compare fills in nodes and issues.
func (d *delta) compare(ctx context.Context, bot string, before, after *flow.Bot, flowID string, wanted []string) error {
	now, err := flowOf(after, flowID)
	if err != nil {
		return err
	}
	was, err := flowOf(before, flowID)
	if err != nil {
		return err
	}
	issues := issuesOf(ctx, after)
	oldIssues := issuesOf(ctx, before)
	old := index(owner.NodeCards(bot, was, oldIssues))
	d.Start = now.Start
	for _, card := range owner.NodeCards(bot, now, issues) {
		_, node := after.Node(card.ID)
		_, oldNode := before.Node(card.ID)
		looks := !reflect.DeepEqual(old[card.ID], card) || slices.Contains(wanted, card.ID)
		delete(old, card.ID)
		if !looks && reflect.DeepEqual(oldNode, node) {
			continue
		}
		one := deltaNode{ID: card.ID, Data: *node}
		if looks {
			if one.HTML, one.Row, err = drawn(ctx, card); err != nil {
				return err
			}
		}
		d.Nodes = append(d.Nodes, one)
	}
	for _, node := range was.Nodes {
		if _, gone := old[node.ID]; gone {
			d.Removed = append(d.Removed, node.ID)
		}
	}
	for _, id := range wanted {
		if _, node := after.Node(id); node == nil {
			d.Removed = append(d.Removed, id) // the client made it, and it was refused
		}
	}
	if reflect.DeepEqual(oldIssues, issues) {
		return nil
	}
	return d.listIssues(ctx, bot, issues)
}

func (d *delta) listIssues(ctx context.Context, bot string, issues []owner.Issue) error {
	var html bytes.Buffer
	if err := owner.IssueList(bot, issues).Render(ctx, &html); err != nil {
		return err
	}
	d.Issues = &deltaIssues{Count: len(issues), Label: owner.IssueCount(ctx, len(issues)), HTML: html.String()}
	return nil
}

func index(cards []owner.NodeCard) map[string]owner.NodeCard {
	byID := make(map[string]owner.NodeCard, len(cards))
	for _, card := range cards {
		byID[card.ID] = card
	}
	return byID
}

// drawn renders a card's body and its row of the list.
func drawn(ctx context.Context, card owner.NodeCard) (html, row string, err error) {
	var body, line bytes.Buffer
	if err = owner.NodeBody(card).Render(ctx, &body); err != nil {
		return "", "", err
	}
	err = owner.OutlineRow(card).Render(ctx, &line)
	return body.String(), line.String(), err
}
