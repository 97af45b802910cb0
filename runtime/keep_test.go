package runtime

import (
	"context"
	"errors"
	"net/http/httptest"
	"net/netip"
	"sync"
	"testing"
	"time"

	"okienko/runtime/fault"
)

func TestLocksAreExclusiveAndLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	l := newLocks()
	counts := map[string]*int{"a": new(int), "b": new(int)}
	var all sync.WaitGroup
	for key, count := range counts {
		for range 50 {
			all.Go(func() {
				unlock, err := l.lock(context.Background(), key)
				if err != nil {
					t.Error(err)
					return
				}
				*count++ // the race detector watches
				unlock()
			})
		}
	}
	all.Wait()
	if *counts["a"] != 50 || *counts["b"] != 50 || len(l.held) != 0 {
		t.Errorf("%d, %d, %d locks left", *counts["a"], *counts["b"], len(l.held))
	}
}

func TestWhoWaitsForALockMayGoAway(t *testing.T) {
	t.Parallel()
	l := newLocks()
	unlock, err := l.lock(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.lock(ctx, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	unlock()
	if len(l.held) != 0 {
		t.Error("a lock was left behind")
	}
}

func TestCacheKeepsWhatIsUsed(t *testing.T) {
	t.Parallel()
	c := newCache[string, int](2)
	c.put("a", 1)
	c.put("b", 2)
	c.get("a")
	c.put("c", 3)
	_, a := c.get("a")
	_, b := c.get("b")
	if !a || b || c.len() != 2 {
		t.Errorf("a %v, b %v, %d kept", a, b, c.len())
	}
	c.put("a", 5)
	if v, _ := c.get("a"); v != 5 {
		t.Errorf("a is %d", v)
	}
	c.drop("a")
	c.drop("a")
	if _, a := c.get("a"); a || c.len() != 1 {
		t.Error("dropped and still there")
	}
}

func TestLimitsOfAddresses(t *testing.T) {
	t.Parallel()
	l := newLimiter[netip.Prefix](Rate{PerSecond: 1, Burst: 2})
	now := time.Unix(1_800_000_000, 0)
	refused := func(address string) int {
		n := 0
		for range 5 {
			if fault.Is(allowAddress(l, httptest.NewRecorder(), network(netip.MustParseAddr(address)), now), fault.TooMany) {
				n++
			}
		}
		return n
	}
	for address, want := range map[string]int{"198.51.100.1": 3, "2001:db8::1": 3, "127.0.0.1": 0, "::1": 0} {
		if got := refused(address); got != want {
			t.Errorf("%s: %d refused, want %d", address, got, want)
		}
	}
	if refused("2001:db8::2") != 5 || refused("2001:db8:0:1::2") != 3 {
		t.Error("addresses of one network count together, others for themselves")
	}
	ip := netip.MustParseAddr("8.0.0.0")
	for range 3 * maxBuckets {
		ip = ip.Next()
		_ = allowAddress(l, httptest.NewRecorder(), network(ip), now)
	}
	if n := l.buckets.len(); n > maxBuckets {
		t.Errorf("%d buckets", n)
	}
}
