package builder

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"okienko/runtime/store"
)

func TestNothingWorksWithoutAnOwner(t *testing.T) {
	t.Parallel()
	h := newEmptyHouse(t)
	v := h.visitor(t)
	for _, path := range []string{"/", "/sign-in", "/start", "/bots/1/editor", "/no-such"} {
		answer := v.do(t, http.MethodGet, path, nil)
		if body := text(t, answer); answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "Okienko czeka na właściciela") {
			t.Errorf("%s: %d %s", path, answer.StatusCode, body)
		}
	}
	if answer := v.do(t, http.MethodPost, "/sign-in", url.Values{"email": {"a@b.pl"}}, "Accept", "application/json"); answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("sign-in: %d", answer.StatusCode)
	}
}

func TestSignInAndOut(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.visitor(t)
	answer := v.do(t, http.MethodGet, "/start?x=1", nil)
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/sign-in?next=%2Fstart%3Fx%3D1" {
		t.Errorf("a page of somebody else: %d to %s", answer.StatusCode, to)
	}
	answer = v.do(t, http.MethodPost, "/sign-in", url.Values{"email": {"<b>ania"}, "password": {"nie to hasło"}, "next": {"/start?x=1"}})
	body := text(t, answer)
	if answer.StatusCode != http.StatusUnauthorized || !strings.Contains(body, "&lt;b&gt;ania") || strings.Contains(body, "nie to hasło") {
		t.Errorf("a wrong password: %d %s", answer.StatusCode, body)
	}
	answer = v.do(t, http.MethodPost, "/sign-in", url.Values{"email": {"OWNER@sklep.pl"}, "password": {password}, "next": {"/start?x=1"}})
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/start?x=1" {
		t.Errorf("signed in: %d to %s", answer.StatusCode, to)
	}
	if answer = v.do(t, http.MethodGet, "/sign-in", nil); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("signed in and at the door: %d", answer.StatusCode)
	}
	v.do(t, http.MethodPost, "/sign-out", url.Values{})
	if answer = v.do(t, http.MethodGet, "/start", nil); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("signed out: %d", answer.StatusCode)
	}
}

// The same bytes answer a wrong password and an unknown account.
func TestTheDoorDoesNotTellWhoIsThere(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answers := map[string]bool{}
	for _, email := range []string{"owner@sklep.pl", "nobody@sklep.pl"} {
		answer := h.visitor(t).do(t, http.MethodPost, "/sign-in", url.Values{"email": {email}, "password": {"nie to hasło"}})
		answers[strings.ReplaceAll(text(t, answer), email, "")+answer.Status] = true
	}
	if len(answers) != 1 {
		t.Errorf("%d different answers", len(answers))
	}
}

func TestDestination(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for next, want := range map[string]string{
		"/start": "/start", "/start?a=b&c=d": "/start?a=b&c=d", "": "/", "/": "/",
		"//evil": "/", `/\evil`: "/", "/%5cevil": "/", "/%09/evil": "/", "https:evil": "/", "https://evil/start": "/",
		"javascript:alert(1)": "/", "/..//evil": "/", "/start/../start": "/", "/sign-out": "/", "/static/owner.js": "/",
		"/nie-ma": "/", "/start\r\nX: y": "/", "http://localhost/start": "/", "/start#x": "/start",
	} {
		if got := h.destination(next); got != want {
			t.Errorf("%q leads to %q, not %q", next, got, want)
		}
	}
}

// What another site's page can make a browser send is refused; what our own page sends is not.
func TestCrossOrigin(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	own := strings.TrimPrefix(h.url, "http://")
	for _, c := range []struct {
		site, origin string
		method       string
		refused      bool
	}{
		{"same-origin", "", "POST", false}, {"none", "", "POST", false}, {"same-site", "", "POST", true}, {"cross-site", "", "POST", true},
		{"", "http://" + own, "POST", false}, {"", "http://evil", "POST", true}, {"", "null", "POST", true}, {"", "", "POST", true},
		{"same-origin", "http://" + own, "POST", false}, {"cross-site", "http://" + own, "POST", true},
		{"cross-site", "http://evil", "GET", false}, {"", "", "GET", false},
	} {
		path, form := "/theme", url.Values{"theme": {"dark"}}
		if c.method == http.MethodGet {
			path, form = "/sign-in", nil
		}
		v := h.owner(t)
		answer := v.do(t, c.method, path, form, "Sec-Fetch-Site", c.site, "Origin", c.origin)
		if refused := answer.StatusCode == http.StatusForbidden; refused != c.refused {
			t.Errorf("%+v: %d", c, answer.StatusCode)
		}
	}
}

func TestHeadersAndPanics(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.visitor(t).do(t, http.MethodGet, "/sign-in", nil)
	for name, want := range map[string]string{
		"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
	} {
		if got := answer.Header.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	w := httptest.NewRecorder()
	broken := numbered(recovered(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("secret cause") })))
	broken.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	body := w.Body.String()
	if w.Code != http.StatusInternalServerError || strings.Contains(body, "secret") || !strings.Contains(body, w.Header().Get("X-Request-Id")) {
		t.Errorf("%d %s", w.Code, body)
	}
}

// Trouble is told in the form that was asked for.
func TestProblemForms(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	if body := text(t, v.do(t, http.MethodGet, "/no-such", nil)); !strings.Contains(body, "<h1") || !strings.Contains(body, "Nie ma takiej strony") {
		t.Errorf("page: %s", body)
	}
	answer := v.do(t, http.MethodGet, "/no-such", nil, "HX-Request", "true")
	if body := text(t, answer); strings.Contains(body, "<html") || answer.Header.Get("HX-Retarget") != "#problems" {
		t.Errorf("fragment: %s", body)
	}
	answer = v.do(t, http.MethodGet, "/no-such", nil, "Accept", "application/json")
	if body := text(t, answer); answer.StatusCode != 404 || !strings.HasPrefix(body, `{"error":{"code":"not_found","message":"Pod tym adresem`) {
		t.Errorf("JSON: %s", body)
	}
}

func TestLanguageAndTheme(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.visitor(t)
	if body := text(t, v.do(t, http.MethodGet, "/sign-in", nil)); !strings.Contains(body, `lang="pl"`) {
		t.Error("not Polish without a wish")
	}
	if body := text(t, v.do(t, http.MethodGet, "/sign-in", nil, "Accept-Language", "en-GB,en;q=0.9")); !strings.Contains(body, `lang="en"`) {
		t.Error("Accept-Language is not heard")
	}
	v.do(t, http.MethodPost, "/language", url.Values{"language": {"en"}})
	v.do(t, http.MethodPost, "/theme", url.Values{"theme": {"dark"}})
	if body := text(t, v.do(t, http.MethodGet, "/sign-in", nil)); !strings.Contains(body, `lang="en" data-theme="dark"`) {
		t.Errorf("the switches are not kept: %s", body[:200])
	}
	if answer := v.do(t, http.MethodPost, "/language", url.Values{"language": {"../pl"}}); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("an odd language: %d", answer.StatusCode)
	}
	owner := h.owner(t)
	owner.do(t, http.MethodPost, "/language", url.Values{"language": {"en"}})
	if user, err := h.Store.UserByEmail(t.Context(), "owner@sklep.pl"); err != nil || user.Language != "en" || user.Role != store.Owner {
		t.Errorf("%+v %v", user, err)
	}
}

func text(t *testing.T, answer *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(answer.Body)
	must(t, err)
	return string(body)
}
