package builder

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"okienko/builder/auth"
	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

const password = "okno na podwórze"

// house is a Builder that serves on a port, with a shop, its owner and a bot.
type house struct {
	*Builder
	url string
	ref store.BotRef
}

func newHouse(t *testing.T) *house {
	t.Helper()
	h := newEmptyHouse(t)
	var err error
	h.ref, err = h.Store.CreateShop(t.Context(), store.Shop{Name: "Kwiaty u Ani", Language: "pl"},
		store.User{Email: "owner@sklep.pl", Language: "pl", Password: hashed},
		store.Bot{Name: "Asystent"}, flow.Bot{Format: 1, Name: "Asystent", Language: "pl"})
	must(t, err)
	return h
}

// hashed is made once: each hash costs 60 ms.
var hashed = auth.Hash(password)

// newEmptyHouse has no owner yet.
func newEmptyHouse(t *testing.T) *house {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{Now: time.Now})
	must(t, err)
	news := hub.New()
	host := runtime.New(runtime.Config{Store: s, Hub: news})
	b, err := New(Config{Store: s, Host: host, Hub: news, PublicURL: "http://localhost:8080"})
	must(t, err)
	server := httptest.NewServer(b)
	t.Cleanup(func() { server.Close(); host.Close(); must(t, s.Close()) })
	return &house{Builder: b, url: server.URL}
}

// join adds a person of a role to the house's shop.
func (h *house) join(t *testing.T, role store.Role) store.User {
	t.Helper()
	user := store.User{ID: store.NewID(), Email: string(role) + "@sklep.pl", Role: role, Language: "pl", Password: hashed}
	must(t, h.Store.SaveUser(t.Context(), h.ref.Shop, user))
	user.Shop = h.ref.Shop
	return user
}

// visitor is a browser at the house's door.
type visitor struct {
	*http.Client
	url string
}

func (h *house) visitor(t *testing.T) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	return &visitor{url: h.url, Client: &http.Client{
		Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// signedIn is a browser in which the person is signed in, without the work of a password.
func (h *house) signedIn(t *testing.T, user store.User) *visitor {
	t.Helper()
	w := httptest.NewRecorder()
	must(t, h.sessions.Begin(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, h.url, nil), user))
	v := h.visitor(t)
	u, err := url.Parse(h.url)
	must(t, err)
	v.Jar.SetCookies(u, w.Result().Cookies())
	return v
}

func (h *house) owner(t *testing.T) *visitor {
	t.Helper()
	user, err := h.Store.UserByEmail(t.Context(), "owner@sklep.pl")
	must(t, err)
	return h.signedIn(t, user)
}

// do sends a request as a browser would: a page is asked for, a form is posted from our own page.
func (v *visitor) do(t *testing.T, method, path string, form url.Values, headers ...string) *http.Response {
	t.Helper()
	if form != nil {
		headers = append([]string{"Content-Type", "application/x-www-form-urlencoded"}, headers...)
	}
	return v.send(t, method, path, strings.NewReader(form.Encode()), headers...)
}

// sendFile posts a form with a file beside it.
func (v *visitor) sendFile(t *testing.T, path string, form url.Values, name string, content []byte, headers ...string) *http.Response {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for field := range form {
		must(t, w.WriteField(field, form.Get(field)))
	}
	part, err := w.CreateFormFile("file", name)
	must(t, err)
	_, err = part.Write(content)
	must(t, err)
	must(t, w.Close())
	return v.send(t, http.MethodPost, path, &body, append(headers, "Content-Type", w.FormDataContentType())...)
}

// send adds what a browser says of itself; headers are name, value pairs, an empty value takes one away.
func (v *visitor) send(t *testing.T, method, path string, body io.Reader, headers ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(context.WithoutCancel(t.Context()), method, v.url+path, body)
	must(t, err)
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	answer, err := v.Do(r)
	must(t, err)
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
