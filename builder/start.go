package builder

import (
	"net/http"

	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) startRoutes() []Route {
	return []Route{{Method: "GET", Pattern: "/start", Role: store.Viewer, Handler: b.startPage}}
}

func (b *Builder) startPage(w http.ResponseWriter, r *http.Request) {
	views.Render(w, r, http.StatusOK, owner.Start())
}
