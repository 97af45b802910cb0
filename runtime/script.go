package runtime

import (
	"encoding/json"
	"net/http"
	"strings"

	"okienko/assets"
	"okienko/runtime/fault"
)

const maxLoaders = 64

// loader serves the one script that a shop pastes: the bubble with the bot's look in it. It is made and
// compressed once for each look.
func (h *Host) loader(w http.ResponseWriter, r *http.Request) error {
	live, err := h.live(r.Context(), r.URL.Query().Get("bot"))
	if err != nil {
		return err
	}
	script, err := h.loaderOf(live)
	if err != nil {
		return err
	}
	header := w.Header()
	header.Set("Content-Type", "text/javascript; charset=utf-8")
	header.Set("Cache-Control", "public, max-age=300")
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	script.serve(w, r)
	return nil
}

func (h *Host) loaderOf(live *release) (*packed, error) {
	if script, ok := h.loaders.get(live); ok {
		return script, nil
	}
	look, err := json.Marshal(h.look(live)) // escapes <, >, & and the line breaks that scripts know
	if err != nil {
		return nil, err
	}
	script, err := pack(assets.Loader(look))
	if err != nil {
		return nil, err
	}
	h.loaders.put(live, script)
	return script, nil
}

// panel serves the window's script, which the bubble imports as a module from another origin.
func (h *Host) panel(w http.ResponseWriter, r *http.Request) error {
	header := w.Header()
	header.Set("Access-Control-Allow-Origin", "*")
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	name := r.PathValue("name")
	if !strings.HasPrefix(name, "panel.") || !assets.Serve(w, r, name) {
		return fault.New(fault.NotFound, "host.not_here")
	}
	return nil
}
