package builder

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"unicode/utf8"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// showNode answers with a node's form: its title, its blocks in order, where it leads.
func (b *Builder) showNode(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	form, err := nodeForm(r.Context(), &draft.Bot, r.PathValue("node"))
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.NodeInspector(form))
	return nil
}

// saveNode keeps what was typed into a node's form and does what one of its buttons asks for.
func (b *Builder) saveNode(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return unreadable(err)
	}
	return b.editNode(w, r, func(bot *flow.Bot) (string, []edit.Op, error) {
		_, node := bot.Node(r.PathValue("node"))
		if node == nil {
			return "", nil, fault.New(fault.NotFound, "inspector.no_node")
		}
		ops, err := nodeOps(r.Context(), bot, node, r.PostForm)
		return node.ID, ops, err
	})
}

// editNode changes the draft and draws the form of the node that was changed.
func (b *Builder) editNode(w http.ResponseWriter, r *http.Request, ops func(*flow.Bot) (string, []edit.Op, error)) error {
	var id string
	draft, err := b.changeByForm(r.Context(), func(bot *flow.Bot) (made []edit.Op, err error) {
		id, made, err = ops(bot)
		return made, err
	})
	if err != nil {
		return err
	}
	form, err := nodeForm(r.Context(), &draft.Bot, id)
	if err != nil {
		return err
	}
	form.Typed, form.Error = misfit(r.Context(), r.PostForm)
	tellRevision(w, draft)
	views.Render(w, r, http.StatusOK, owner.NodeSaved(form, r.PathValue("block") != ""))
	return nil
}

func nodeForm(ctx context.Context, bot *flow.Bot, id string) (*owner.NodeForm, error) {
	in, node := bot.Node(id)
	if node == nil {
		return nil, fault.New(fault.NotFound, "inspector.no_node")
	}
	others := slices.DeleteFunc(steps(ctx, bot), func(s owner.Step) bool { return s.ID == id })
	form := &owner.NodeForm{Bot: ref(ctx).Bot, Node: *node, Start: in.Start == id, Steps: others}
	if len(node.Blocks) > 0 {
		form.Notes = tell(ctx, problemsAt(bot, id, ""), map[string]string{})
	}
	return form, nil
}

// misfit is a title that is too long to be kept, and the sentence beside it.
func misfit(ctx context.Context, form url.Values) (typed, sentence string) {
	title := form.Get("title")
	if length := utf8.RuneCountInString(title); length > flow.MaxTitle {
		return title, words.T(ctx, "inspector.error.long", "limit", flow.MaxTitle, "length", length)
	}
	return "", ""
}
