package builder

import (
	"context"
	"net/http"
	"strconv"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// editorRoutes are the canvas and what its script asks for. What changes a draft is in JSON.
func (b *Builder) editorRoutes() []Route {
	const large = 4 << 20 // a paste of many nodes
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/editor", Role: store.Editor, Handler: try(b.editor)},
		{Method: "GET", Pattern: "/bots/{bot}/editor/list", Role: store.Editor, Handler: try(b.editorList)},
		{Method: "GET", Pattern: "/bots/{bot}/ops", Role: store.Editor, Handler: try(b.changesSince)},
		{Method: "POST", Pattern: "/bots/{bot}/ops", Role: store.Editor, Handler: try(b.applyOps), Body: large},
		{Method: "POST", Pattern: "/bots/{bot}/undo", Role: store.Editor, Handler: try(b.undo)},
		{Method: "POST", Pattern: "/bots/{bot}/redo", Role: store.Editor, Handler: try(b.redo)},
		{Method: "POST", Pattern: "/bots/{bot}/tidy", Role: store.Editor, Handler: try(b.tidy)},
	}
}

// editor is the page. ?flow= names a flow other than the main one.
func (b *Builder) editor(w http.ResponseWriter, r *http.Request) error {
	page, err := b.editorPage(r.Context(), ref(r.Context()), r.FormValue("flow"))
	if err != nil {
		return err
	}
	packed, done := compressed(w, r)
	defer done()
	views.Render(packed, r, http.StatusOK, owner.EditorPage(page))
	return nil
}

// editorList is the list view's rows, as of the revision in the header.
func (b *Builder) editorList(w http.ResponseWriter, r *http.Request) error {
	page, err := b.editorPage(r.Context(), ref(r.Context()), r.FormValue("flow"))
	if err != nil {
		return err
	}
	w.Header().Set("Okienko-Revision", strconv.Itoa(page.Flow.Revision))
	packed, done := compressed(w, r)
	defer done()
	views.Render(packed, r, http.StatusOK, owner.OutlineRows(page.Cards))
	return nil
}

func (b *Builder) editorPage(ctx context.Context, of store.BotRef, flowID string) (owner.Editor, error) {
	draft, err := b.draftToDraw(ctx, of)
	if err != nil {
		return owner.Editor{}, err
	}
	shown, err := flowOf(&draft.Bot, flowID)
	if err != nil {
		return owner.Editor{}, err
	}
	past, err := b.past(ctx, of, draft)
	if err != nil {
		return owner.Editor{}, err
	}
	state, err := b.draftState(ctx, of, past)
	issues := issuesOf(ctx, &draft.Bot)
	return owner.Editor{
		Bot: of.Bot, Name: draft.Bot.Name, State: state, Issues: issues,
		Flow:  owner.EditorFlow{Bot: of.Bot, Flow: shown.ID, Start: shown.Start, Revision: draft.Revision, Nodes: shown.Nodes},
		Cards: owner.NodeCards(of.Bot, shown, issues),
		Undo:  len(past.done) > 0, Redo: len(past.undone) > 0,
	}, err
}

// flowOf finds a flow of a bot, the main one without an id.
func flowOf(bot *flow.Bot, id string) (*flow.Flow, error) {
	for i := range bot.Flows {
		if bot.Flows[i].ID == id || id == "" {
			return &bot.Flows[i], nil
		}
	}
	return nil, fault.New(fault.NotFound, "editor.no_flow")
}

// draftState tells in words how the draft stands to what customers see.
func (b *Builder) draftState(ctx context.Context, of store.BotRef, past past) (string, error) {
	releases, err := b.Store.Releases(ctx, of)
	if err != nil {
		return "", err
	}
	if len(releases) == 0 {
		return words.T(ctx, "editor.state.unpublished"), nil
	}
	count := past.since(releases[0].Revision)
	if count == 0 {
		return words.T(ctx, "editor.state.published"), nil
	}
	return words.N(ctx, "editor.state.changes", count), nil
}
