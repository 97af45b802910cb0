package builder

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

func (h *house) boldnessPath() string { return "/bots/" + h.ref.Bot + "/entries/boldness" }

func TestTextsThatWereLookedFor(t *testing.T) {
	t.Parallel()
	heard := func(text string, u engine.Understanding) store.Event {
		return store.Event{From: "visitor", Kind: "text", Text: text, Understanding: &u}
	}
	says := func(entry string, choices ...engine.Choice) store.Event {
		return store.Event{From: "bot", Kind: "text", Entry: entry, Ask: &engine.Ask{Input: "email", Choices: choices}}
	}
	events := []store.Event{
		heard("ile kosztuje", engine.Understanding{Outcome: "answer"}), says("cost"),
		heard("a do niemiec", engine.Understanding{Outcome: "suggest"}), says("", engine.Choice{ID: "faq:cost"}),
		heard("ania@sklep.pl", engine.Understanding{Outcome: "unknown"}), says(""),
		heard("człowiek", engine.Understanding{Wish: "human"}), says("", engine.Choice{ID: flow.HumanNode}),
		{From: "visitor", Kind: "choice", Choice: "c1"}, says("cost"),
		heard("żyrafy", engine.Understanding{Outcome: "unknown"}), {From: "system", Kind: "end"}, says("", engine.Choice{ID: flow.HumanNode}),
		heard("bez odpowiedzi", engine.Understanding{Outcome: "answer"}),
	}
	var got []string
	for _, h := range textsOf(&flow.Bot{}, events) {
		got = append(got, h.text+" after "+h.context.Previous)
	}
	if want := "ile kosztuje after |a do niemiec after ile kosztuje|żyrafy after człowiek"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

func TestEffectOfAStep(t *testing.T) {
	t.Parallel()
	bot := &flow.Bot{Entries: []flow.Entry{{ID: "cost", Question: "Ile kosztuje dostawa?"}}}
	var texts []string
	var now, then []outcome
	ask := func(text string, was, is outcome) {
		texts, now, then = append(texts, text), append(now, was), append(then, is)
	}
	ask("ile", outcome{kind: nlu.Suggested, entry: "cost"}, outcome{kind: nlu.Answered, entry: "cost", wrong: true})
	ask("ILE?", outcome{kind: nlu.Suggested, entry: "cost"}, outcome{kind: nlu.Answered, entry: "cost"})
	ask("wcale", outcome{kind: nlu.Unknown}, outcome{kind: nlu.Unknown})
	for i := range 7 {
		ask(fmt.Sprint("pytanie ", i), outcome{kind: nlu.Unknown}, outcome{kind: nlu.Suggested, entry: "cost"})
	}
	effect := effectOf(bot, texts, now, then)
	if got := fmt.Sprint(effect.Now, effect.Then); got != "{0 2 8 0} {2 7 1 1}" {
		t.Error(got)
	}
	if got := fmt.Sprint(effect.Changes[:2]); len(effect.Changes) != boldnessExamples ||
		got != "[{ile suggest answer Ile kosztuje dostawa? Ile kosztuje dostawa?} {pytanie 0 unknown suggest  Ile kosztuje dostawa?}]" {
		t.Errorf("%d: %s", len(effect.Changes), got)
	}
}

// The page counts what customers asked, and a browser without scripts gets the same by a button.
func TestBoldnessIsShownOnTheShopsQuestions(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	if page := text(t, v.do(t, "GET", h.boldnessPath(), nil)); !strings.Contains(page, "Nie ma jeszcze rozmów") || !strings.Contains(page, `value="3"`) {
		t.Error("without conversations the page says so")
	}
	h.rated(t)
	must(t, h.Store.SaveProbes(t.Context(), h.ref, []store.Probe{{Text: "ile kosztuje dostawa", Entry: "cost"}}))
	page := text(t, v.do(t, "GET", h.boldnessPath()+"?step=5", nil))
	for _, want := range []string{"Ostatnie pytania klientów: 2", "Pytania ze Sprawdzianu: 1", "Teraz w szkicu: W sam raz", "Po zmianie: Bardzo śmiało", `<noscript>`, "2 pytania: odpowiedź 1"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	part := text(t, v.do(t, "GET", h.boldnessPath()+"?step=1", nil, "HX-Request", "true"))
	if strings.Contains(part, "<html") || !strings.Contains(part, `id="boldness-effects"`) || !strings.Contains(part, "Po zmianie: Ostrożnie") {
		t.Errorf("htmx gets %.200s", part)
	}
	for _, step := range []string{"0", "6", "x"} {
		if status := v.do(t, "GET", h.boldnessPath()+"?step="+step, nil).StatusCode; status != http.StatusUnprocessableEntity {
			t.Errorf("step %s: %d", step, status)
		}
	}
}

func TestBoldnessIsSaved(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	save := func(v *visitor, step string) int {
		return v.do(t, "POST", h.boldnessPath(), url.Values{"step": {step}}).StatusCode
	}
	v.do(t, "POST", h.settingsPath(), lookForm("patience", "2"))
	if status := save(v, "3"); status != http.StatusSeeOther || h.draft(t).Settings.Boldness != 0 {
		t.Errorf("%d: what is the default was written down", status)
	}
	if status := save(v, "5"); status != http.StatusSeeOther || h.draft(t).Settings.Boldness != 5 || h.draft(t).Settings.Patience != 2 {
		t.Errorf("%d: %+v", status, h.draft(t).Settings)
	}
	changes, err := h.Store.Changes(t.Context(), h.ref, 0)
	if must(t, err); len(changes) != 2 {
		t.Errorf("%d steps to undo", len(changes))
	}
	v.do(t, "POST", h.settingsPath(), lookForm())
	if got := h.draft(t).Settings.Boldness; got != 5 {
		t.Errorf("the form of the settings made it %d", got)
	}
	if status := save(v, "9"); status != http.StatusUnprocessableEntity {
		t.Errorf("step 9: %d", status)
	}
	if status := save(h.signedIn(t, h.join(t, store.Viewer)), "1"); status != http.StatusForbidden || h.draft(t).Settings.Boldness != 5 {
		t.Errorf("a viewer: %d", status)
	}
}
