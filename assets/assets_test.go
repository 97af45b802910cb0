package assets

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestServe(t *testing.T) {
	plain := func(r io.Reader) io.Reader { return r }
	unbrotli := func(r io.Reader) io.Reader { return brotli.NewReader(r) }
	ungzip := func(r io.Reader) io.Reader { z, _ := gzip.NewReader(r); return z }
	cases := []struct {
		name, url, accept string
		cache, encoding   string
		open              func(io.Reader) io.Reader
	}{
		{"hashed, brotli", URL("owner.js"), "gzip, deflate, br, zstd", immutable, "br", unbrotli},
		{"hashed, gzip", URL("owner.js"), "gzip", immutable, "gzip", ungzip},
		{"hashed, neither", URL("owner.js"), "", immutable, "", plain},
		{"without a hash", "/static/owner.js", "", revalidate, "", plain},
		{"an older hash", "/static/owner.0000000000.js", "", revalidate, "", plain},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", c.url, nil)
			r.Header.Set("Accept-Encoding", c.accept)
			w := httptest.NewRecorder()
			Handler().ServeHTTP(w, r)
			h := w.Result().Header
			if h.Get("Cache-Control") != c.cache || h.Get("Content-Encoding") != c.encoding ||
				h.Get("Vary") != "Accept-Encoding" || h.Get("X-Content-Type-Options") != "nosniff" ||
				h.Get("Content-Type") != "text/javascript; charset=utf-8" {
				t.Errorf("headers %v", h)
			}
			body, _ := io.ReadAll(c.open(w.Body))
			if !bytes.Equal(body, Bytes("owner.js")) {
				t.Errorf("%d bytes that are not owner.js", len(body))
			}
			again := httptest.NewRequest("GET", c.url, nil)
			again.Header.Set("Accept-Encoding", c.accept)
			again.Header.Set("If-None-Match", h.Get("ETag"))
			w = httptest.NewRecorder()
			Handler().ServeHTTP(w, again)
			if w.Code != 304 || w.Body.Len() != 0 {
				t.Errorf("asked again: %d with %d bytes", w.Code, w.Body.Len())
			}
		})
	}
}

func TestFontsKeepTheirNames(t *testing.T) {
	const font = "inter-latin-5.3.0.woff2"
	if URL(font) != "/static/"+font || !bytes.Contains(Bytes("owner.css"), []byte(font)) {
		t.Error("the style sheet and the page would load the font under two addresses")
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, httptest.NewRequest("GET", URL(font), nil))
	if w.Code != 200 || w.Header().Get("Cache-Control") != immutable || w.Header().Get("Content-Type") != "font/woff2" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestUnknown(t *testing.T) {
	for _, url := range []string{"/static/", "/static/no.js", "/static/../assets.go", "/static/owner.js.br"} {
		w := httptest.NewRecorder()
		Handler().ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		if w.Code != 404 {
			t.Errorf("%s: %d", url, w.Code)
		}
	}
	if Bytes("no.js") != nil || Icon("no-such-icon") != nil {
		t.Error("something for nothing")
	}
}

func TestIcon(t *testing.T) {
	if svg := string(Icon("house")); !strings.HasPrefix(svg, "<svg") || !strings.HasSuffix(strings.TrimSpace(svg), "</svg>") {
		t.Errorf("%q", svg)
	}
}
