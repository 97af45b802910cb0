package runtime

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestOnlyKnownHostsAreServed(t *testing.T) {
	t.Parallel()
	served := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "served") })
	for _, c := range []struct {
		public, listen, host string
		want                 int
	}{
		{"https://czat.sklep.pl", ":8080", "czat.sklep.pl", http.StatusOK},
		{"https://czat.sklep.pl", ":8080", "CZAT.sklep.pl.:443", http.StatusOK},
		{"https://czat.sklep.pl", ":8080", "localhost:8080", http.StatusOK},
		{"https://czat.sklep.pl", ":8080", "127.0.0.1:8080", http.StatusOK},
		{"https://czat.sklep.pl", ":8080", "[::1]:8080", http.StatusOK},
		{"https://czat.sklep.pl", "192.168.1.10:8080", "192.168.1.10:8080", http.StatusOK},
		{"http://[2001:db8::1]:8080", ":8080", "[2001:db8::1]:8080", http.StatusOK},
		{"", ":8080", "kasa.local:8080", http.StatusOK},
		{"https://czat.sklep.pl", ":8080", "evil.test", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", "192.168.1.10:8080", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", "czat.sklep.pl.evil.test", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", "czat.sklep.pl:80@evil.test", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", "user@czat.sklep.pl", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", ":8080", http.StatusMisdirectedRequest},
		{"https://czat.sklep.pl", ":8080", "", http.StatusMisdirectedRequest},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/sign-in", nil)
		r.Host = c.host
		r.Header.Set("X-Forwarded-Host", "czat.sklep.pl") // counts for nothing
		w := httptest.NewRecorder()
		Doorplate(c.public, c.listen, served).ServeHTTP(w, r)
		if body := w.Body.String(); w.Code != c.want || (body == "served") != (c.want == http.StatusOK) {
			t.Errorf("%q at %q, %q: %d %s", c.host, c.public, c.listen, w.Code, body)
		} else if w.Code != http.StatusOK && (!strings.Contains(body, c.public) || strings.Contains(body, "evil")) {
			t.Errorf("%q: %s", c.host, body)
		}
	}
}
