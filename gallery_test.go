package main

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"okienko/builder"
	"okienko/runtime/hub"
	"okienko/runtime/store"
	"okienko/views/gallery"
)

// Every screen in every state, light and dark, on a desk and on a phone: nothing for axe to find,
// nothing that has to be scrolled sideways, no complaint by the browser.
func TestGallery(t *testing.T) {
	address := serveGallery(t)
	b := newTab(t)
	b.expect(`the server responded with a status of [45]\d\d`) // screens of trouble come with its status
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"desk", 1440, 900}, {"phone", 390, 844}} {
		b.do(chromedp.EmulateViewport(size.width, size.height))
		for _, screen := range gallery.Screens() {
			for _, theme := range []string{"light", "dark"} {
				state := strings.Join([]string{screen.Name, size.name, theme}, " ")
				b.visit(address + "/gallery/" + screen.Name + "?theme=" + theme)
				eval[bool](b, settled)
				b.accessible(state)
				if wide := eval[int64](b, "document.documentElement.scrollWidth"); wide > size.width {
					b.Errorf("%s: %d px wide", state, wide)
				}
				b.shot("gallery " + strings.ReplaceAll(state, "/", "-"))
			}
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
