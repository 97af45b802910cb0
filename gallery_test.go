package main

import (
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"okienko/builder"
	"okienko/runtime/hub"
	"okienko/runtime/store"
	"okienko/views/gallery"
)

// Every screen in every state, light and dark: nothing for axe to find, nothing that has to be scrolled
// sideways on a desk or a small phone, no complaint by the browser.
func TestGallery(t *testing.T) {
	address := serveGallery(t)
	b := newTab(t)
	b.expect(`the server responded with a status of [45]\d\d`) // screens of trouble come with its status
	only := os.Getenv("OKIENKO_SCREENS")                       // a part of the name, to look at a few
	for _, screen := range gallery.Screens() {
		if strings.Contains(screen.Name, only) {
			b.visit(address + "/gallery/" + screen.Name)
			b.lookAt(screen.Name)
		}
	}
}

// lookAt looks at the page on the phone as it is after the desk: a screen is loaded once.
func (b *tab) lookAt(screen string) {
	b.Helper()
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"desk", 1440, 900}, {"phone", 390, 844}, {"small", 320, 640}} {
		b.do(chromedp.EmulateViewport(size.width, size.height))
		if wide := eval[int64](b, "document.documentElement.scrollWidth"); wide > size.width {
			b.Errorf("%s %s: %d px wide", screen, size.name, wide)
		}
		if size.name == "small" {
			return
		}
		for _, theme := range []string{"light", "dark"} {
			state := strings.Join([]string{screen, size.name, theme}, " ")
			eval[bool](b, "(document.documentElement.dataset.theme = "+quote(theme)+", "+settled+")")
			if size.name == "desk" || theme == "light" { // a colour is the same on a phone
				b.accessible(state)
			}
			b.shot("gallery " + strings.ReplaceAll(state, "/", "-"))
		}
	}
}

// settled ends what moves: colours are looked at when nothing is half faded in.
const settled = `(() => {
	for (const a of document.getAnimations()) a.effect.getComputedTiming().endTime === Infinity ? a.cancel() : a.finish()
	return true
})()`

func serveGallery(t *testing.T) (address string) {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := builder.New(builder.Config{Store: s, Hub: hub.New(), Dev: true})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(b)
	t.Cleanup(func() { server.Close(); s.Close() })
	return server.URL
}
