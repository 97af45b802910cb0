package builder

import (
	"encoding/json"
	"net/http"
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// manyProbes is the most bytes of a file of test questions with what a form puts around it.
const manyProbes = 8 << 20

// offeredQuestions is how many of the entries' questions a form suggests; others can be typed.
const offeredQuestions = 1000

func (b *Builder) probeRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/entries/check", Role: store.Viewer, Handler: try(b.probes)},
		{Method: "GET", Pattern: "/bots/{bot}/entries/check/questions.jsonl", Role: store.Viewer, Handler: try(b.downloadProbes)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/check", Role: store.Editor, Handler: try(b.addProbe)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/check/many", Role: store.Editor, Handler: try(b.addProbes), Body: manyProbes},
		{Method: "POST", Pattern: "/bots/{bot}/entries/check/questions/{probe}/accept", Role: store.Editor, Handler: try(b.acceptAnswer)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/check/questions/{probe}/delete", Role: store.Editor, Handler: try(b.deleteProbe)},
	}
}

func (b *Builder) probes(w http.ResponseWriter, r *http.Request) error {
	return b.showProbes(w, r, http.StatusOK, owner.ProbesModel{})
}

// showProbes examines the draft and shows the result around a model with the forms as typed.
func (b *Builder) showProbes(w http.ResponseWriter, r *http.Request, status int, model owner.ProbesModel) error {
	ctx, ref := r.Context(), ref(r.Context())
	probes, err := b.Store.Probes(ctx, ref)
	if err != nil {
		return err
	}
	draft, _, err := b.Store.DraftBot(ctx, ref)
	if err != nil {
		return err
	}
	model.Bot, model.Total = ref.Bot, len(probes)
	for _, e := range draft.Entries[:min(len(draft.Entries), offeredQuestions)] {
		model.Questions = append(model.Questions, e.Question)
	}
	if model.Rows, model.Since, err = b.examine(ctx, ref, &draft, probes); err != nil {
		return err
	}
	if model.Waiting, err = b.toLearn(ctx, ref); err != nil {
		return err
	}
	w, done := compressed(w, r)
	defer done()
	views.Render(w, r, status, owner.Probes(model))
	return nil
}

// deleteProbe needs no "are you sure": the answer carries the question in a form that brings it back.
func (b *Builder) deleteProbe(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	p, err := b.Store.Probe(ctx, ref, r.PathValue("probe"))
	if err != nil {
		return err
	}
	if err := b.Store.DeleteProbe(ctx, ref, p.ID); err != nil {
		return err
	}
	deleted := owner.ProbeRow{ID: p.ID, Text: p.Text, Should: owner.EntryName{ID: p.Entry}, Also: p.Also}
	return b.showProbes(w, r, http.StatusOK, owner.ProbesModel{Deleted: &deleted})
}

// acceptAnswer notes that another entry would do as well.
func (b *Builder) acceptAnswer(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	p, err := b.Store.Probe(ctx, ref, r.PathValue("probe"))
	if err != nil {
		return err
	}
	entry, err := b.Store.Entry(ctx, ref, r.PostFormValue("entry"))
	if err != nil {
		return err
	}
	if p.Entry == "" {
		return fault.New(fault.Invalid, "probes.missing")
	}
	if !slices.Contains(p.Also, entry.ID) {
		p.Also = append(p.Also, entry.ID)
	}
	return b.saveProbes(w, r, []store.Probe{p}, "probes.accepted")
}

// saveProbes keeps them and goes back to the screen with a sentence.
func (b *Builder) saveProbes(w http.ResponseWriter, r *http.Request, list []store.Probe, told string) error {
	ref := ref(r.Context())
	if err := b.Store.SaveProbes(r.Context(), ref, list); err != nil {
		return err
	}
	if err := b.sessions.Tell(w, r, told); err != nil {
		return err
	}
	views.Go(w, r, owner.ProbesPath(ref.Bot))
	return nil
}

// probeLine is a test question in a file: as okienko nlu eval reads it.
type probeLine struct {
	ID    string   `json:"qid"`
	Text  string   `json:"text"`
	Entry *string  `json:"faq_id"`
	Also  []string `json:"also,omitempty"`
}

// downloadProbes writes those whose entries are there: a file with others could not be read again.
func (b *Builder) downloadProbes(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	probes, err := b.Store.Probes(ctx, ref)
	if err != nil {
		return err
	}
	draft, _, err := b.Store.DraftBot(ctx, ref)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="sprawdzian.jsonl"`)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, p := range probes {
		line := probeLine{ID: p.ID, Text: p.Text, Also: present(&draft, p.Also)}
		if p.Entry != "" {
			line.Entry = &p.Entry
		}
		if p.Entry != "" && draft.Entry(p.Entry) == nil {
			continue
		}
		if err := encoder.Encode(line); err != nil {
			return nil // the browser has gone; the answer has begun
		}
	}
	return nil
}

// present are the ids of entries that a bot has.
func present(bot *flow.Bot, ids []string) []string {
	var list []string
	for _, id := range ids {
		if bot.Entry(id) != nil {
			list = append(list, id)
		}
	}
	return list
}
