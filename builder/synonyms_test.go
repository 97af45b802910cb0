package builder

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

func (h *house) synonymsPath() string { return "/bots/" + h.ref.Bot + "/entries/synonyms" }

func (h *house) synonyms(t *testing.T) string { return fmt.Sprint(h.draft(t).Synonyms) }

func TestSynonymsAreAddedChangedDeletedAndBroughtBack(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	save := func(group, words string) *http.Response {
		return v.do(t, "POST", h.synonymsPath()+"/groups/"+group, url.Values{"words": {words}})
	}
	want := func(want string) {
		t.Helper()
		if got := h.synonyms(t); got != want {
			t.Fatalf("%s, not %s", got, want)
		}
	}
	save("new", " kasa,\r\nhajs ; Kasa, ,  zwrot  środków")
	save("new", "paczkomat, automat")
	want("[[paczkomat automat] [kasa hajs zwrot środków]]")

	id := groupID([]string{"kasa", "hajs", "zwrot środków"})
	if page := text(t, v.do(t, "GET", h.synonymsPath()+"/groups/"+id, nil)); !strings.Contains(page, ">kasa, hajs, zwrot środków</textarea>") {
		t.Error("the form is not filled with the group")
	}
	save(id, "hajs, pieniądze")
	want("[[paczkomat automat] [hajs pieniądze]]")
	page := text(t, save(id, "hajs, forsa"))
	if !strings.Contains(page, "Tej grupy już nie ma") || !strings.Contains(page, ">hajs, forsa</textarea>") || !strings.Contains(page, "/groups/new") {
		t.Error("a group that was changed meanwhile is not told")
	}

	page = text(t, v.do(t, "POST", h.synonymsPath()+"/groups/"+groupID([]string{"hajs", "pieniądze"})+"/delete", url.Values{}))
	want("[[paczkomat automat]]")
	if !strings.Contains(page, "Cofnij") || !strings.Contains(page, `value="hajs, pieniądze"`) {
		t.Error("deleting offers no way back")
	}
	changes, err := h.Store.Changes(t.Context(), h.ref, 0)
	if must(t, err); len(changes) != 4 {
		t.Errorf("%d steps to undo", len(changes))
	}
	if status := v.do(t, "POST", h.synonymsPath()+"/groups/gone/delete", url.Values{}).StatusCode; status != http.StatusSeeOther {
		t.Errorf("deleting what is not there: %d", status)
	}
}

// What does not fit is told, nothing of it is kept, and the form comes back as it was typed.
func TestSynonymsThatDontFitAreRefused(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	path := h.synonymsPath() + "/groups/new"
	v.do(t, "POST", path, url.Values{"words": {"Paczkomat, automat"}})
	many := make([]string, flow.MaxPhrases+1)
	for i := range many {
		many[i] = fmt.Sprint("słowo", i)
	}
	for typed, told := range map[string]string{
		"kasa":                     "co najmniej dwa",
		"kasa, KASA , ":            "co najmniej dwa",
		"":                         "co najmniej dwa",
		"skrytka, paczkomat":       "jest już w grupie: Paczkomat, automat",
		"kasa, 🙂":                  "ani litery, ani cyfry",
		strings.Join(many, "\n"):   "najwyżej 100 słów",
		"a, " + letters(501) + "b": "jest za długie",
	} {
		answer := v.do(t, "POST", path, url.Values{"words": {typed}})
		page := text(t, answer)
		if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, told) {
			t.Errorf("%.30q: %d, not told %q", typed, answer.StatusCode, told)
		}
		if !strings.Contains(page, ">"+strings.TrimSpace(typed)) {
			t.Errorf("%.30q did not come back", typed)
		}
	}
	if got := h.synonyms(t); got != "[[Paczkomat automat]]" {
		t.Error(got)
	}
	full := make([][]string, flow.MaxSynonyms)
	for i := range full {
		full[i] = []string{fmt.Sprint("a", i), fmt.Sprint("b", i)}
	}
	if _, misfit := putGroup(full, newGroup, []string{"kasa", "hajs"}); misfit == nil || misfit.Key != "synonyms.full" {
		t.Errorf("one group too many: %v", misfit)
	}
	if groups, misfit := putGroup(full, groupID(full[7]), []string{"a7", "hajs"}); misfit != nil || !slices.Equal(groups[7], []string{"a7", "hajs"}) {
		t.Errorf("changing one of as many as there may be: %v", misfit)
	}
}

func letters(n int) string { return strings.Repeat("a", n) }

// Whoever may only look sees the groups and no forms.
func TestViewersOnlySeeSynonyms(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.owner(t).do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"kasa, hajs"}})
	v := h.signedIn(t, h.join(t, store.Viewer))
	if page := text(t, v.do(t, "GET", h.synonymsPath(), nil)); !strings.Contains(page, "hajs") || strings.Contains(page, "groups/") {
		t.Error("a viewer sees no groups, or forms")
	}
	if status := v.do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"a, b"}}).StatusCode; status != http.StatusForbidden {
		t.Errorf("a viewer adds a group: %d", status)
	}
}

// Synonyms are part of the bot: they are published with it and come back with an old release.
func TestSynonymsArePublishedAndRestored(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	publish := func() store.Release {
		bot, revision, err := h.Store.DraftBot(t.Context(), h.ref)
		must(t, err)
		release, err := h.Store.Publish(t.Context(), h.ref, store.Release{Revision: revision, Bot: bot})
		must(t, err)
		return release
	}
	v.do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"kasa, hajs"}})
	first := publish()
	v.do(t, "POST", h.synonymsPath()+"/groups/new", url.Values{"words": {"automat, paczkomat"}})
	if page := text(t, v.do(t, "GET", "/bots/"+h.ref.Bot+"/publish", nil)); !strings.Contains(page, "Zmienione synonimy") {
		t.Error("publishing does not tell what changes")
	}
	v.do(t, "POST", fmt.Sprint("/bots/", h.ref.Bot, "/releases/", first.Number, "/restore"), url.Values{})
	if got := h.synonyms(t); got != "[[kasa hajs]]" || fmt.Sprint(first.Bot.Synonyms) != got {
		t.Errorf("restored %s, published %v", got, first.Bot.Synonyms)
	}
}
