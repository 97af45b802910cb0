package builder

import (
	"net/http"

	"okienko/builder/blockform"
	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) inspectorRoutes() []Route {
	const block, node, variables = "/bots/{bot}/blocks/{block}", "/bots/{bot}/nodes/{node}", "/bots/{bot}/variables"
	return []Route{
		{Method: "GET", Pattern: block, Role: store.Editor, Handler: try(b.showBlock)},
		{Method: "POST", Pattern: block, Role: store.Editor, Handler: try(b.saveBlock)},
		{Method: "POST", Pattern: block + "/copy", Role: store.Editor, Handler: try(b.copyBlock)},
		{Method: "POST", Pattern: block + "/delete", Role: store.Editor, Handler: try(b.deleteBlock)},
		{Method: "POST", Pattern: block + "/image", Role: store.Editor, Handler: try(b.setImage), Body: maxUpload},
		{Method: "GET", Pattern: node, Role: store.Editor, Handler: try(b.showNode)},
		{Method: "POST", Pattern: node, Role: store.Editor, Handler: try(b.saveNode)},
		{Method: "GET", Pattern: variables, Role: store.Editor, Handler: try(b.showVariables)},
		{Method: "POST", Pattern: variables, Role: store.Editor, Handler: try(b.saveVariables)},
	}
}

// showBlock answers with a block's form.
func (b *Builder) showBlock(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	form, err := blockForm(r.Context(), &draft.Bot, r.PathValue("block"), blockform.Result{})
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.BlockInspector(form))
	return nil
}

// saveBlock keeps what was typed into a block's form: everything that fits, at once.
func (b *Builder) saveBlock(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return unreadable(err)
	}
	return b.keepBlock(w, r, func(flow.Block, *blockform.Result) {})
}

// keepBlock saves a form, with what more is done to the block, and draws the form again.
func (b *Builder) keepBlock(w http.ResponseWriter, r *http.Request, more func(flow.Block, *blockform.Result)) error {
	id := r.PathValue("block")
	var result blockform.Result
	draft, err := b.changeByForm(r.Context(), func(bot *flow.Bot) ([]edit.Op, error) {
		node, old, err := findBlock(bot, id)
		if err != nil {
			return nil, err
		}
		if result, err = blockform.Read(old, r.PostForm, store.NewID); err != nil {
			return nil, err
		}
		more(result.Block, &result)
		return blockOps(r.Context(), bot, node, old, &result, r.PostForm), nil
	})
	if err != nil {
		return err
	}
	form, err := blockForm(r.Context(), &draft.Bot, id, result)
	if err != nil {
		return err
	}
	tellRevision(w, draft)
	views.Render(w, r, http.StatusOK, owner.BlockSaved(form, len(result.Errors) == 0))
	return nil
}

// copyBlock puts a copy of a block under it.
func (b *Builder) copyBlock(w http.ResponseWriter, r *http.Request) error {
	return b.editNode(w, r, func(bot *flow.Bot) (string, []edit.Op, error) {
		node, block, err := findBlock(bot, r.PathValue("block"))
		if err != nil {
			return "", nil, err
		}
		ops, err := copyOps(node, block)
		return node.ID, ops, err
	})
}

// deleteBlock deletes a block; undo brings it back.
func (b *Builder) deleteBlock(w http.ResponseWriter, r *http.Request) error {
	return b.editNode(w, r, func(bot *flow.Bot) (string, []edit.Op, error) {
		node, block, err := findBlock(bot, r.PathValue("block"))
		if err != nil {
			return "", nil, err
		}
		return node.ID, []edit.Op{&edit.DeleteBlock{ID: block.Base().ID}}, nil
	})
}
