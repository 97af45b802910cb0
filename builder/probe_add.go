package builder

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// addProbe adds one question, from the form, from a conversation or back after a deletion: text, and expected
// (an entry's id, or its question as typed) or foreign.
func (b *Builder) addProbe(w http.ResponseWriter, r *http.Request) error {
	draft, _, err := b.Store.DraftBot(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	form := owner.ProbeForm{
		Text: strings.TrimSpace(r.PostFormValue("text")), Expected: r.PostFormValue("expected"), Foreign: r.PostFormValue("foreign") != "",
	}
	p := store.Probe{Text: form.Text}
	if trouble := checkProbeText(form.Text); trouble != nil {
		form.Errors.Note(trouble.On("text"))
	}
	if !form.Foreign {
		entry, trouble := expectationsOf(&draft).entry(form.Expected)
		if trouble != nil {
			form.Errors.Note(trouble.On("expected"))
		}
		p.Entry, p.Also = entry, present(&draft, r.PostForm["also"])
	}
	if form.Errors.Any() {
		return b.showProbes(w, r, http.StatusUnprocessableEntity, owner.ProbesModel{Form: form})
	}
	return b.saveProbes(w, r, []store.Probe{p}, "probes.added")
}

func checkProbeText(text string) *fault.Error {
	switch {
	case text == "":
		return fault.New(fault.Invalid, "fault.probes_no_text")
	case utf8.RuneCountInString(text) > flow.MaxAnswer:
		return fault.New(fault.Invalid, "fault.probes_long", "limit", flow.MaxAnswer)
	}
	return nil
}

// expectations find the entry that is meant by its id, its question or one of its phrasings.
type expectations map[string]string // ids by ids and by folded texts

func expectationsOf(bot *flow.Bot) expectations {
	found := expectations{}
	note := func(text, id string) {
		if _, taken := found[text]; !taken {
			found[text] = id
		}
	}
	for _, e := range bot.Entries {
		note(e.ID, e.ID)
	}
	for _, e := range bot.Entries {
		note(faqfile.Fold(e.Question), e.ID)
	}
	for _, e := range bot.Entries {
		for _, phrase := range e.Phrases {
			note(faqfile.Fold(phrase), e.ID)
		}
	}
	return found
}

func (x expectations) entry(typed string) (id string, trouble *fault.Error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", fault.New(fault.Invalid, "fault.probes_no_expected")
	}
	for _, text := range []string{typed, faqfile.Fold(typed)} {
		if id, known := x[text]; known {
			return id, nil
		}
	}
	return "", fault.New(fault.Invalid, "fault.probes_unknown", "question", typed)
}

// addProbes adds all questions of a file or of a pasted text, or none and says why.
func (b *Builder) addProbes(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	draft, _, err := b.Store.DraftBot(ctx, ref(ctx))
	if err != nil {
		return err
	}
	name, text, err := manyText(r)
	if err != nil {
		return err
	}
	probes, troubles := readProbes(ctx, &draft, name, text)
	if len(troubles) == 0 {
		err := b.saveProbes(w, r, probes, "probes.added")
		if !fault.Is(err, fault.TooLarge) {
			return err
		}
		troubles = []error{err}
	}
	model := owner.ProbesModel{Many: owner.ProbesForm{Text: r.FormValue("many")}}
	for _, trouble := range troubles {
		model.Many.Trouble = append(model.Many.Trouble, views.Say(ctx, trouble))
	}
	return b.showProbes(w, r, http.StatusUnprocessableEntity, model)
}

// manyText is the file if there is one, else what was pasted, and what to call it.
func manyText(r *http.Request) (name, text string, err error) {
	name = words.T(r.Context(), "probes.pasted")
	file, header, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return name, r.FormValue("many"), nil
	}
	if err != nil {
		return "", "", fault.Wrap(err, fault.Invalid, "fault.import_unreadable")
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return "", "", fault.Wrap(err, fault.Invalid, "fault.import_unreadable")
	}
	if len(data) == 0 {
		return name, r.FormValue("many"), nil
	}
	return header.Filename, string(data), nil
}
