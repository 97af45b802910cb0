package builder

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"runtime/debug"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views"
)

// defaultBody is the most that a request may carry unless its route says otherwise.
const defaultBody = 1 << 20

// chain is what every request goes through, from the outside in, before its route's own guard.
func (b *Builder) chain() http.Handler {
	handler := http.Handler(http.HandlerFunc(b.dispatch))
	for _, wrap := range []func(http.Handler) http.Handler{
		b.waitForOwner, b.dress, b.recognise, b.sameOrigin, secureHeaders, recovered, numbered,
	} {
		handler = wrap(handler)
	}
	return handler
}

// numbered gives the request the number under which the log knows it.
func numbered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := rand.Text()[:10]
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(views.WithRequest(r.Context(), id)))
	})
}

// recovered turns a panic into the page for trouble; the rest of the server goes on.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler { // a stream that the server broke off on purpose
				panic(p)
			}
			slog.Error("panic", "request", views.Request(r.Context()), "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			views.Problem(w, r, fmt.Errorf("panic: %v", p))
		}()
		next.ServeHTTP(w, r)
	})
}

// policy lets pages load nothing from elsewhere and run nothing inline.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what another site's page makes a browser send. The standard library lets requests
// through that name no origin at all, for tools; with our cookie such a request is refused, too.
func (b *Builder) sameOrigin(next http.Handler) http.Handler {
	refuse := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		views.Problem(w, r, fault.New(fault.Forbidden, "auth.cross_origin"))
	})
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(refuse)
	return protection.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		nameless := r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Origin") == ""
		if nameless && !safe(r.Method) && len(r.Cookies()) > 0 {
			refuse(w, r)
			return
		}
		next.ServeHTTP(w, r)
	}))
}

func safe(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}

// recognise finds out who is signed in. Nobody is no trouble here: the route decides.
func (b *Builder) recognise(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		record, err := b.sessions.Who(r)
		if fault.Is(err, fault.Unauthorized) {
			next.ServeHTTP(w, r)
			return
		}
		if err != nil {
			views.Problem(w, r, err)
			return
		}
		user, of, err := b.person(r, record)
		if err != nil {
			views.Problem(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(withPerson(r.Context(), user, of)))
	})
}

// person reads role and shop afresh on each request: whoever lost a role has lost it now.
func (b *Builder) person(r *http.Request, record store.SignIn) (store.User, store.Shop, error) {
	user, err := b.Store.User(r.Context(), record.Shop, record.User)
	if err != nil {
		return user, store.Shop{}, err
	}
	of, err := b.Store.Shop(r.Context(), record.Shop)
	return user, of, err
}

// dispatch finds the route. What is not in the table gets our own page for trouble.
func (b *Builder) dispatch(w http.ResponseWriter, r *http.Request) {
	if _, pattern := b.mux.Handler(r); pattern == "" {
		views.Problem(w, r, fault.New(fault.NotFound, "frame.no_page"))
		return
	}
	b.mux.ServeHTTP(w, r)
}

// guard stands before each handler: the body's size, the role, and that the path's bot is the shop's.
func (b *Builder) guard(route Route) http.Handler {
	most := route.Body
	if most == 0 {
		most = defaultBody
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role := who(r.Context()).Role
		if role == "" {
			role = Anyone
		}
		if !allowed(role, route.Role) {
			b.refuse(w, r, role)
			return
		}
		withBot, err := b.withBot(r)
		if err != nil {
			views.Problem(w, r, err)
			return
		}
		withBot.Body = http.MaxBytesReader(w, r.Body, most)
		route.Handler(w, withBot)
	})
}

// refuse sends somebody who is not signed in to the sign-in page, and from there back here.
func (b *Builder) refuse(w http.ResponseWriter, r *http.Request, role store.Role) {
	page := r.Method == http.MethodGet && views.WantsPage(r)
	switch {
	case role != Anyone:
		views.Problem(w, r, fault.New(fault.Forbidden, "auth.not_allowed"))
	case page || views.Fragment(r):
		views.Go(w, r, "/sign-in?next="+url.QueryEscape(comeBack(r)))
	default:
		views.Problem(w, r, fault.New(fault.Unauthorized, "auth.needed"))
	}
}
