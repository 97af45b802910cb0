package main

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Every state of the widget in every look: nothing for axe to say, and a picture to look at.
func TestWidgetStates(t *testing.T) {
	for _, look := range []string{"light", "dark"} {
		for _, size := range []string{"desktop", "phone"} {
			t.Run(size+" "+look, func(t *testing.T) { widgetStates(t, size, look) })
		}
	}
	t.Run("forced colours", func(t *testing.T) {
		p := newPlace(t)
		b := newTab(t)
		b.media("forced-colors", "active")
		b.visit(shop(t, p.snippet, "", ""))
		b.click("button", "Zapytaj")
		b.see("W czym mogę pomóc?")
		b.accessible("forced colours")
		b.shot("widget-forced-colours")
	})
}

func widgetStates(t *testing.T, size, look string) {
	p := newPlace(t)
	b := newTab(t)
	b.media("prefers-color-scheme", look, "prefers-reduced-motion", "reduce")
	if size == "phone" {
		b.phone()
	}
	state := func(name string) {
		t.Helper()
		b.accessible(name)
		b.shot("widget-" + size + "-" + look + "-" + name)
	}
	b.visit(shop(t, p.snippet, "<style>body{font-family:system-ui;max-width:900px;margin:24px auto;color-scheme:light}</style>", ""))
	b.until("the launcher", `byRole("button", "Zapytaj")`)
	state("closed")
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	state("asking")
	b.click("button", "Zwrot")
	b.see("14 dni")
	b.see("Podaj e-mail")
	state("answered")
	b.click("button", "Menu")
	state("menu")
	b.press(kb.Escape)
	b.expect("503")
	p.trouble.Store(&trouble{Path: "/messages", Code: 503, Body: `{"error":{"code":"unavailable","message":"Nie udało się zapisać wiadomości."}}`})
	b.message("Czy buty są szerokie?")
	b.see("Nie udało się zapisać wiadomości.")
	state("error")
	p.heal()
	eval[bool](b, `(button => (button?.click(), true))(byRole("button", "Wyślij teraz"))`) // or it was sent again by itself
	b.gone("Nie udało się zapisać wiadomości.")
	b.offline(true)
	b.see("Brak połączenia")
	b.message("Jestem w pociągu")
	b.see("Nie wysłano")
	state("offline")
	b.offline(false)
	b.gone("Nie wysłano")
	b.see("Jestem w pociągu")
	state("again online")
}

// A shop that styles everything it finds, the worst way, does not reach the widget.
func TestWidgetOnHostilePage(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(shop(t, p.snippet, hostile, ""))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	b.message("Jak duży jest rozmiar M?")
	b.until("the message", `deep('[data-from="visitor"] .bubble') && !deep('[data-state="sending"]')`)
	b.shot("widget-hostile")
	box := eval[[]float64](b, `(({width, height}) => [width, height])(deep('.window').getBoundingClientRect())`)
	if box[0] != 380 || box[1] != 620 {
		t.Errorf("the window is %v", box)
	}
	got := eval[string](b, `(({fontSize, letterSpacing, direction, textTransform, opacity}) =>
		[fontSize, letterSpacing, direction, textTransform, opacity].join(" "))(getComputedStyle(deep('.bubble')))`)
	if got != "15px normal ltr none 1" {
		t.Errorf("a message is drawn with %s", got)
	}
}

// A shop whose policy allows our script, requests and pictures, and no style, sees no violation:
// the tab fails the test for each that the browser reports.
func TestWidgetUnderStrictPolicy(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", strict(p.URL)))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	b.message("Dzień dobry")
	b.until("an answer", `deepAll('[data-from="bot"]').length > 2`)
	box := eval[float64](b, `deep('.launcher').getBoundingClientRect().height`)
	if box != 56 {
		t.Errorf("the launcher is %v high, so it has no style", box)
	}
}

// Before the customer asks for it the widget is one request: nothing stored, nothing moved, nothing held open.
func TestWidgetIsQuiet(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", ""))
	before := eval[string](b, `Object.getOwnPropertyNames(window).join()`)
	b.until("the launcher", `byRole("button", "Zapytaj")`)
	if asked := b.asked(p.URL); len(asked) != 1 {
		t.Errorf("a closed bubble asks for %v", asked)
	}
	if fresh := eval[[]string](b, `Object.getOwnPropertyNames(window).filter((name) => !`+quote(before)+`.split(",").includes(name))`); len(fresh) > 1 || len(fresh) == 1 && fresh[0] != "Okienko" {
		t.Errorf("new globals: %v", fresh)
	}
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	if n := eval[int](b, `localStorage.length + sessionStorage.length + document.cookie.length`); n != 0 {
		t.Errorf("%d things stored before the customer wrote", n)
	}
	moved := eval[[]string](b, `new Promise((done) => {
		const moved = (list) => list.getEntries().filter((entry) => !entry.hadRecentInput).map((entry) => entry.value + entry.sources.map(({node}) => node?.outerHTML))
		new PerformanceObserver((list) => done(moved(list))).observe({type: "layout-shift", buffered: true})
		setTimeout(done, 300, [])
	})`)
	if len(moved) > 0 {
		t.Errorf("the page moved: %v", moved)
	}
	b.click("button", "Zamknij czat")
	b.wait("all connections to end", func() bool { return p.open.Load() == 0 })
}

// The whole conversation with nothing but a keyboard; the focus is never lost.
func TestWidgetByKeyboard(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", ""))
	b.until("the launcher", `byRole("button", "Zapytaj")`)
	for range 40 {
		b.press(kb.Tab)
		if eval[bool](b, `focused()?.className === "launcher"`) {
			break
		}
	}
	b.press(kb.Enter)
	b.see("W czym mogę pomóc?")
	b.until("the field to have the focus", `focused()?.tagName === "TEXTAREA"`)
	for range 3 {
		b.press(kb.Tab, chromedp.ModifierShift)
	}
	b.until("a choice to have the focus", `focused()?.textContent === "Zwrot"`)
	b.press(kb.Enter)
	b.see("Podaj e-mail")
	b.until("the focus to be where the answer is written", `focused()?.tagName === "TEXTAREA" && focused().inputMode === "email"`)
	if used := eval[string](b, `deep(".chosen")?.textContent ?? ""`); used != "Zwrot (wybrano)" {
		t.Errorf("the choice is marked %q", used)
	}
	b.write("ania@example.com")
	b.press(kb.Enter)
	b.see("Zanotowane")
	b.write("Jaki rozmiar?")
	b.press(kb.Enter, chromedp.ModifierShift)
	b.write("Noszę 39.")
	b.press(kb.Enter)
	b.until("both lines in one message", `deepAll('[data-from="visitor"] .bubble').at(-1).textContent === "Jaki rozmiar?\nNoszę 39."`)
	b.settled(3)
	b.press(kb.Escape)
	b.until("the focus on the launcher", `focused()?.className === "launcher" && focused().getAttribute("aria-expanded") === "false"`)
}
