package builder

import (
	"cmp"
	"net/http"
	"strconv"

	"okienko/builder/edit"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

func (b *Builder) boldnessRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/entries/boldness", Role: store.Viewer, Handler: try(b.boldness)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/boldness", Role: store.Editor, Handler: try(b.saveBoldness)},
	}
}

// boldness is the screen with what ?step= would change; htmx gets that alone.
func (b *Builder) boldness(w http.ResponseWriter, r *http.Request) error {
	draft, _, err := b.Store.DraftBot(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	now := cmp.Or(draft.Settings.Boldness, flow.DefaultBoldness)
	step, err := readStep(cmp.Or(r.FormValue("step"), strconv.Itoa(now)))
	if err != nil {
		return err
	}
	model := owner.BoldnessModel{
		Bot: ref(r.Context()).Bot, Steps: flow.MaxBoldness, Now: now, Step: step, Stray: nlu.Boldness(step).Strays,
	}
	if err := b.compareBoldness(r.Context(), &draft, &model); err != nil {
		if r.Context().Err() != nil {
			return err // the slider has moved on
		}
		model.Error = words.T(r.Context(), "boldness.failed")
	}
	if views.Fragment(r) {
		views.Render(w, r, http.StatusOK, owner.BoldnessEffects(model))
		return nil
	}
	if model.Waiting, err = b.toLearn(r.Context(), ref(r.Context())); err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Boldness(model))
	return nil
}

func readStep(text string) (int, error) {
	step, err := strconv.Atoi(text)
	if err != nil || step < 1 || step > flow.MaxBoldness {
		return 0, fault.New(fault.Invalid, "boldness.bad_step", "most", flow.MaxBoldness)
	}
	return step, nil
}

// saveBoldness sets the draft's step, which undo takes back.
func (b *Builder) saveBoldness(w http.ResponseWriter, r *http.Request) error {
	step, err := readStep(r.PostFormValue("step"))
	if err != nil {
		return err
	}
	_, err = b.changeByForm(r.Context(), func(draft *flow.Bot) ([]edit.Op, error) {
		settings := draft.Settings
		if cmp.Or(settings.Boldness, flow.DefaultBoldness) == step {
			return nil, nil
		}
		settings.Boldness = step
		return []edit.Op{&edit.SetBot{Settings: &settings}}, nil
	})
	if err != nil {
		return err
	}
	if err := b.sessions.Tell(w, r, "boldness.saved"); err != nil {
		return err
	}
	views.Go(w, r, owner.BoldnessPath(ref(r.Context()).Bot))
	return nil
}
