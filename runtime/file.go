package runtime

import (
	"net/http"
)

// file serves a picture of a bot. Its name is random and its content never changes. Whatever it is, it
// runs nothing: the sandbox is for a browser that opens it by itself.
func (h *Host) file(w http.ResponseWriter, r *http.Request) error {
	ref, err := h.store.BotAddress(r.Context(), r.PathValue("bot"))
	if err != nil {
		return unpublished(err)
	}
	content, file, err := h.store.OpenFile(r.Context(), ref, r.PathValue("id"))
	if err != nil {
		return err
	}
	defer content.Close()
	header := w.Header()
	header.Set("Content-Type", file.Type)
	header.Set("Cache-Control", "public, max-age=31536000, immutable")
	header.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	header.Set("ETag", `"`+file.ID+`"`)
	http.ServeContent(w, r, "", file.At, content)
	return nil
}
