package runtime

import (
	"github.com/prometheus/client_golang/prometheus"

	"okienko/runtime/spawn"
)

// metrics count without names: nothing in them belongs to a customer.
type metrics struct {
	turns   prometheus.Counter
	commits prometheus.Histogram
	panics  prometheus.Counter
}

// newMetrics registers with r, which may be nil.
func newMetrics(r prometheus.Registerer, streams func() float64) *metrics {
	m := &metrics{
		turns: prometheus.NewCounter(prometheus.CounterOpts{Name: "okienko_turns_total", Help: "Turns that are on disk."}),
		commits: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "okienko_commit_seconds", Help: "Time from handing a turn to the store until it was on disk.",
			Buckets: []float64{.0005, .001, .002, .004, .008, .016, .032, .064, .128, .256, .512, 1, 4},
		}),
		panics: prometheus.NewCounter(prometheus.CounterOpts{Name: "okienko_request_panics_total", Help: "Requests that ended in a panic."}),
	}
	if r == nil {
		return m
	}
	r.MustRegister(m.turns, m.commits, m.panics,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "okienko_streams", Help: "Open windows that listen."}, streams),
		prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "okienko_background_panics_total", Help: "Panics caught in the background."},
			func() float64 { return float64(spawn.Panics()) }),
	)
	return m
}
