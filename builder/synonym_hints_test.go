package builder

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"okienko/builder/synonym"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

func TestWordsThatNothingExplains(t *testing.T) {
	t.Parallel()
	bot := &flow.Bot{Synonyms: [][]string{{"paczkomat", "skrzynka"}}, Entries: []flow.Entry{
		{Question: "Kiedy dostanę zwrot pieniędzy?", Phrases: []string{"gdzie moja kasa"}},
	}}
	known := vocabularyOf(bot, []store.Aside{{Word: "bluzka"}})
	text := []nlu.WordReason{
		{Text: "kiedy", Match: "kiedy", How: "same", Weight: .1}, {Text: "szmal", Weight: .5}, {Text: "oddacie", Match: "zwrot", How: "synonym", Weight: .2},
		{Text: "kasy", Weight: .3}, {Text: "skrzynki", Weight: .3}, {Text: "bluzkę", Weight: .3}, {Text: "24", Weight: .2}, {Text: "ja", Weight: .2},
	}
	if got := fmt.Sprint(known.missing(text)); got != "[{szmal szmal 0.5}]" {
		t.Errorf("missing: %s", got)
	}
	phrasing := []nlu.WordReason{{Text: "kiedy"}, {Text: "zwrot"}, {Text: "pieniędzy", Weight: .4}}
	if got := fmt.Sprint(leftOver(phrasing, text)); got != "[{pieniędzy pieniadz 0.4}]" {
		t.Errorf("left: %s", got)
	}
}

func TestMeantEntry(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		q     store.Question
		entry string
		trust float64
	}{
		{store.Question{Outcome: "suggest", Entries: []string{"a", "b"}, Chosen: "b"}, "b", synonym.Clicked},
		{store.Question{Outcome: "suggest", Entries: []string{"a", "b"}}, "a", synonym.Guessed},
		{store.Question{Outcome: "unknown", Entries: []string{"a", "b"}, Wrong: []string{"a"}}, "b", synonym.Thought},
		{store.Question{Outcome: "answer", Entries: []string{"a"}, Wrong: []string{"a"}}, "", 0},
		{store.Question{Outcome: "unknown"}, "", 0},
	} {
		if entry, trust := meantEntry(c.q); entry != c.entry || trust != c.trust {
			t.Errorf("%+v: %s %v", c.q, entry, trust)
		}
	}
}

// A suggestion opens the group that has its meaning with the word written into it, or a new one with both.
func TestASuggestionOpensItsGroup(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	v.do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"pieniądze, kasa"}})
	groups := h.draft(t).Synonyms
	for means, filled := range map[string]string{"kasa": ">pieniądze, kasa, hajs</textarea>", "zwrotu": ">hajs, zwrotu</textarea>"} {
		path := acceptPath(h.ref, groups, synonym.Suggestion{Word: synonym.Word{Text: "hajs"}, Means: means})
		if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, filled) {
			t.Errorf("%s at %s: not filled", means, path)
		}
	}
}

func TestAWordIsPutAsideAndTakenUp(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	aside := func(word, back string) string {
		return text(t, v.do(t, "POST", h.synonymsPath()+"/aside", url.Values{"word": {word}, "back": {back}}))
	}
	words := func() string {
		list, err := h.Store.Asides(t.Context(), h.ref)
		must(t, err)
		var words []string
		for _, a := range list {
			words = append(words, a.Word)
		}
		return strings.Join(words, " ")
	}
	if page := aside("skrytki", ""); !strings.Contains(page, "„skrytki” już się tu nie pojawi") || words() != "skrytka" {
		t.Errorf("put aside: %q", words())
	}
	if aside("skrytki", "1"); words() != "" {
		t.Errorf("taken up: %q", words())
	}
	if page := aside(" , ", ""); !strings.Contains(page, "To nie jest jedno słowo") || words() != "" {
		t.Errorf("no word: %q", words())
	}
}

// From a customer's click to a group: the word that nobody knew is suggested, accepted, and not suggested again.
func TestAClickSuggestsASynonym(t *testing.T) {
	t.Parallel()
	h, v := learning(t,
		store.Asked{Text: "jak prać blubrik", Outcome: "suggest", Entries: []string{"cost", "wash"}},
		store.Asked{Text: "jak prać blubrik", Chosen: "wash"},
		store.Asked{Text: "ile kosztuje wysyłka", Outcome: "suggest", Entries: []string{"cost"}},
		store.Asked{Text: "ile kosztuje wysyłka", Chosen: "cost"},
	)
	page := text(t, v.do(t, "GET", h.synonymsPath(), nil))
	for _, want := range []string{"„blubrik” to chyba to samo co „sweter”", "1 raz, przy pytaniu: Jak prać sweter?", "„jak prać blubrik”", "/groups/new?words=blubrik%2C+sweter"} {
		if !strings.Contains(page, want) {
			t.Errorf("the suggestion lacks %q", want)
		}
	}
	if strings.Count(page, "to chyba to samo") != 1 {
		t.Error("words that the bot knows are suggested")
	}
	v.do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"blubrik, sweter"}})
	if page := text(t, v.do(t, "GET", h.synonymsPath(), nil)); strings.Contains(page, "to chyba to samo") {
		t.Error("it is suggested again")
	}
}
