package builder

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/store"
)

func TestARouteWithoutARoleIsRefused(t *testing.T) {
	t.Parallel()
	handler := func(http.ResponseWriter, *http.Request) {}
	for name, bad := range map[string]Route{
		"no role":      {Method: "GET", Pattern: "/x", Handler: handler},
		"unknown role": {Method: "GET", Pattern: "/x", Handler: handler, Role: "admin"},
		"no handler":   {Method: "GET", Pattern: "/x", Role: Anyone},
		"no method":    {Pattern: "/x", Role: Anyone, Handler: handler},
		"no path":      {Method: "GET", Pattern: "x", Role: Anyone, Handler: handler},
	} {
		if checkRoutes([]Route{bad}) == nil {
			t.Errorf("%s: not refused", name)
		}
	}
	h := newEmptyHouse(t)
	if err := checkRoutes(h.routes()); err != nil {
		t.Error(err)
	}
}

// onlyAnyone are the routes that nobody needs to sign in for. A new one has to be added here on purpose.
var onlyAnyone = []string{
	"GET /static/", "GET /{$}", "POST /language", "POST /theme", "GET /sign-in", "POST /sign-in", "POST /sign-out",
	"GET /setup/{token}", "POST /setup/{token}",
}

func TestRoutesForAnyone(t *testing.T) {
	t.Parallel()
	for _, r := range newEmptyHouse(t).routes() {
		name := r.Method + " " + r.Pattern
		if (r.Role == Anyone) != slices.Contains(onlyAnyone, name) {
			t.Errorf("%s is for %s", name, r.Role)
		}
	}
}

// Each route is asked for by each kind of person. Whoever may not is refused before the handler runs;
// whoever may gets past the guard, whatever the handler then says about an empty request.
func TestRoleMatrix(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	people := map[store.Role]*visitor{Anyone: h.visitor(t), store.Owner: h.owner(t)}
	for _, role := range []store.Role{store.Viewer, store.Agent, store.Editor} {
		people[role] = h.signedIn(t, h.join(t, role))
	}
	for _, route := range h.routes() {
		if route.Pattern == "/sign-out" || strings.HasSuffix(route.Pattern, "/stream") || strings.HasSuffix(route.Pattern, "/events") {
			continue // ends the visitor's sign-in, or does not end by itself
		}
		for role, visitor := range people {
			path := fill(route.Pattern, h.ref.Bot)
			answer := visitor.do(t, route.Method, path, formFor(route.Method), "Accept", "application/json")
			refused := answer.StatusCode == http.StatusForbidden || answer.StatusCode == http.StatusUnauthorized
			if may := allowed(role, route.Role); refused == may && route.Pattern != "/sign-in" {
				t.Errorf("%s %s (for %s) by %s: %d", route.Method, path, route.Role, role, answer.StatusCode)
			}
		}
	}
}

// A bot of another shop is not there, whatever is done with it and whoever asks.
func TestAnotherShopsBotIsNotThere(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	stranger := store.User{ID: store.NewID(), Shop: "inny", Role: store.Owner}
	for _, route := range h.routes() {
		if !strings.Contains(route.Pattern, "{bot}") {
			continue
		}
		for _, bot := range []string{h.ref.Bot, "nie-ma", h.ref.Shop + "%2f" + h.ref.Bot} {
			r := httptest.NewRequestWithContext(t.Context(), route.Method, fill(route.Pattern, bot), nil)
			w := httptest.NewRecorder()
			h.mux.ServeHTTP(w, r.WithContext(withPerson(r.Context(), stranger, store.Shop{ID: stranger.Shop})))
			if w.Code != http.StatusNotFound {
				t.Errorf("%s %s: %d", route.Method, fill(route.Pattern, bot), w.Code)
			}
		}
	}
}

func fill(pattern, bot string) string {
	pattern = strings.NewReplacer("{bot}", bot, "{$}", "").Replace(pattern)
	var path []string
	for part := range strings.SplitSeq(pattern, "/") {
		if strings.HasPrefix(part, "{") {
			part = "1"
		}
		path = append(path, part)
	}
	return strings.Join(path, "/")
}

func formFor(method string) url.Values {
	if method == http.MethodGet {
		return nil
	}
	return url.Values{}
}
