package builder

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
)

// saveTexts sends pairs of a key and what was typed for it.
func (h *house) saveTexts(t *testing.T, v *visitor, pairs ...string) (int, string) {
	t.Helper()
	form := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		form.Set(owner.TextField(pair[0]), pair[1])
	}
	answer := v.do(t, http.MethodPost, owner.TextsPath(h.ref.Bot), form)
	return answer.StatusCode, text(t, answer)
}

func TestEachTextIsInTheForm(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	page := text(t, h.owner(t).do(t, http.MethodGet, owner.TextsPath(h.ref.Bot), nil))
	for _, key := range flow.DefaultTexts("pl") {
		if strings.Count(page, `name="`+owner.TextField(key.Key)+`"`) != 1 || strings.Contains(page, "texts.key."+key.Key) {
			t.Errorf("%s is not once in the form under its name", key.Key)
		}
	}
}

func TestTextsAreSavedAndTakenBack(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	status, body := h.saveTexts(t, v, "thanks", " Miło mi. \r\n\r\nProszę bardzo.\r\nMiło mi.", "menu", "W czym pomagasz")
	if status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, body)
	}
	want := []flow.Text{{Key: "thanks", Variants: []string{"Miło mi.", "Proszę bardzo."}}, {Key: "menu", Variants: []string{"W czym pomagasz"}}}
	if got := h.draft(t).Settings.Texts; !slices.EqualFunc(got, want, sameText) {
		t.Errorf("%+v", got)
	}
	h.saveTexts(t, v, "thanks", "Miło mi.\r\nProszę bardzo.")
	if changes, err := h.Store.Changes(t.Context(), h.ref, 0); err != nil || len(changes) != 1 {
		t.Errorf("%d steps to undo, %v", len(changes), err)
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm())
	h.saveTexts(t, v, "menu", "")
	if got := h.draft(t).Settings.Texts; !slices.EqualFunc(got, want[:1], sameText) {
		t.Errorf("without the button's: %+v", got)
	}
	if status, _ := h.saveTexts(t, h.signedIn(t, h.join(t, store.Viewer)), "thanks", "Nie."); status != http.StatusForbidden {
		t.Errorf("a viewer: %d", status)
	}
}

// What does not fit is told at its field, and all that was typed comes back.
func TestTextsThatDoNotFit(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	for _, c := range []struct{ key, typed, says string }{
		{"disclosure", "Tu Ania.", "musi mówić, że odpowiada automat"},
		{"withdrawal", "Wpłynęło {{date}}.\nWpłynęło.", "W wersji „Wpłynęło.” brakuje {{date}}"},
		{"thanks", "Miło mi, {{imie_psa}}.", "Nie ma zmiennej „imie_psa”"},
		{"thanks", strings.Repeat("a", flow.MaxPrompt+1), "za długi"},
		{"menu", strings.Repeat("a", flow.MaxLabel+1), "za długi"},
		{"thanks", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", "najwyżej 10 wersji"},
	} {
		status, body := h.saveTexts(t, v, c.key, c.typed, "goodbye", "Do zobaczenia w sklepie.")
		if status != http.StatusUnprocessableEntity || !strings.Contains(body, c.says) {
			t.Errorf("%s: %d lacks %q", c.key, status, c.says)
		}
		if !strings.Contains(body, c.typed) || !strings.Contains(body, "Do zobaczenia w sklepie.") {
			t.Errorf("%s: what was typed is lost", c.key)
		}
	}
	if got := h.draft(t).Settings.Texts; len(got) > 0 {
		t.Errorf("kept: %+v", got)
	}
}

// A text of several lines that a file brought stays one while nobody changes it.
func TestTextsOfAFileStay(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	brought := []flow.Text{{Key: "thanks", Variants: []string{"Miło mi.\nDo usług.", "Proszę."}}, {Key: "menu", Variants: []string{"Menu", "Lista"}}}
	settings := h.draft(t).Settings
	settings.Texts = brought
	_, _, err := h.Store.ChangeDraft(t.Context(), h.ref, "", func(d store.Draft) (flow.Bot, store.Change, error) {
		return edited(d, []edit.Op{&edit.SetBot{Settings: &settings}}, store.Change{Kind: "form"})
	})
	must(t, err)
	h.saveTexts(t, h.owner(t), "thanks", "Miło mi.\r\nDo usług.\r\nProszę.", "menu", "Menu", "goodbye", "Pa.")
	got := h.draft(t).Settings.Texts
	slices.SortFunc(got, func(a, b flow.Text) int { return strings.Compare(b.Key, a.Key) })
	if len(got) != 3 || !sameText(got[0], brought[0]) || !sameText(got[1], brought[1]) {
		t.Errorf("%q", got)
	}
}
