package runtime

import (
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

func TestSender(t *testing.T) {
	t.Parallel()
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	for _, tc := range []struct{ name, connection, forwarded, want string }{
		{"nobody between", "203.0.113.9:80", "", "203.0.113.9/32"},
		{"IPv6 counts by network", "[2001:db8:1:2:3::4]:80", "", "2001:db8:1:2::/64"},
		{"IPv4 in IPv6", "[::ffff:203.0.113.9]:80", "", "203.0.113.9/32"},
		{"a stranger's header is not read", "203.0.113.9:80", "198.51.100.1", "203.0.113.9/32"},
		{"a proxy's header is", "10.0.0.1:80", "198.51.100.1", "198.51.100.1/32"},
		{"what the customer wrote before is not", "10.0.0.1:80", "1.2.3.4, 198.51.100.1", "198.51.100.1/32"},
		{"two proxies", "10.0.0.1:80", "1.2.3.4, 198.51.100.1, 10.9.9.9", "198.51.100.1/32"},
		{"only proxies", "10.0.0.1:80", "10.0.0.2", "10.0.0.2/32"},
		{"broken", "10.0.0.1:80", "198.51.100.1, for=[::1]", "10.0.0.1/32"},
		{"very long", "10.0.0.1:80", strings.Repeat("1.2.3.4,", 10_000) + "198.51.100.1", "198.51.100.1/32"},
		{"a proxy over IPv6", "[::1]:80", "2001:db8::9", "2001:db8::/64"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = tc.connection
		r.Header.Set("X-Real-IP", "9.9.9.9")
		r.Header.Set("Forwarded", `for="9.9.9.9"`)
		if tc.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tc.forwarded)
		}
		if got := sender(r, proxies).String(); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}
