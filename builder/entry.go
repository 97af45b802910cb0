package builder

import (
	"net/http"
	"slices"
	"strings"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// newEntryID stands in the path for an entry that has no id yet.
const newEntryID = "new"

func (b *Builder) newEntry(w http.ResponseWriter, r *http.Request) error {
	form := owner.EntryForm{ID: newEntryID, Entry: flow.Entry{Topic: r.FormValue("topic"), Question: r.FormValue("question")}}
	questions, err := b.questionsOf(r.Context(), r.Form["id"])
	if err != nil {
		return err
	}
	for _, q := range questions {
		form.Asked = append(form.Asked, q.ID)
		form.Entry.Phrases = append(form.Entry.Phrases, asPhrase(q.Text))
	}
	if form.Entry.Question == "" && len(questions) > 0 {
		form.Entry.Question, form.Entry.Phrases = form.Entry.Phrases[0], form.Entry.Phrases[1:]
	}
	return b.showEntry(w, r, http.StatusOK, form)
}

func (b *Builder) entry(w http.ResponseWriter, r *http.Request) error {
	record, err := b.Store.Entry(r.Context(), ref(r.Context()), r.PathValue("entry"))
	if err != nil {
		return err
	}
	form := owner.EntryForm{ID: record.ID, Entry: record.Entry}
	if phrase := r.FormValue("phrase"); phrase != "" && !asks(record.Entry, phrase) {
		form.Entry.Phrases = append(slices.Clone(record.Phrases), phrase)
		form.Saved = words.T(r.Context(), "why.phrase_added")
	}
	return b.showEntry(w, r, http.StatusOK, form)
}

// asks tells whether a phrasing is there already.
func asks(e flow.Entry, phrase string) bool {
	return slices.ContainsFunc(append([]string{e.Question}, e.Phrases...), func(there string) bool {
		return faqfile.Fold(there) == faqfile.Fold(phrase)
	})
}

// showEntry is the screen with the form open; htmx gets the form alone.
func (b *Builder) showEntry(w http.ResponseWriter, r *http.Request, status int, form owner.EntryForm) error {
	model, err := b.entriesModel(r)
	if err != nil {
		return err
	}
	form.Bot, form.Topics = model.Bot, model.Topics
	if views.Fragment(r) {
		views.Render(w, r, status, owner.EntryPane(form, model))
		return nil
	}
	model.Open = &form
	views.Render(w, r, status, owner.Entries(model))
	return nil
}

func (b *Builder) saveEntry(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	records, err := b.Store.Entries(ctx, ref)
	if err != nil {
		return err
	}
	form := entryForm(r)
	record, fresh := placeOf(records, form)
	if trouble := checkEntry(records, record.Entry); trouble != nil {
		form.Errors.Add(trouble.Field, trouble.Key, pairs(trouble.Args)...)
		return b.showEntry(w, r, http.StatusUnprocessableEntity, form)
	}
	if err := b.Store.SaveEntries(ctx, ref, []store.EntryRecord{record}); err != nil {
		return err
	}
	if len(form.Asked) > 0 {
		return b.answerQuestions(w, r, form.Asked)
	}
	form = owner.EntryForm{ID: record.ID, Entry: record.Entry, Saved: words.T(ctx, "entries.saved")}
	if fresh {
		views.Go(w, r, owner.EntryPath(ref.Bot, record.ID))
		return nil
	}
	return b.showEntry(w, r, http.StatusOK, form)
}

// answerQuestions ticks the questions off that a new entry was made for, and goes back to the others.
func (b *Builder) answerQuestions(w http.ResponseWriter, r *http.Request, ids []string) error {
	ref := ref(r.Context())
	if err := b.Store.HandleQuestions(r.Context(), ref, ids, store.HandledNew); err != nil {
		return err
	}
	if err := b.sessions.Tell(w, r, "learn.answered"); err != nil {
		return err
	}
	views.Go(w, r, owner.LearnPath(ref.Bot))
	return nil
}

// entryEffect shows what saving the form would change. Nothing is written.
func (b *Builder) entryEffect(w http.ResponseWriter, r *http.Request) error {
	records, err := b.Store.Entries(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	form := entryForm(r)
	record, _ := placeOf(records, form)
	effect, err := b.effect(r.Context(), record.Entry, form.Asked)
	if err != nil {
		return err
	}
	if views.Fragment(r) {
		views.Render(w, r, http.StatusOK, owner.EffectPanel(&effect))
		return nil
	}
	form.Effect = &effect
	return b.showEntry(w, r, http.StatusOK, form)
}

// deleteEntry needs no "are you sure": the answer carries the entry in a form that brings it back.
func (b *Builder) deleteEntry(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	record, err := b.Store.Entry(ctx, ref, r.PathValue("entry"))
	if err != nil {
		return err
	}
	if err := b.Store.DeleteEntries(ctx, ref, []string{record.ID}); err != nil {
		return err
	}
	model, err := b.entriesModel(r)
	if err != nil {
		return err
	}
	model.Current, model.Deleted = "", &record.Entry
	views.Render(w, r, http.StatusOK, owner.Entries(model))
	return nil
}

func (b *Builder) previewAnswer(w http.ResponseWriter, r *http.Request) error {
	views.Render(w, r, http.StatusOK, owner.AnswerPreview(r.PostFormValue("answer")))
	return nil
}

func entryForm(r *http.Request) owner.EntryForm {
	form := owner.EntryForm{ID: r.PathValue("entry"), Entry: flow.Entry{
		ID: r.PathValue("entry"), Topic: r.PostFormValue("topic"), Question: r.PostFormValue("question"),
		Phrases: strings.Split(r.PostFormValue("phrases"), "\n"), Answer: r.PostFormValue("answer"),
	}}
	form.Asked = r.PostForm["id"]
	return form
}

// placeOf is the record that a form means: the one that is there, or one with a new id behind all others.
// An id that is not there belongs to an entry that was deleted and is brought back.
func placeOf(records []store.EntryRecord, form owner.EntryForm) (record store.EntryRecord, fresh bool) {
	record = store.EntryRecord{Entry: faqfile.Tidy(form.Entry), Order: nextOrder(records)}
	if form.ID == newEntryID {
		record.ID = store.NewID()
		return record, true
	}
	for _, there := range records {
		if there.ID == form.ID {
			record.Order = there.Order
			return record, false
		}
	}
	return record, true
}

// checkEntry tells what does not fit in an entry, nil if all does.
func checkEntry(records []store.EntryRecord, e flow.Entry) *fault.Error {
	if refusal := faqfile.Check(e); refusal != nil {
		return &fault.Error{Code: fault.Invalid, Key: refusal.Key, Args: refusal.Args, Field: refusal.Field()}
	}
	question := faqfile.Fold(e.Question)
	for _, there := range records {
		if there.ID != e.ID && faqfile.Fold(there.Question) == question {
			return fault.New(fault.Invalid, "fault.entry_there", "question", there.Question).On("question")
		}
	}
	return nil
}

func pairs(args map[string]any) []any {
	var list []any
	for name, value := range args {
		list = append(list, name, value)
	}
	return list
}
