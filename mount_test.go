package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"okienko/builder"
	"okienko/builder/cli"
	"okienko/runtime"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// Both halves answer under the public name alone; what watches the server may call it by any.
func TestAForeignNameIsMisdirected(t *testing.T) {
	t.Parallel()
	const public = "https://czat.sklep.pl"
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	news, figures := hub.New(), runtime.NewRegistry()
	host := runtime.New(runtime.Config{Store: s, Hub: news, PublicURL: public, Metrics: figures})
	t.Cleanup(func() { host.Close(); s.Close() })
	owner, err := builder.New(builder.Config{Store: s, Host: host, Hub: news, PublicURL: public})
	if err != nil {
		t.Fatal(err)
	}
	m := Main{Config: Config{Grammar: cli.Grammar{PublicURL: public, Listen: ":8080"}}}
	served := m.mount(host, owner, runtime.Metrics(figures, ""))
	for path, watched := range map[string]bool{
		"/sign-in": false, "/static/owner.css": false, "/widget.js?bot=x": false, "/w/v1/x/config": false, "/c/x": false,
		"/healthz": true, "/metrics": true,
	} {
		for name, ours := range map[string]bool{"czat.sklep.pl": true, "evil.test": false} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
			r.Host = name
			w := httptest.NewRecorder()
			served.ServeHTTP(w, r)
			if misdirected := w.Code == http.StatusMisdirectedRequest; misdirected == (ours || watched) {
				t.Errorf("%s as %s: %d", path, name, w.Code)
			}
		}
	}
}
