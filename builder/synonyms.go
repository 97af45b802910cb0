package builder

import (
	"errors"
	"net/http"
	"slices"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// newGroup stands in the path for a group that is not there yet.
const newGroup = owner.NewGroup

func (b *Builder) synonymRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/entries/synonyms", Role: store.Viewer, Handler: try(b.synonyms)},
		{Method: "GET", Pattern: "/bots/{bot}/entries/synonyms/groups/{group}", Role: store.Editor, Handler: try(b.synonymGroup)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/synonyms/aside", Role: store.Editor, Handler: try(b.putAside)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/synonyms/groups/{group}", Role: store.Editor, Handler: try(b.saveSynonyms)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/synonyms/groups/{group}/delete", Role: store.Editor, Handler: try(b.deleteSynonyms)},
	}
}

func (b *Builder) synonyms(w http.ResponseWriter, r *http.Request) error {
	return b.showSynonyms(w, r, http.StatusOK, owner.SynonymsModel{})
}

// synonymGroup is the screen with a group's form open; ?words= are written in already.
func (b *Builder) synonymGroup(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("group")
	form := owner.SynonymForm{Group: id, Words: r.FormValue("words")}
	if id != newGroup {
		draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
		if err != nil {
			return err
		}
		at := findGroup(draft.Bot.Synonyms, id)
		if at < 0 {
			views.Go(w, r, owner.SynonymsPath(ref(r.Context()).Bot))
			return nil
		}
		form.Words = owner.SynonymGroup{Words: append(slices.Clone(draft.Bot.Synonyms[at]), readGroup(form.Words)...)}.Text()
	}
	return b.showSynonyms(w, r, http.StatusOK, owner.SynonymsModel{Form: form})
}

// showSynonyms fills in what the screen shows around a form.
func (b *Builder) showSynonyms(w http.ResponseWriter, r *http.Request, status int, model owner.SynonymsModel) error {
	ref := ref(r.Context())
	draft, _, err := b.Store.DraftBot(r.Context(), ref)
	if err != nil {
		return err
	}
	if model.Hints, err = b.synonymHints(r.Context(), ref, &draft); err != nil {
		return err
	}
	if model.Waiting, err = b.toLearn(r.Context(), ref); err != nil {
		return err
	}
	model.Bot = ref.Bot
	for _, group := range draft.Synonyms {
		model.Groups = append(model.Groups, owner.SynonymGroup{ID: groupID(group), Words: group})
	}
	if findGroup(draft.Synonyms, model.Form.Group) < 0 {
		model.Form.Group = newGroup
	}
	views.Render(w, r, status, owner.Synonyms(model))
	return nil
}

// saveSynonyms makes a group, or changes one, in one step that undo takes back. What does not fit is told
// at the form, which comes back as it was typed.
func (b *Builder) saveSynonyms(w http.ResponseWriter, r *http.Request) error {
	form := owner.SynonymForm{Group: r.PathValue("group"), Words: r.PostFormValue("words")}
	_, err := b.changeByForm(r.Context(), func(draft *flow.Bot) ([]edit.Op, error) {
		groups, misfit := putGroup(draft.Synonyms, form.Group, readGroup(form.Words))
		if misfit != nil {
			return nil, misfit
		}
		return setSynonyms(draft, groups), nil
	})
	if misfit, told := errors.AsType[*fault.Error](err); told && misfit.Field != "" {
		form.Errors.Note(misfit)
		return b.showSynonyms(w, r, http.StatusUnprocessableEntity, owner.SynonymsModel{Form: form})
	}
	if err != nil {
		return err
	}
	if err := b.sessions.Tell(w, r, "synonyms.saved"); err != nil {
		return err
	}
	views.Go(w, r, owner.SynonymsPath(ref(r.Context()).Bot))
	return nil
}

// deleteSynonyms needs no "are you sure": the answer carries the group in a form that brings it back.
func (b *Builder) deleteSynonyms(w http.ResponseWriter, r *http.Request) error {
	var deleted []string
	_, err := b.changeByForm(r.Context(), func(draft *flow.Bot) ([]edit.Op, error) {
		at := findGroup(draft.Synonyms, r.PathValue("group"))
		if at < 0 {
			return nil, nil // deleted already, in another tab
		}
		deleted = draft.Synonyms[at]
		return setSynonyms(draft, slices.Delete(slices.Clone(draft.Synonyms), at, at+1)), nil
	})
	if err != nil {
		return err
	}
	if deleted == nil {
		views.Go(w, r, owner.SynonymsPath(ref(r.Context()).Bot))
		return nil
	}
	return b.showSynonyms(w, r, http.StatusOK, owner.SynonymsModel{Deleted: &owner.SynonymGroup{Words: deleted}})
}

// setSynonyms is no operation where nothing changes.
func setSynonyms(draft *flow.Bot, groups [][]string) []edit.Op {
	if slices.EqualFunc(draft.Synonyms, groups, slices.Equal) {
		return nil
	}
	return []edit.Op{&edit.SetBot{Synonyms: &groups}}
}
