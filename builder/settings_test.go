package builder

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

const newPassword = "parapet pełen pelargonii"

// inside tells whether the browser is signed in.
func (v *visitor) inside(t *testing.T) bool {
	t.Helper()
	return v.do(t, http.MethodGet, "/settings/account", nil).StatusCode == http.StatusOK
}

func TestANewPasswordEndsOtherSignIns(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	here, there := h.owner(t), h.owner(t)
	answer := here.do(t, http.MethodPost, "/settings/password", url.Values{"old": {password}, "password": {newPassword}})
	if answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.StatusCode, text(t, answer))
	}
	if !here.inside(t) || there.inside(t) {
		t.Errorf("here %v, there %v", here.inside(t), there.inside(t))
	}
	for secret, status := range map[string]int{password: http.StatusUnauthorized, newPassword: http.StatusSeeOther} {
		answer := h.visitor(t).do(t, http.MethodPost, "/sign-in", url.Values{"email": {"owner@sklep.pl"}, "password": {secret}})
		if answer.StatusCode != status {
			t.Errorf("%s: %d", secret, answer.StatusCode)
		}
	}
}

// A refused change leaves the old password and everybody where they are; neither password comes back in the page.
func TestARefusedPasswordChangesNothing(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	here, there := h.owner(t), h.owner(t)
	for _, c := range []struct{ old, fresh, says string }{
		{"nie to hasło wcale", newPassword, "To nie jest"},
		{password, "krótkie", "12"},
		{password, "Kwiaty u Ani 2026", `class="error"`},
	} {
		answer := here.do(t, http.MethodPost, "/settings/password", url.Values{"old": {c.old}, "password": {c.fresh}})
		body := text(t, answer)
		if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, c.says) {
			t.Errorf("%+v: %d %s", c, answer.StatusCode, body)
		}
		if strings.Contains(body, `value="`+c.old) || strings.Contains(body, `value="`+c.fresh) {
			t.Errorf("%+v: a password came back", c)
		}
	}
	if !here.inside(t) || !there.inside(t) {
		t.Error("somebody was signed out")
	}
}

func TestSignOutEverywhere(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	here, there, other := h.owner(t), h.owner(t), h.signedIn(t, h.join(t, store.Editor))
	if answer := here.do(t, http.MethodPost, "/settings/sign-out-everywhere", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d", answer.StatusCode)
	}
	if !here.inside(t) || there.inside(t) || !other.inside(t) {
		t.Errorf("here %v, on another machine %v, another person %v", here.inside(t), there.inside(t), other.inside(t))
	}
}

// lookForm is the bot's settings as the page posts them.
func lookForm(changes ...string) url.Values {
	form := url.Values{"name": {"Kwiaty u Ani"}, "color": {"#7a3b69"}, "side": {"right"}, "label": {"Zapytaj"}, "patience": {"3"}, "silence": {"300"}}
	for i := 0; i+1 < len(changes); i += 2 {
		form.Set(changes[i], changes[i+1])
	}
	return form
}

func (h *house) settingsPath() string { return "/bots/" + h.ref.Bot + "/settings" }

func (h *house) draft(t *testing.T) flow.Bot {
	t.Helper()
	draft, err := h.Store.Draft(t.Context(), h.ref)
	must(t, err)
	return draft.Bot
}

func TestDomainsAreOrigins(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	typed := "Kwiatyuani.pl/koszyk?x=1\r\nhttps://www.kwiatyuani.pl, http://localhost:3000"
	if answer := v.do(t, http.MethodPost, h.settingsPath(), lookForm("domains", typed)); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.StatusCode, text(t, answer))
	}
	want := []string{"https://kwiatyuani.pl", "https://www.kwiatyuani.pl", "http://localhost:3000"}
	if got := h.draft(t).Settings.Domains; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, wrong := range []string{"ftp://sklep.pl", "javascript://sklep.pl", "https://*", "sklep pl:x"} {
		answer := v.do(t, http.MethodPost, h.settingsPath(), lookForm("domains", wrong, "label", "Inaczej"))
		if body := text(t, answer); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, `class="error"`) || !strings.Contains(body, "Inaczej") {
			t.Errorf("%s: %d %s", wrong, answer.StatusCode, body)
		}
	}
	if draft := h.draft(t); !slices.Equal(draft.Settings.Domains, want) || draft.Look.Label != "Zapytaj" {
		t.Errorf("a refused form was kept: %+v", draft)
	}
}

