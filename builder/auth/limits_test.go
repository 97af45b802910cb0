package auth

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func TestTheWaitGrowsAndIsForgiven(t *testing.T) {
	t.Parallel()
	l, home := NewLimits(), netip.MustParseAddr("192.0.2.7")
	now := noon
	var waits []time.Duration
	for range 8 {
		wait := l.Try(now, "ania@sklep.pl", home)
		waits = append(waits, wait)
		now = now.Add(wait)
		if wait > 0 {
			l.Try(now, "ania@sklep.pl", home)
		}
	}
	want := []time.Duration{0, 0, 0, 0, 1, 2, 4, 8}
	for i := range want {
		if waits[i] != want[i]*time.Second {
			t.Fatalf("waits %v", waits)
		}
	}
	l.Forgive("ania@sklep.pl", home)
	if wait := l.Try(now, "ania@sklep.pl", netip.MustParseAddr("192.0.2.7")); wait > 0 {
		t.Errorf("after a good password: wait %v", wait)
	}
}

func TestAGuesserDoesNotLockTheOwnerOut(t *testing.T) {
	t.Parallel()
	l, now := NewLimits(), noon
	for i := range 500 {
		l.Try(now, "ania@sklep.pl", netip.AddrFrom4([4]byte{198, 51, byte(i / 250), byte(i % 250)}))
		now = now.Add(time.Second)
	}
	if wait := l.Try(now, "ania@sklep.pl", netip.MustParseAddr("192.0.2.7")); wait > time.Minute {
		t.Errorf("the owner waits %v", wait)
	}
}

func TestManyGuessesAtOnce(t *testing.T) {
	t.Parallel()
	l := NewLimits()
	var through atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if l.Try(noon, "ania@sklep.pl", netip.MustParseAddr("192.0.2.7")) == 0 {
				through.Add(1)
			}
		})
	}
	all.Wait()
	if n := through.Load(); n != int32(perPair.free) {
		t.Errorf("%d of 50 got through, not %d", n, perPair.free)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	l := NewLimits()
	for i := range 3 * mostRemembered {
		l.Try(noon.Add(time.Duration(i)*time.Second), fmt.Sprint(i), netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}))
	}
	if len(l.tries) > mostRemembered || l.recent.Len() != len(l.tries) {
		t.Errorf("%d tries, %d in order", len(l.tries), l.recent.Len())
	}
}

func TestPrefix(t *testing.T) {
	t.Parallel()
	for addr, want := range map[string]string{
		"192.0.2.7": "192.0.2.7/32", "::ffff:192.0.2.7": "192.0.2.7/32",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64",
	} {
		if got := Prefix(netip.MustParseAddr(addr)).String(); got != want {
			t.Errorf("%s: %s, not %s", addr, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	for _, c := range []struct{ name, peer, forwarded, want string }{
		{"no proxy", "192.0.2.7:5000", "", "192.0.2.7"},
		{"a header from nowhere", "192.0.2.7:5000", "203.0.113.9", "192.0.2.7"},
		{"a trusted proxy", "10.0.0.1:5000", "203.0.113.9", "203.0.113.9"},
		{"a forged first hop", "10.0.0.1:5000", "1.1.1.1, 203.0.113.9", "203.0.113.9"},
		{"two trusted proxies", "10.0.0.1:5000", "203.0.113.9, 10.0.0.2", "203.0.113.9"},
		{"rubbish", "10.0.0.1:5000", "for=[::1]", "10.0.0.1"},
		{"mapped", "[::ffff:10.0.0.1]:5000", "203.0.113.9", "203.0.113.9"},
		{"no address", "@", "203.0.113.9", "0.0.0.0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequest(http.MethodPost, "/sign-in", nil)
			r.RemoteAddr = c.peer
			r.Header.Set("X-Forwarded-For", c.forwarded)
			r.Header.Set("X-Real-IP", "1.2.3.4")
			if got := Place(r, proxies).String(); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}
