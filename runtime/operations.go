package runtime

import (
	"crypto/subtle"
	"net/http"
	"net/netip"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"okienko/runtime/fault"
	"okienko/views"
)

// NewRegistry is where a server's figures come together, with those of the process itself.
func NewRegistry() *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return r
}

// Health answers 200 while records can be read.
func (h *Host) Health() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := h.store.HasOwner(r.Context()); err != nil {
			views.ProblemJSON(w, r, fault.Wrap(err, fault.Unavailable, "host.unreadable"))
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write([]byte("ok\n"))
	})
}

// Metrics answers in the Prometheus format: to who brings the token, or comes from this machine
// without a proxy between.
func Metrics(figures prometheus.Gatherer, token string) http.Handler {
	serve := promhttp.HandlerFor(figures, promhttp.HandlerOpts{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		known := token != "" && subtle.ConstantTimeCompare([]byte(given), []byte(token)) == 1
		if !known && !near(r) {
			views.ProblemJSON(w, r, fault.New(fault.NotFound, "host.not_here"))
			return
		}
		serve.ServeHTTP(w, r)
	})
}

// near tells a request of this machine itself from one that a proxy on it passes on.
func near(r *http.Request) bool {
	for _, passed := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"} {
		if r.Header.Get(passed) != "" {
			return false
		}
	}
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && from.Addr().Unmap().IsLoopback()
}
