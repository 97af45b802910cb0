package main

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

// wire stands between browsers and the product, so that a story can spoil the connection where it wants.
type wire struct {
	URL     string
	server  *httptest.Server
	open    atomic.Int64            // requests being answered, streams included
	lost    atomic.Int64            // answers thrown away
	trouble atomic.Pointer[trouble] // nil: all goes through
}

// trouble is what happens to requests whose path ends in Path.
type trouble struct {
	Path string
	Hold chan struct{} // the answer waits until this is closed
	Lose bool          // the product does its work, but its answer never arrives
	Code int           // otherwise: the status of an answer that the product never saw
	Body string
}

// spliced puts a wire in front of the product's address.
func spliced(t *testing.T, product string) *wire {
	t.Helper()
	target, err := url.Parse(product)
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{}
	proxy := &httputil.ReverseProxy{FlushInterval: -1, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) }}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.open.Add(1)
		defer w.open.Add(-1)
		if bad := w.trouble.Load(); bad != nil && r.Method != http.MethodOptions && strings.HasSuffix(r.URL.Path, bad.Path) {
			w.spoil(bad, proxy, out, r)
			return
		}
		proxy.ServeHTTP(out, r)
	}))
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	w.URL, w.server = server.URL, server
	return w
}

func (w *wire) spoil(bad *trouble, proxy http.Handler, out http.ResponseWriter, r *http.Request) {
	if bad.Lose {
		proxy.ServeHTTP(httptest.NewRecorder(), r)
		w.lost.Add(1)
		panic(http.ErrAbortHandler) // the connection breaks
	}
	if bad.Hold != nil {
		<-bad.Hold
		proxy.ServeHTTP(out, r)
		return
	}
	out.Header().Set("Access-Control-Allow-Origin", "*")
	out.Header().Set("Content-Type", "application/json")
	out.WriteHeader(bad.Code)
	out.Write([]byte(bad.Body))
}

// heal lets everything through again.
func (w *wire) heal() { w.trouble.Store(nil) }
