package auth

import (
	"container/list"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// rule says how many tries are free and how long the wait can grow. Each further try doubles it, from a second.
type rule struct {
	free    int
	longest time.Duration
}

// A guesser is slowed by where he comes from and, much less, by the account he guesses at,
// so that he cannot lock its owner out by guessing wrong on purpose.
var (
	perPair    = rule{free: 4, longest: 15 * time.Minute}  // one account from one place
	perPlace   = rule{free: 12, longest: 15 * time.Minute} // one place, any accounts
	perAccount = rule{free: 30, longest: time.Minute}      // one account, any places
)

const (
	mostRemembered = 20_000 // tries kept, about 4 MB; the oldest is forgotten first
	forgottenAfter = time.Hour
	triesPerSecond = 8 // on the whole server: each costs 46 MiB and 60 ms of a core
	triesAtOnce    = 24
)

// Limits slows guessing down. Safe for concurrent use.
type Limits struct {
	mu     sync.Mutex
	all    *rate.Limiter
	tries  map[string]*list.Element
	recent *list.List // of *try, latest in front
}

type try struct {
	key   string
	count int
	last  time.Time
	until time.Time // no try before
}

// NewLimits remembers nothing yet.
func NewLimits() *Limits {
	return &Limits{all: rate.NewLimiter(triesPerSecond, triesAtOnce), tries: map[string]*list.Element{}, recent: list.New()}
}

// Try counts a try before it is made, so that many at once gain nothing. A wait above zero refuses it.
func (l *Limits) Try(now time.Time, account string, place netip.Addr) (wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	keys := keysOf(account, place)
	for _, k := range keys {
		if t := l.find(k.key, now); t != nil {
			wait = max(wait, t.until.Sub(now))
		}
	}
	if wait > 0 {
		return wait
	}
	if !l.all.AllowN(now, 1) {
		return time.Second
	}
	for _, k := range keys {
		l.count(k.key, k.rule, now)
	}
	return 0
}

// Forgive forgets the tries of who turned out to be the right person at the right place.
func (l *Limits) Forgive(account string, place netip.Addr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, k := range keysOf(account, place) {
		l.forget(k.key)
	}
}

type limit struct {
	key  string
	rule rule
}

func keysOf(account string, place netip.Addr) []limit {
	p := Prefix(place).String()
	return []limit{{account + "\n" + p, perPair}, {"\n" + p, perPlace}, {account + "\n", perAccount}}
}

// Prefix is what one household or firm has: an IPv4 address or an IPv6 /64.
func Prefix(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, _ := a.Prefix(bits)
	return p
}

func (l *Limits) find(key string, now time.Time) *try {
	e := l.tries[key]
	if e == nil {
		return nil
	}
	t := e.Value.(*try)
	if now.Sub(t.last) > forgottenAfter {
		l.forget(key)
		return nil
	}
	return t
}

func (l *Limits) count(key string, r rule, now time.Time) {
	t := l.find(key, now)
	if t == nil {
		t = &try{key: key}
		l.tries[key] = l.recent.PushFront(t)
	}
	l.recent.MoveToFront(l.tries[key])
	t.count++
	t.last = now
	if over := t.count - r.free; over >= 0 {
		t.until = now.Add(min(time.Second<<min(over, 20), r.longest))
	}
	for len(l.tries) > mostRemembered {
		l.forget(l.recent.Back().Value.(*try).key)
	}
}

func (l *Limits) forget(key string) {
	if e := l.tries[key]; e != nil {
		l.recent.Remove(e)
		delete(l.tries, key)
	}
}
