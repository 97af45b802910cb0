package runtime

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
)

// packed is a text with its compressed forms: made once, served often.
type packed struct {
	plain, gzip, brotli []byte
	hash                string // of plain
}

// pack adds the form for those who take no brotli.
func pack(text, brotli []byte) (*packed, error) {
	sum := sha256.Sum256(text)
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return &packed{plain: text, gzip: out.Bytes(), brotli: brotli, hash: hex.EncodeToString(sum[:8])}, nil
}

// serve answers in the smallest form that the browser takes, or that it has it already.
func (p *packed) serve(w http.ResponseWriter, r *http.Request) {
	body, encoding := p.plain, ""
	accept := r.Header.Get("Accept-Encoding")
	switch {
	case strings.Contains(accept, "br"):
		body, encoding = p.brotli, "br"
	case strings.Contains(accept, "gzip"):
		body, encoding = p.gzip, "gzip"
	}
	etag := `"` + p.hash + encoding + `"`
	h := w.Header()
	h.Add("Vary", "Accept-Encoding")
	h.Set("ETag", etag)
	if strings.Contains(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}
