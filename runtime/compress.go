package runtime

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// packed is a text with its compressed forms: made once, served often.
type packed struct {
	plain, gzip, brotli []byte
	hash                string // of plain
}

func pack(text []byte) (*packed, error) {
	sum := sha256.Sum256(text)
	p := &packed{plain: text, hash: hex.EncodeToString(sum[:8])}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if p.gzip, err = squeeze(&out, z, text); err != nil {
		return nil, err
	}
	p.brotli, err = squeeze(&out, brotli.NewWriterLevel(&out, brotli.BestCompression), text)
	return p, err
}

func squeeze(out *bytes.Buffer, z interface {
	Write([]byte) (int, error)
	Close() error
}, text []byte) ([]byte, error) {
	out.Reset()
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	err := z.Close()
	return bytes.Clone(out.Bytes()), err
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
