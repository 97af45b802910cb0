package runtime_test

import (
	"net/http"
	"testing"

	"okienko/runtime/flow"
)

func TestOnlyTheBotsDomainsMayAsk(t *testing.T) {
	t.Parallel()
	s := open(t, func(b *flow.Bot) {
		b.Settings.Domains = []string{"https://shop.pl", "sklep.pl", "http://localhost:3000"}
	})
	for origin, allowed := range map[string]bool{
		"https://shop.pl": true, "https://sklep.pl": true, "http://localhost:3000": true,
		"https://shop.pl.evil.com": false, "https://evilshop.pl": false, "null": false, "http://shop.pl": false,
		"https://shop.pl:8443": false, "https://SHOP.pl.": false, "https://shop.pl.": false, "https://www.shop.pl": false,
		"http://sklep.pl": false, "https://localhost:3000": false, "https://": false, "*": false, "https://shop.pl@evil.com": false,
	} {
		r := s.send("POST", "/conversations", "", "{}", "Origin", origin)
		want, header := http.StatusForbidden, ""
		if allowed {
			want, header = http.StatusCreated, origin
		}
		if r.Status != want || r.Header.Get("Access-Control-Allow-Origin") != header {
			t.Errorf("%s: %d %q", origin, r.Status, r.Header.Get("Access-Control-Allow-Origin"))
		}
		if r.Header.Get("Access-Control-Allow-Credentials") != "" || r.Header.Get("Vary") == "" {
			t.Errorf("%s: %v", origin, r.Header)
		}
	}
	equal(t, s.send("POST", "/conversations", "", "{}").Status, http.StatusCreated)
	equal(t, s.send("POST", "/conversations", "", "{}", "Origin", s.URL).Status, http.StatusCreated)
}

func TestWithoutDomainsAnyPageMayAsk(t *testing.T) {
	t.Parallel()
	s := open(t)
	r := s.send("POST", "/conversations", "", "{}", "Origin", "https://any.example")
	equal(t, r.Header.Get("Access-Control-Allow-Origin"), "https://any.example")
}

func TestPreflight(t *testing.T) {
	t.Parallel()
	s := open(t, func(b *flow.Bot) { b.Settings.Domains = []string{"https://shop.pl"} })
	for _, path := range []string{"/messages", "/conversations", "/events", "/config"} {
		r := s.send("OPTIONS", path, "", "", "Origin", "https://shop.pl", "Access-Control-Request-Headers", "authorization,content-type")
		equal(t, r.Status, http.StatusNoContent)
		equal(t, r.Header.Get("Access-Control-Allow-Origin"), "https://shop.pl")
		equal(t, r.Header.Get("Access-Control-Allow-Headers"), "Authorization, Content-Type, Accept, Last-Event-ID")
	}
	equal(t, s.send("OPTIONS", "/messages", "", "", "Origin", "https://evil.pl").Status, http.StatusForbidden)
}
