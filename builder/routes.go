package builder

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"okienko/assets"
	"okienko/runtime/store"
)

// Route is one thing that can be asked for. Role is the least that may: a role of the shop, or Anyone.
// A route without a role is not served.
type Route struct {
	Method  string
	Pattern string // of http.ServeMux; {bot} is checked to be the signed-in shop's before the handler runs
	Role    store.Role
	Handler http.HandlerFunc
	Body    int64 // most bytes of a request's body; 0 means 1 MiB
}

// Anyone also is somebody who is not signed in.
const Anyone store.Role = "anyone"

// routes is the whole table. Each area has its own slice in its own file.
func (b *Builder) routes() []Route {
	return slices.Concat(
		b.commonRoutes(),
		b.setupRoutes(),
		b.signInRoutes(),
		b.startRoutes(),
		b.editorRoutes(),
		b.inspectorRoutes(),
		b.entryRoutes(),
		b.importRoutes(),
		b.probeRoutes(),
		b.synonymRoutes(),
		b.learnRoutes(),
		b.overlapRoutes(),
		b.boldnessRoutes(),
		b.conversationRoutes(),
		b.releaseRoutes(),
		b.publishRoutes(),
		b.embedRoutes(),
		b.settingsRoutes(),
		b.galleryRoutes(),
		b.trialRoutes(),
	)
}

func (b *Builder) commonRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/static/", Role: Anyone, Handler: assets.Handler().ServeHTTP},
		{Method: "GET", Pattern: "/{$}", Role: Anyone, Handler: b.home},
		{Method: "POST", Pattern: "/language", Role: Anyone, Handler: b.setLanguage},
		{Method: "POST", Pattern: "/theme", Role: Anyone, Handler: b.setTheme},
	}
}

// strength orders the roles; one that is not here may do nothing.
var strength = map[store.Role]int{Anyone: 1, store.Viewer: 2, store.Agent: 3, store.Editor: 4, store.Owner: 5}

// allowed tells whether a person of role has may use a route for role wants.
func allowed(has, wants store.Role) bool {
	return strength[wants] > 0 && strength[has] >= strength[wants]
}

// checkRoutes refuses a table with a route that has no role, no handler or an odd method.
func checkRoutes(routes []Route) error {
	for _, r := range routes {
		switch {
		case strength[r.Role] == 0:
			return fmt.Errorf("route %s %s has no role", r.Method, r.Pattern)
		case r.Handler == nil:
			return fmt.Errorf("route %s %s has no handler", r.Method, r.Pattern)
		case !slices.Contains([]string{"GET", "POST", "DELETE"}, r.Method):
			return fmt.Errorf("route %s %s has a method that is not used here", r.Method, r.Pattern)
		case !strings.HasPrefix(r.Pattern, "/"):
			return fmt.Errorf("route %s %s is not a path", r.Method, r.Pattern)
		}
	}
	return nil
}
