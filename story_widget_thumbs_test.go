package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"okienko/runtime/flow"
)

// knowing gives the wool shop's bot answers to rate.
func knowing(bot *flow.Bot) {
	bot.Entries = []flow.Entry{
		{ID: "cost", Question: "Ile kosztuje dostawa?", Answer: "Paczkomat **9,99 zł**, kurier **14,99 zł**."},
		{ID: "time", Question: "Ile trwa dostawa?", Answer: "Zwykle jeden dzień roboczy."},
		{ID: "wash", Question: "Jak prać sweter?", Answer: "Ręcznie, w letniej wodzie."},
	}
}

// pressed waits until the thumb with that name is pressed, or is not.
func (b *tab) pressed(name string, want bool) {
	b.Helper()
	b.until(fmt.Sprint(name, " pressed: ", want), fmt.Sprintf(`byRole("button", %s)?.getAttribute("aria-pressed") === "%t"`, quote(name), want))
}

// A customer says that an answer helped, changes the mind, and is offered more; all of it survives a reload.
func TestWidgetThumbs(t *testing.T) {
	for _, size := range []string{"desktop", "phone"} {
		for _, look := range []string{"light", "dark"} {
			t.Run(size+" "+look, func(t *testing.T) { thumbsStory(t, size, look) })
		}
	}
}

func thumbsStory(t *testing.T, size, look string) {
	p := newPlace(t, knowing)
	b := newTab(t)
	b.media("prefers-color-scheme", look, "prefers-reduced-motion", "reduce")
	if size == "phone" {
		b.phone()
	}
	b.visit(shop(t, p.snippet, "", strict(p.URL)))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	b.message("ile kosztuje dostawa")
	b.see("14,99 zł")
	b.pressed("Pomogło", false)
	b.accessible("an answer")
	b.shot("widget-thumbs-" + size + "-" + look)
	if least := eval[float64](b, `Math.min(...deepAll(".thumb").map((one) => one.getBoundingClientRect().height))`); least < 24 || size == "phone" && least < 44 {
		t.Errorf("a thumb is %v high", least)
	}
	b.click("button", "Pomogło")
	b.pressed("Pomogło", true)
	b.click("button", "Nie pomogło")
	b.pressed("Nie pomogło", true)
	b.pressed("Pomogło", false)
	b.see("Ta odpowiedź nie pomogła.")
	b.see("Porozmawiaj z człowiekiem")
	b.accessible("a thumb down")
	b.shot("widget-thumbs-down-" + size + "-" + look)
	b.do(chromedp.Reload())
	b.click("button", "Zapytaj")
	b.pressed("Nie pomogło", true)
	b.click("button", "Nie pomogło")
	b.pressed("Nie pomogło", false)
	if said := b.bubbles("ile kosztuje dostawa"); said != 1 {
		t.Errorf("the question is there %d times", said)
	}
}

// A thumb given without a connection waits like a message, and shows in the other tab when it has gone.
func TestWidgetThumbOffline(t *testing.T) {
	p := newPlace(t, knowing)
	b := p.opened(t)
	b.message("jak prać sweter")
	b.see("w letniej wodzie")
	page := eval[string](b, "location.href")
	other := b.beside()
	other.visit(page)
	other.click("button", "Zapytaj")
	other.pressed("Pomogło", false)
	b.offline(true)
	b.see("Brak połączenia")
	b.click("button", "Pomogło")
	b.pressed("Pomogło", true)
	b.offline(false)
	other.pressed("Pomogło", true)
	b.pressed("Pomogło", true)
	b.gone("Nie wysłano")
}

// Thumbs can be reached and pressed with the keyboard, and are no trap on the hosted page either.
func TestWidgetThumbByKeyboard(t *testing.T) {
	p := newPlace(t, knowing)
	b := newTab(t)
	b.visit(p.hosted())
	b.see("W czym mogę pomóc?")
	b.message("jak prać sweter")
	b.see("w letniej wodzie")
	for range 30 {
		if eval[bool](b, `focused()?.textContent === "Pomogło"`) {
			break
		}
		b.press(kb.Tab, chromedp.ModifierShift)
	}
	b.press(" ")
	b.pressed("Pomogło", true)
	if !eval[bool](b, `focused()?.textContent === "Pomogło"`) {
		t.Error("the focus was lost")
	}
	b.accessible("a thumb up")
}
