package runtime

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"golang.org/x/time/rate"

	"okienko/runtime/fault"
)

// Rate is how much is allowed: PerSecond in the long run, Burst at once. The zero value means the default,
// a negative PerSecond no limit.
type Rate struct {
	PerSecond float64
	Burst     int
}

// Unlimited lets everything through.
var Unlimited = Rate{PerSecond: -1}

// Limits protect the shop from one sender who takes everything. An address is an IPv4 address or an IPv6 /64.
// Addresses of this machine are not counted: behind a proxy that is not among the trusted ones all customers
// would share one. Talk counts there too, but not for who is on this machine and behind no proxy.
type Limits struct {
	Starts            Rate // new conversations of an address: 0.5 a second, 60 at once (a school behind one address)
	Messages          Rate // messages of an address: 20 a second, 200 at once
	Talk              Rate // messages in one conversation: 1 a second, 30 at once
	Reads             Rate // everything else of an address: 50 a second, 500 at once
	Streams           int  // open windows of one conversation: 8, the oldest makes room
	StreamsPerAddress int  // open windows of an address: 200
}

func (l Limits) withDefaults() Limits {
	l.Starts = l.Starts.or(0.5, 60)
	l.Messages = l.Messages.or(20, 200)
	l.Talk = l.Talk.or(1, 30)
	l.Reads = l.Reads.or(50, 500)
	if l.Streams == 0 {
		l.Streams = 8
	}
	if l.StreamsPerAddress == 0 {
		l.StreamsPerAddress = 200
	}
	return l
}

func (r Rate) or(perSecond float64, burst int) Rate {
	if r == (Rate{}) {
		return Rate{perSecond, burst}
	}
	return r
}

// maxBuckets bounds the memory of a limiter to a few megabytes; who was forgotten starts with a full bucket.
const maxBuckets = 16384

// limiter allows each key its rate.
type limiter[K comparable] struct {
	rate    Rate
	buckets *cache[K, *rate.Limiter]
}

func newLimiter[K comparable](r Rate) *limiter[K] {
	return &limiter[K]{r, newCache[K, *rate.Limiter](maxBuckets)}
}

// allow is an error that says how long to wait, also in the answer's Retry-After.
func (l *limiter[K]) allow(w http.ResponseWriter, key K, now time.Time) error {
	if l.rate.PerSecond < 0 {
		return nil
	}
	bucket := l.buckets.getOr(key, func() *rate.Limiter { return rate.NewLimiter(rate.Limit(l.rate.PerSecond), l.rate.Burst) })
	reservation := bucket.ReserveN(now, 1)
	wait := reservation.DelayFrom(now)
	if reservation.OK() && wait == 0 {
		return nil
	}
	reservation.CancelAt(now)
	seconds := max(1, int(math.Ceil(wait.Seconds())))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	return fault.New(fault.TooMany, "host.slow_down", "Count", seconds)
}

// allowAddress is allow for a sender that is not this machine.
func allowAddress(l *limiter[netip.Prefix], w http.ResponseWriter, from netip.Prefix, now time.Time) error {
	if from.Addr().IsLoopback() || !from.IsValid() {
		return nil
	}
	return l.allow(w, from, now)
}
