package builder

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// tryPhrases shows what adding the marked questions to an entry would change. Nothing is written.
func (b *Builder) tryPhrases(w http.ResponseWriter, r *http.Request) error {
	model, trouble, err := b.draftModel(r)
	if err != nil {
		return err
	}
	return b.showDraft(w, r, model, trouble)
}

// addPhrases adds phrasings to an entry and ticks the questions off.
func (b *Builder) addPhrases(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	model, trouble, err := b.draftModel(r)
	if err != nil {
		return err
	}
	if trouble != nil {
		return b.showDraft(w, r, model, trouble)
	}
	draft := model.Open.Draft
	record, err := b.Store.Entry(ctx, ref, draft.Entry.ID)
	if err != nil {
		return err
	}
	before := record.Phrases
	record.Entry = withPhrases(record.Entry, draft.Phrases)
	fresh := slices.DeleteFunc(slices.Clone(record.Phrases), func(phrase string) bool { return slices.Contains(before, phrase) })
	if err := b.Store.SaveEntries(ctx, ref, []store.EntryRecord{record}); err != nil {
		return err
	}
	if err := b.Store.HandleQuestions(ctx, ref, draft.IDs, store.HandledAdded); err != nil {
		return err
	}
	return b.showDone(w, r, owner.LearnDone{IDs: draft.IDs, Entry: &draft.Entry, Phrases: fresh})
}

// ignoreQuestions puts the marked questions, or the topics marked in the list, aside.
func (b *Builder) ignoreQuestions(w http.ResponseWriter, r *http.Request) error {
	model, err := b.learnModel(r)
	if err != nil {
		return err
	}
	ids := r.PostForm["id"]
	if r.FormValue("topics") != "" && model.Open != nil {
		ids = idsOf(model.Open.Questions)
	}
	if len(ids) == 0 {
		return fault.New(fault.Invalid, "learn.none_marked")
	}
	if err := b.Store.HandleQuestions(r.Context(), ref(r.Context()), ids, store.HandledIgnored); err != nil {
		return err
	}
	return b.showDone(w, r, owner.LearnDone{IDs: ids})
}

// reopenQuestions undoes what was done: phrasings are taken out again, the questions wait again.
func (b *Builder) reopenQuestions(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	if id := r.PostFormValue("entry"); id != "" {
		record, err := b.Store.Entry(ctx, ref, id)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		if err == nil {
			added := strings.Split(r.PostFormValue("phrases"), "\n")
			record.Phrases = slices.DeleteFunc(record.Phrases, func(phrase string) bool {
				return slices.ContainsFunc(added, func(one string) bool { return faqfile.Fold(one) == faqfile.Fold(phrase) })
			})
			if err := b.Store.SaveEntries(ctx, ref, []store.EntryRecord{record}); err != nil {
				return err
			}
		}
	}
	if err := b.Store.HandleQuestions(ctx, ref, r.PostForm["id"], ""); err != nil {
		return err
	}
	return b.showDone(w, r, owner.LearnDone{Undone: true})
}

// showDone is the list without what was open, and what was done with a way back.
func (b *Builder) showDone(w http.ResponseWriter, r *http.Request, done owner.LearnDone) error {
	r.Form.Del("open")
	model, err := b.learnModel(r)
	if err != nil {
		return err
	}
	model.Done = &done
	views.Render(w, r, http.StatusOK, owner.Learn(model))
	return nil
}

// draftModel is the screen with the form's phrasings on their way into the form's entry; trouble is why they
// can't be saved.
func (b *Builder) draftModel(r *http.Request) (model owner.LearnModel, trouble *fault.Error, err error) {
	ctx, ref := r.Context(), ref(r.Context())
	if model, err = b.learnModel(r); err != nil {
		return model, nil, err
	}
	record, err := b.Store.Entry(ctx, ref, r.PostFormValue("entry"))
	if err != nil {
		return model, nil, err
	}
	draft := &owner.LearnDraft{Entry: learnEntry(record.Entry), IDs: r.PostForm["id"]}
	if len(draft.IDs) == 0 || model.Open == nil {
		return model, nil, fault.New(fault.Invalid, "learn.none_marked")
	}
	if draft.Phrases, err = b.draftPhrases(r, draft.IDs); err != nil {
		return model, nil, err
	}
	model.Open.Draft = draft
	if strings.TrimSpace(strings.Join(draft.Phrases, "")) == "" {
		return model, fault.New(fault.Invalid, "learn.no_phrases"), nil
	}
	if refusal := faqfile.Check(withPhrases(record.Entry, draft.Phrases)); refusal != nil {
		return model, &fault.Error{Code: fault.Invalid, Key: refusal.Key, Args: refusal.Args}, nil
	}
	return model, nil, nil
}

// showDraft shows what would be added, what it would change, or why it can't be.
func (b *Builder) showDraft(w http.ResponseWriter, r *http.Request, model owner.LearnModel, trouble *fault.Error) error {
	ctx, draft := r.Context(), model.Open.Draft
	status := http.StatusOK
	if trouble != nil {
		status, draft.Error = http.StatusUnprocessableEntity, views.Say(ctx, trouble)
	} else {
		effect, err := b.phrasesEffect(ctx, draft)
		if err != nil {
			return err
		}
		draft.Effect = &effect
	}
	if views.Fragment(r) {
		views.Render(w, r, status, owner.LearnQuestions(*model.Open))
		return nil
	}
	views.Render(w, r, status, owner.Learn(model))
	return nil
}

// draftPhrases are the form's lines, or at first what the customers wrote.
func (b *Builder) draftPhrases(r *http.Request, ids []string) ([]string, error) {
	if r.PostForm.Has("phrases") {
		return strings.Split(r.PostFormValue("phrases"), "\n"), nil
	}
	questions, err := b.questionsOf(r.Context(), ids)
	var phrases []string
	for _, q := range questions {
		phrases = append(phrases, asPhrase(q.Text))
	}
	return phrases, err
}

// questionsOf are the questions with these ids; those that are gone meanwhile are left out.
func (b *Builder) questionsOf(ctx context.Context, ids []string) ([]store.Question, error) {
	var list []store.Question
	for _, id := range ids {
		q, err := b.Store.Question(ctx, ref(ctx), id)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, q)
	}
	return list, nil
}

// masked is what stands in a kept question for an address or a number that told who asked.
var masked = regexp.MustCompile(`\[[^\]\[]*\]`)

// asPhrase is a question as an entry can learn it.
func asPhrase(text string) string { return strings.TrimSpace(masked.ReplaceAllString(text, " ")) }

// withPhrases is an entry with more phrasings.
func withPhrases(e flow.Entry, phrases []string) flow.Entry {
	e.Phrases = append(slices.Clone(e.Phrases), phrases...)
	return faqfile.Tidy(e)
}
