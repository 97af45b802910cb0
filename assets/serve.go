package assets

import (
	"net/http"
	"path"
	"strings"
)

// How long an answer may be kept: for ever when the address names the content, else until it is asked about.
const (
	immutable  = "public, max-age=31536000, immutable"
	revalidate = "public, no-cache"
)

var types = map[string]string{
	".js":    "text/javascript; charset=utf-8",
	".css":   "text/css; charset=utf-8",
	".svg":   "image/svg+xml",
	".woff2": "font/woff2",
	".txt":   "text/plain; charset=utf-8",
}

// Handler serves /static/<name>.<hash>.<ext> and /static/<name>.<ext>. An old hash still gets the current
// content, to be asked about again: a page that was open during an update must not lose its style.
func Handler() http.Handler {
	return http.StripPrefix("/static/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !Serve(w, r, r.URL.Path) {
			http.NotFound(w, r)
		}
	}))
}

// Serve answers with the asset of that name, hashed or plain, compressed as the browser accepts.
// It reports false, having written nothing, when there is no such asset.
func Serve(w http.ResponseWriter, r *http.Request, name string) bool {
	f, hash := find(name)
	if f.name == "" {
		return false
	}
	h := w.Header()
	h.Set("Content-Type", types[path.Ext(f.name)])
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", revalidate)
	if hash == f.hash || permanent(f.name) {
		h.Set("Cache-Control", immutable)
	}
	h.Add("Vary", "Accept-Encoding")
	body, encoding := f.pick(r.Header.Get("Accept-Encoding"))
	etag := `"` + f.hash + encoding + `"`
	h.Set("ETag", etag)
	if strings.Contains(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return true
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	if r.Method != http.MethodHead {
		w.Write(body)
	}
	return true
}

// find takes "panel.js" as well as "panel.<hash>.js"; hash is the one asked for.
func find(name string) (f file, hash string) {
	if f, ok := files[name]; ok {
		return f, ""
	}
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	hash = strings.TrimPrefix(path.Ext(stem), ".")
	return files[strings.TrimSuffix(stem, path.Ext(stem))+ext], hash
}

// pick chooses the smallest form that the browser takes. A refusal by q=0 is not worth parsing: no browser sends it.
func (f file) pick(accept string) (body []byte, encoding string) {
	switch {
	case f.brotli != nil && strings.Contains(accept, "br"):
		return f.brotli, "br"
	case f.gzip != nil && strings.Contains(accept, "gzip"):
		return f.gzip(), "gzip"
	}
	return f.plain(), ""
}
