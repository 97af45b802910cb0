package eval

import (
	"os"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Speed is what an examination took.
type Speed struct {
	QPS      float64       // messages understood in a second, one after the other
	P50, P99 time.Duration // of one message
	RSS      float64       // bytes that the process keeps in memory, see resident
	Build    time.Duration // of the index, see Open; 0 if it was there
}

func speedOf(times []time.Duration) Speed {
	if len(times) == 0 {
		return Speed{RSS: resident()}
	}
	var all time.Duration
	for _, t := range times {
		all += t
	}
	sorted := slices.Sorted(slices.Values(times))
	return Speed{
		QPS: float64(len(times)) / max(all, 1).Seconds(),
		P50: nearest(sorted, 50), P99: nearest(sorted, 99), RSS: resident(),
	}
}

// nearest is the percentile by nearest rank: so many of a hundred took no longer.
func nearest(sorted []time.Duration, percent int) time.Duration {
	return sorted[(len(sorted)*percent+99)/100-1]
}

// resident is the memory that the process keeps: as Linux counts it, elsewhere what Go got from the system
// and has not given back.
func resident() float64 {
	if status, err := os.ReadFile("/proc/self/statm"); err == nil {
		if fields := strings.Fields(string(status)); len(fields) > 1 {
			if pages, err := strconv.ParseFloat(fields[1], 64); err == nil {
				return pages * float64(os.Getpagesize())
			}
		}
	}
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return float64(samples[0].Value.Uint64() - samples[1].Value.Uint64())
}
