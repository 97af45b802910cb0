package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"okienko/builder"
	"okienko/builder/auth"
	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
	"okienko/views/gallery"
)

const deskPassword = "okno na podwórze"

// desk is a shop's server for a story about the owner: she is signed in, and her bot's draft is the one given.
type desk struct {
	*tab
	url   string
	ref   store.BotRef
	store *store.Store
}

func newDesk(t *testing.T, bot *flow.Bot) *desk {
	t.Helper()
	kept, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	news := hub.New()
	host := runtime.New(runtime.Config{Store: kept, Hub: news})
	build, err := builder.New(builder.Config{Store: kept, Host: host, Hub: news, Dev: true})
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", build)
	for _, path := range runtime.Paths {
		mux.Handle(path, host)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(func() { build.Stop(); host.Close(); server.Close(); _ = kept.Close() })
	ref, err := kept.CreateShop(t.Context(), store.Shop{Name: "Kwiaty u Ani", Language: "pl"},
		store.User{Email: "ania@kwiatyuani.pl", Language: "pl", Password: auth.Hash(deskPassword)}, store.Bot{Name: "Asystent"}, *bot)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{tab: newTab(t), url: server.URL, ref: ref, store: kept}
	d.visit(server.URL + "/sign-in")
	d.click("button", "Polski")
	d.fill("E-mail", "ania@kwiatyuani.pl")
	d.fill("Hasło", deskPassword)
	d.click("button", "Zaloguj")
	d.until("she is signed in", "location.pathname !== '/sign-in'")
	return d
}

// Every form of the gallery is clean to axe, light and dark, on a desk and on a phone.
func TestFormsOfBlocks(t *testing.T) {
	d := newDesk(t, &flow.Bot{Format: 1, Name: "Asystent", Language: "pl"})
	for _, dark := range []string{"light", "dark"} {
		d.media("prefers-color-scheme", dark)
		for _, screen := range gallery.Screens() {
			if !strings.HasPrefix(screen.Name, "inspector/") {
				continue
			}
			d.visit(d.url + "/gallery/" + screen.Name)
			d.accessible(screen.Name + " " + dark)
			d.shot(strings.ReplaceAll(screen.Name, "/", "-") + "-" + dark)
		}
	}
}
