package builder

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/words"
)

const (
	languageCookie = "okienko_language"
	themeCookie    = "okienko_theme"
)

// dress puts language, theme and the frame's contents into the context of a request.
func (b *Builder) dress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := words.With(r.Context(), language(r))
		chrome, err := b.chrome(w, r)
		if err != nil {
			views.Problem(w, r.WithContext(ctx), err)
			return
		}
		next.ServeHTTP(w, r.WithContext(views.WithChrome(ctx, chrome)))
	})
}

// language is the person's own, else the browser's choice by our switch, else what the browser prefers.
func language(r *http.Request) string {
	if own := who(r.Context()).Language; slices.Contains(words.Languages, own) {
		return own
	}
	if c, err := r.Cookie(languageCookie); err == nil && slices.Contains(words.Languages, c.Value) {
		return c.Value
	}
	return words.Match(r)
}

func (b *Builder) chrome(w http.ResponseWriter, r *http.Request) (views.Chrome, error) {
	c := views.Chrome{Theme: theme(r), Path: comeBack(r), Insecure: b.insecure(r)}
	user := who(r.Context())
	if user.ID == "" || !views.WantsPage(r) {
		return c, nil
	}
	of := shop(r.Context())
	c.Shop, c.Person = of.Name, user.Email
	c.Owns, c.Edits = user.Role == store.Owner, allowed(user.Role, store.Editor)
	bots, err := b.Store.Bots(r.Context(), of.ID)
	if err != nil {
		return c, err
	}
	if len(bots) > 0 {
		c.Bot = bots[0].ID
	}
	waiting, err := b.Store.Cases(r.Context(), of.ID, "new")
	if err != nil {
		return c, err
	}
	c.Waiting = len(waiting)
	if r.Method != http.MethodGet {
		return c, nil // what is to be told waits for the page that is gone to
	}
	if key, err := b.sessions.Told(w, r); err == nil && key != "" {
		c.Told = words.In(language(r), key)
	}
	return c, nil
}

func theme(r *http.Request) string {
	if c, err := r.Cookie(themeCookie); err == nil && (c.Value == "light" || c.Value == "dark") {
		return c.Value
	}
	return ""
}

// insecure tells that a password would travel readable through a network.
func (b *Builder) insecure(r *http.Request) bool {
	name := r.Host
	if u, err := url.Parse("//" + r.Host); err == nil {
		name = u.Hostname()
	}
	local := name == "localhost" || strings.HasSuffix(name, ".localhost") || name == "::1" || strings.HasPrefix(name, "127.")
	return !b.secure(r) && !local
}

// comeBack is the path to return to after sign-in or a switch: this one, if it is a page.
func comeBack(r *http.Request) string {
	if r.Method != http.MethodGet || views.Fragment(r) {
		return "/"
	}
	return r.URL.RequestURI()
}

// destination is next if it leads to a page of ours, else "/": what a stranger's link says is not followed.
func (b *Builder) destination(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || u.Opaque != "" || !strings.HasPrefix(u.Path, "/") ||
		path.Clean(u.Path) != u.Path || strings.ContainsAny(next, "\\\t\r\n") {
		return "/"
	}
	_, pattern := b.mux.Handler(&http.Request{Method: http.MethodGet, URL: &url.URL{Path: u.Path}, Host: "localhost"})
	if !strings.HasPrefix(pattern, "GET ") || pattern == "GET /static/" {
		return "/"
	}
	return (&url.URL{Path: u.Path, RawQuery: u.RawQuery}).String()
}

// setLanguage switches the language of this browser and, if somebody is signed in, of that person.
func (b *Builder) setLanguage(w http.ResponseWriter, r *http.Request) {
	chosen := r.FormValue("language")
	if !slices.Contains(words.Languages, chosen) {
		views.Problem(w, r, fault.New(fault.Invalid, "frame.no_language").On("language"))
		return
	}
	if user := who(r.Context()); user.ID != "" {
		user.Language = chosen
		if err := b.Store.SaveUser(r.Context(), user.Shop, user); err != nil {
			views.Problem(w, r, err)
			return
		}
	}
	b.remember(w, r, languageCookie, chosen)
	views.Go(w, r, b.destination(r.FormValue("next")))
}

func (b *Builder) setTheme(w http.ResponseWriter, r *http.Request) {
	chosen := r.FormValue("theme")
	if chosen != "" && chosen != "light" && chosen != "dark" {
		views.Problem(w, r, fault.New(fault.Invalid, "frame.no_theme").On("theme"))
		return
	}
	b.remember(w, r, themeCookie, chosen)
	views.Go(w, r, b.destination(r.FormValue("next")))
}

// remember keeps a taste in the browser for a year. Reading it back refuses values that are not known.
func (b *Builder) remember(w http.ResponseWriter, r *http.Request, name, value string) {
	const year = 365 * 24 * 60 * 60
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: year, Secure: b.secure(r), HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}
