package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// On a phone the window takes the whole screen, keeps the focus, and its field stays above the keyboard.
func TestWidgetOnPhone(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.phone()
	b.visit(shop(t, p.snippet, "", ""))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	fills := `(({x, y, width, height}) => x === 0 && y === 0 && width === innerWidth && height === innerHeight)(deep('.window').getBoundingClientRect())`
	b.until("the window to fill the screen", fills)
	if eval[bool](b, `focused()?.tagName === "TEXTAREA"`) {
		t.Error("opening the window opens the keyboard")
	}
	if !eval[bool](b, `deep('.window').getAttribute("aria-modal") === "true" && getComputedStyle(document.documentElement).overflow === "hidden"`) {
		t.Error("the page behind the window can be reached")
	}
	for range 12 {
		b.press(kb.Tab)
		if !eval[bool](b, `!!focused()?.closest(".window")`) {
			t.Fatal("Tab leaves the window")
		}
	}
	if size := eval[string](b, `getComputedStyle(deep("textarea")).fontSize`); size != "16px" {
		t.Errorf("the field's letters are %s: the phone would zoom", size)
	}
	b.do(chromedp.EmulateViewport(390, 420, chromedp.EmulateScale(2), chromedp.EmulateMobile, chromedp.EmulateTouch)) // a keyboard
	b.until("the field above the keyboard", `deep("textarea").getBoundingClientRect().bottom <= visualViewport.height && `+fills)
	b.shot("widget-phone-keyboard")
	b.phone()
	b.click("button", "Zamknij czat")
	if eval[bool](b, `getComputedStyle(document.documentElement).overflow === "hidden"`) {
		t.Error("the page stays locked")
	}
}

// A long conversation draws its end first and older messages on demand; the place that is read does not jump.
func TestWidgetLongHistory(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	for i := range 40 {
		b.write(fmt.Sprintf("Pytanie %d", i))
		b.press(kb.Enter)
	}
	b.until("all answers", `deepAll(".bubble").at(-1).textContent.startsWith("Zanotowane") && !deep('[data-state="sending"], [data-state="waiting"]')`)
	b.do(chromedp.Reload())
	b.click("button", "Zapytaj")
	b.see("Pytanie 39")
	b.until("a part of the rows", `deepAll(".row").length === 60`)
	atBottom := `(({scrollHeight, scrollTop, clientHeight}) => scrollHeight - scrollTop - clientHeight < 2)(deep(".log"))`
	b.until("the end to be shown", atBottom)
	b.accessible("long history")
	b.shot("widget-long-history")
	eval[bool](b, `(deep(".log").scrollTop = 0, true)`)
	first := eval[float64](b, `(deep(".row").id = "first", deep(".row").getBoundingClientRect().y)`)
	b.click("button", "Pokaż wcześniejsze")
	b.until("more rows", `deepAll(".row").length > 80`)
	if now := eval[float64](b, `deep("#first").getBoundingClientRect().y`); now-first > 2 || first-now > 60 {
		t.Errorf("what was read moved from %v to %v", first, now)
	}
}

// New messages are read aloud once each, with their sender, and never take the focus or the place that is read.
func TestWidgetAnnounces(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	b.until("the question to be said", `deep("[aria-live=polite]").textContent.includes("Asystent: W czym mogę pomóc?")`)
	b.message("Mam pytanie o wełnę")
	b.see("Zanotowane")
	b.until("the answer to be said", `deep("[aria-live=polite]").textContent.includes("Zanotowane")`)
	said := eval[[]string](b, `[...deep("[aria-live=polite]").children].map((line) => line.textContent)`)
	seen := map[string]bool{}
	for _, line := range said {
		if seen[line] && line != "" {
			t.Errorf("said twice: %s", line)
		}
		seen[line] = true
	}
	if eval[bool](b, `deep("[aria-live=polite]").textContent.includes("Mam pytanie o wełnę")`) {
		t.Error("the customer hears her own words")
	}
}
