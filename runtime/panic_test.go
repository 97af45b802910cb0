package runtime_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"okienko/runtime"
)

func TestAPanicEndsOneRequest(t *testing.T) {
	t.Parallel()
	s := open(t)
	var broken atomic.Bool
	registry := prometheus.NewRegistry()
	host := runtime.New(runtime.Config{Store: s.store, Hub: s.hub, Limits: unlimited, Metrics: registry, Now: func() time.Time {
		if broken.CompareAndSwap(true, false) {
			panic("the clock fell off the wall")
		}
		return s.clock.read()
	}})
	t.Cleanup(host.Close)
	s.Server = httptest.NewServer(host)
	t.Cleanup(s.Server.Close)
	token := s.begin().Token
	broken.Store(true)
	r := s.say(token, "m1", `"text": "hej"`)
	equal(t, r.Status, http.StatusInternalServerError)
	equal(t, r.Error.Code, "internal")
	equal(t, s.say(token, "m1", `"text": "hej"`).Status, http.StatusOK)

	metrics, err := registry.Gather()
	must(t, err)
	counted := map[string]float64{}
	for _, family := range metrics {
		for _, m := range family.GetMetric() {
			counted[family.GetName()] = m.GetCounter().GetValue() + m.GetGauge().GetValue() + float64(m.GetHistogram().GetSampleCount())
		}
	}
	equal(t, counted["okienko_request_panics_total"], 1)
	equal(t, counted["okienko_turns_total"], 2)
	equal(t, counted["okienko_commit_seconds"], 2)
}
