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
			b.do(chromedp.EmulateViewport(1440, 900))
			b.visit(address + "/gallery/" + screen.Name)
			b.lookAt(screen.Name)
		}
	}
}

// lookAt looks at the page that is open: a screen is loaded once, its theme and size change in place.
func (b *tab) lookAt(screen string) {
	b.Helper()
	b.theme("light")
	b.accessible(screen)
	b.shot(shotName(screen, "desk", "light"))
	b.theme("dark")
	b.accessible(screen+" dark", "color-contrast") // all that another theme changes
	b.shot(shotName(screen, "desk", "dark"))
	b.narrow(screen, "desk", 1440)
	b.do(chromedp.EmulateViewport(320, 640))
	b.narrow(screen, "small phone", 320)
	b.do(chromedp.EmulateViewport(390, 844))
	b.narrow(screen, "phone", 390)
	b.shot(shotName(screen, "phone", "dark"))
	b.theme("light")
	b.shot(shotName(screen, "phone", "light"))
}

// theme dresses the page and ends what moves: colours are looked at when nothing is half faded in.
func (b *tab) theme(name string) {
	b.Helper()
	eval[bool](b, "(document.documentElement.dataset.theme = "+quote(name)+", "+settled+")")
}

// narrow tells whether the page fits on its screen.
func (b *tab) narrow(screen, size string, most int64) {
	b.Helper()
	if wide := eval[int64](b, "document.documentElement.scrollWidth"); wide > most {
		b.Errorf("%s on a %s: %d px wide", screen, size, wide)
	}
}

func shotName(screen, size, theme string) string {
	return "gallery " + strings.ReplaceAll(screen, "/", "-") + " " + size + " " + theme
}

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
	b, err := builder.New(builder.Config{Store: s, Hub: hub.New(), Gallery: gallery.Handler()})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(b)
	t.Cleanup(func() { server.Close(); s.Close() })
	return server.URL
}
