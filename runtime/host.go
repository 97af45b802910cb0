// Package runtime is the customers' half: the widget's API, the hosted page, and the turn that answers a
// message (turn.go). It works without the owner's half. Files that use the standard package of this name
// rename that one.
package runtime

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"okienko/runtime/hub"
	"okienko/runtime/spawn"
	"okienko/runtime/store"
)

// How much is kept decoded between turns. A conversation takes a few kilobytes.
const (
	maxHot     = 2048
	maxThreads = 4096
)

// Config is what a host is made of. Store and Hub are required.
type Config struct {
	Store     *store.Store
	Hub       *hub.Hub
	Now       func() time.Time      // nil means time.Now
	PublicURL string                // "https://chat.sklep.pl"; empty means as the request came
	DataDir   string                // search indexes go to its folder "index"; empty keeps them in memory
	Log       *slog.Logger          // nil means the default one
	Metrics   prometheus.Registerer // nil means none
	Proxies   []netip.Prefix        // whose X-Forwarded-For is believed; empty means nobody's
	Limits    Limits
}

// Host answers customers. It is an http.Handler for Paths.
type Host struct {
	store     *store.Store
	hub       *hub.Hub
	now       func() time.Time
	log       *slog.Logger
	publicURL string
	proxies   []netip.Prefix
	limits    Limits
	mux       http.Handler
	metrics   *metrics

	locks   *locks
	current *cache[string, *release]
	old     *cache[releaseKey, *release]
	indexes *indexes
	hot     *cache[string, store.Conversation]
	threads *cache[[32]byte, thread]
	loaders *cache[*release, *packed]
	seats   *seats
	timers  *timers

	embedded sync.Map // store.BotRef of bots noted as embedded

	starts, messages, reads *limiter[netip.Prefix]
	talk                    *limiter[[32]byte]

	stop context.CancelFunc
	work sync.WaitGroup
}

// New makes a host and starts its work in the background: opening search indexes, timers, pings.
func New(config Config) *Host {
	h := &Host{
		store: config.Store, hub: config.Hub, now: config.Now, log: config.Log, proxies: config.Proxies,
		publicURL: strings.TrimSuffix(config.PublicURL, "/"), limits: config.Limits.withDefaults(),
		locks: newLocks(), current: newCache[string, *release](maxLive), old: newCache[releaseKey, *release](maxOld),
		hot: newCache[string, store.Conversation](maxHot), threads: newCache[[32]byte, thread](maxThreads),
		loaders: newCache[*release, *packed](maxLoaders), seats: newSeats(),
	}
	if h.log == nil {
		h.log = slog.Default()
	}
	clock := config.Now
	if clock == nil {
		clock = time.Now
	}
	h.now = func() time.Time { return clock().UTC().Truncate(time.Millisecond) } // what the store keeps
	folder := ""
	if config.DataDir != "" {
		folder = filepath.Join(config.DataDir, "index")
	}
	h.indexes = newIndexes(folder, h.log)
	h.metrics = newMetrics(config.Metrics, func() float64 { return float64(h.seats.len()) })
	h.starts, h.messages = newLimiter[netip.Prefix](h.limits.Starts), newLimiter[netip.Prefix](h.limits.Messages)
	h.reads, h.talk = newLimiter[netip.Prefix](h.limits.Reads), newLimiter[[32]byte](h.limits.Talk)
	h.timers = newTimers(h)
	h.mux = h.mount()
	h.background()
	return h
}

func (h *Host) background() {
	ctx, stop := context.WithCancel(context.Background())
	h.stop = stop
	for name, work := range map[string]func(context.Context){"warm up": h.warm, "timers": h.timers.run, "pings": h.pings} {
		h.work.Add(1)
		spawn.Go(name, func() {
			defer h.work.Done()
			work(ctx)
		})
	}
}

// warm reads the live releases and opens their indexes, so that the first customer does not wait for them.
func (h *Host) warm(ctx context.Context) {
	bots, err := h.store.BotAddresses(ctx)
	if err != nil {
		h.log.Error("bots not made ready", "error", err)
		return
	}
	for _, ref := range bots[:min(len(bots), maxIndexes)] {
		if _, err := h.live(ctx, ref.Bot); err != nil {
			h.log.Debug("bot not made ready", "bot", ref.Bot, "error", err)
		}
	}
	h.indexes.prune()
	debug.FreeOSMemory() // what opening took and no turn needs
}

func (h *Host) pings(ctx context.Context) {
	tick := time.NewTicker(pingEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			h.seats.pingAll()
		case <-ctx.Done():
			return
		}
	}
}

// Wake makes the timers look at the clock now: after it was set, and in tests with a clock of their own.
func (h *Host) Wake() { h.timers.wake() }

// Farewell asks all open windows to come again. Call it before the server stops waiting for requests, as
// their streams would keep it from stopping.
func (h *Host) Farewell() { h.seats.close() }

// Close ends the background work after Farewell; the store is still the caller's to close.
func (h *Host) Close() {
	h.Farewell()
	h.stop()
	h.work.Wait()
	h.indexes.closeAll()
}

func stack() string { return string(debug.Stack()) }
