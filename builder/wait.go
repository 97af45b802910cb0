package builder

import (
	"net/http"
	"strings"

	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/owner"
)

// waitForOwner lets nothing but the wizard's one-time link work until the server has an owner:
// whoever finds the port first must not own the shop.
func (b *Builder) waitForOwner(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		owned, err := b.hasOwner(r.Context())
		switch {
		case err != nil:
			views.Problem(w, r, err)
		case owned || beforeOwner(r.URL.Path):
			next.ServeHTTP(w, r)
		case views.WantsPage(r):
			views.Render(w, r, http.StatusServiceUnavailable, owner.NotYet())
		default:
			views.Problem(w, r, fault.New(fault.Unavailable, "wizard.not_yet_text"))
		}
	})
}

// beforeOwner are the paths that work without an owner. The wizard checks its token itself.
func beforeOwner(path string) bool {
	return strings.HasPrefix(path, "/setup/") || strings.HasPrefix(path, "/static/") || path == "/language" || path == "/theme" ||
		strings.HasPrefix(path, "/gallery") // in dev only: elsewhere there is no such route
}
