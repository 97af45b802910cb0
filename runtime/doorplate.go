package runtime

import (
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/words"
)

// Doorplate lets through what is meant for this server: requests for the host of its public URL, for this
// machine, or for the address that it listens on. All others get a 421, so that nobody can make the server
// speak under a name of their own (DNS rebinding, poisoned links). Without a public URL any host is right:
// in a shop's own network nobody knows the name beforehand.
func Doorplate(publicURL, listen string, next http.Handler) http.Handler {
	public, err := url.Parse(publicURL)
	if publicURL == "" || err != nil {
		return next
	}
	known := map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true, hostName(public.Host): true}
	if host := hostName(listen); host != "" {
		known[host] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if known[hostName(r.Host)] {
			next.ServeHTTP(w, r)
			return
		}
		r = r.WithContext(words.With(r.Context(), words.Match(r)))
		views.Problem(w, r, fault.New(fault.Misdirected, "host.misdirected", "url", publicURL))
	})
}

// hostName is the name in a HOST or HOST:PORT, in small letters; "" if it is neither.
func hostName(address string) string {
	name := address
	if host, port, err := net.SplitHostPort(address); err == nil {
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return ""
		}
		name = host
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	return strings.ToLower(strings.TrimSuffix(name, "."))
}
