// Package views renders what it is given: the frame of a page, forms, trouble. It never fetches.
package views

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"

	"github.com/a-h/templ"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Render answers with a component. It is rendered whole before the first byte leaves,
// so a broken component becomes an error page and never half a page.
func Render(w http.ResponseWriter, r *http.Request, status int, c templ.Component) {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	if err := c.Render(r.Context(), buffer); err != nil {
		Problem(w, r, fmt.Errorf("render %s: %w", r.URL.Path, err))
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	w.WriteHeader(status)
	w.Write(buffer.Bytes())
}

// Fragment tells that htmx asked and will swap the answer into the page it has.
func Fragment(r *http.Request) bool { return r.Header.Get("HX-Request") == "true" }

// Go sends the person to another page of this server: by a redirect, or by htmx where htmx asked.
func Go(w http.ResponseWriter, r *http.Request, path string) {
	if Fragment(r) {
		w.Header().Set("HX-Redirect", path)
		w.WriteHeader(http.StatusOK)
		return
	}
	http.Redirect(w, r, path, http.StatusSeeOther)
}