// A pale colour is told, on the page and before publishing, and may stay.
func TestAPaleColourIsTold(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	const told = "Kolor jest blady"
	for color, pale := range map[string]bool{"#ffe9a8": true, "#7a3b69": false} {
		if answer := v.do(t, http.MethodPost, h.settingsPath(), lookForm("color", color)); answer.StatusCode != http.StatusSeeOther {
			t.Fatalf("%s: %d", color, answer.StatusCode)
		}
		for _, path := range []string{h.settingsPath(), "/bots/" + h.ref.Bot + "/publish"} {
			if body := text(t, v.do(t, http.MethodGet, path, nil)); strings.Contains(body, told) != pale {
				t.Errorf("%s at %s: told %v", color, path, !pale)
			}
		}
	}
	answer := v.do(t, http.MethodPost, h.settingsPath(), lookForm("color", "red"))
	if answer.StatusCode != http.StatusUnprocessableEntity || h.draft(t).Look.Color == "red" {
		t.Errorf("what is no colour: %d", answer.StatusCode)
	}
}

func TestAvatar(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 40, 30))))
	if answer := v.sendFile(t, h.settingsPath(), lookForm(), "../ania.png", picture.Bytes()); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d %s", answer.StatusCode, text(t, answer))
	}
	kept := h.draft(t).Look.Avatar
	id, ok := strings.CutPrefix(kept, "file:")
	file, err := h.Store.File(t.Context(), h.ref, id)
	if must(t, err); !ok || file.Width != 40 || file.Height != 30 {
		t.Errorf("%s: %+v", kept, file)
	}
	answer := v.sendFile(t, h.settingsPath(), lookForm(), "ania.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`))
	if body := text(t, answer); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, `class="error"`) {
		t.Errorf("what is no picture: %d %s", answer.StatusCode, body)
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm("label", "Napisz"))
	if look := h.draft(t).Look; look.Avatar != kept || look.Label != "Napisz" {
		t.Errorf("saved without a file: %+v", look)
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm("no_avatar", "on"))
	if look := h.draft(t).Look; look.Avatar != "" {
		t.Errorf("taken away: %+v", look)
	}
}

// What the owner downloads is a backup that another machine restores; nobody else may have it.
func TestTheBackupRestores(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	if answer := h.signedIn(t, h.join(t, store.Editor)).do(t, http.MethodGet, "/settings/backup", nil); answer.StatusCode != http.StatusForbidden {
		t.Errorf("an editor: %d", answer.StatusCode)
	}
	answer := h.owner(t).do(t, http.MethodGet, "/settings/backup", nil)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "application/zip" ||
		!strings.HasPrefix(answer.Header.Get("Content-Disposition"), `attachment; filename="okienko-`) {
		t.Fatalf("%d %v", answer.StatusCode, answer.Header)
	}
	content, err := io.ReadAll(answer.Body)
	must(t, err)
	path, dir := filepath.Join(t.TempDir(), "okienko.zip"), t.TempDir()
	must(t, os.WriteFile(path, content, 0o600))
	_, err = store.Restore(t.Context(), dir, path)
	must(t, err)
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	user, err := s.UserByEmail(t.Context(), "owner@sklep.pl")
	must(t, err)
	if draft, err := s.Draft(t.Context(), h.ref); err != nil || draft.Bot.Name != "Asystent" || user.Role != store.Owner {
		t.Errorf("%+v %+v %v", user, draft, err)
	}
}

// The shop's own ways of asking are kept with where they lead to; a form without them changes nothing of them.
func TestWishesOfTheShop(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	heard := func() string {
		var list []string
		for _, l := range h.draft(t).Listeners {
			list = append(list, l.Wish+">"+l.To+": "+strings.Join(l.Phrases, "|"))
		}
		return strings.Join(list, "; ")
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm("wish.human", " pani  Ania\r\n\r\nPANI ANIA\nbiuro", "wish.menu", ""))
	if got := heard(); got != "human>: pani Ania|biuro" {
		t.Errorf("kept %q", got)
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm("label", "Napisz"))
	answer := v.do(t, http.MethodPost, h.settingsPath(), lookForm("wish.back", strings.Repeat("a", flow.MaxQuery+1)))
	if body := text(t, answer); answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "za długi") || !strings.Contains(body, "pani Ania") {
		t.Errorf("a phrase too long: %d", answer.StatusCode)
	}
	if got := heard(); got != "human>: pani Ania|biuro" {
		t.Errorf("now %q", got)
	}
	v.do(t, http.MethodPost, h.settingsPath(), lookForm("wish.human", ""))
	if got := heard(); got != "human>: " {
		t.Errorf("emptied: %q", got)
	}
}
