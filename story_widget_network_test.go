package main

import (
	"testing"

	"github.com/chromedp/chromedp"

	"okienko/assets"
)

// With the network cut nothing is lost; when it is back nothing is doubled, in this tab or after a reload.
func TestWidgetSurvivesTheNetwork(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	b.message("Pierwsza")
	b.settled(1)
	b.offline(true)
	b.see("Brak połączenia")
	b.message("Druga")
	b.message("Trzecia")
	b.see("Nie wysłano")
	b.offline(false)
	b.see("Połączono ponownie")
	b.gone("Nie wysłano")
	b.settled(3)
	once(t, b, "Pierwsza", "Druga", "Trzecia")
	b.do(chromedp.Reload())
	b.click("button", "Zapytaj")
	b.see("Trzecia")
	once(t, b, "Pierwsza", "Druga", "Trzecia")
}

// What was written offline and not sent goes out after a reload.
func TestWidgetKeepsUnsentOverReload(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	b.expect("503")
	p.trouble.Store(&trouble{Path: "/messages", Code: 503, Body: "{}"})
	b.message("Czekam na odpowiedź")
	b.see("Nie wysłano")
	b.do(chromedp.Reload())
	p.heal()
	b.click("button", "Zapytaj")
	b.settled(1)
	b.see("Zanotowane")
	once(t, b, "Czekam na odpowiedź")
}

// A message whose answer was lost on the way is sent again under its id: the server has it once.
func TestWidgetRetryIsNotDoubled(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	b.expect("ERR_|Failed to load")
	p.trouble.Store(&trouble{Path: "/messages", Lose: true})
	b.message("Raz")
	b.wait("a lost answer", func() bool { return p.lost.Load() > 0 })
	p.heal()
	b.settled(1)
	b.do(chromedp.Reload())
	b.click("button", "Zapytaj")
	b.see("Zanotowane")
	once(t, b, "Raz")
}

// Two tabs show one conversation, also where each had begun its own before the customer wrote.
func TestWidgetInTwoTabs(t *testing.T) {
	p := newPlace(t)
	page := shop(t, p.snippet, "", "")
	a := newTab(t)
	c := a.beside()
	for _, b := range []*tab{a, c} {
		b.visit(page)
		b.click("button", "Zapytaj")
		b.see("W czym mogę pomóc?")
	}
	a.message("Z pierwszej karty")
	a.see("Zanotowane")
	c.see("Z pierwszej karty")
	c.see("Zanotowane")
	c.message("Z drugiej karty")
	a.see("Z drugiej karty")
	for _, b := range []*tab{a, c} {
		once(t, b, "Z pierwszej karty", "Z drugiej karty")
	}
}

// A window that could not be fetched says so, and the next click tries again.
func TestWidgetTriesAgain(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.expect("503|Failed to fetch dynamically")
	p.trouble.Store(&trouble{Path: assets.Hashed("panel.js"), Code: 503, Body: "{}"})
	b.visit(shop(t, p.snippet, "", ""))
	b.click("button", "Zapytaj")
	b.see("Czat się nie wczytał.")
	b.accessible("not loaded")
	p.heal()
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	b.gone("Czat się nie wczytał.")
}

// A window that can't begin says what the server says, and goes on by itself when it is well again.
func TestWidgetWaitsForTheServer(t *testing.T) {
	p := newPlace(t)
	b := newTab(t)
	b.expect("503")
	p.trouble.Store(&trouble{Path: "/conversations", Code: 503, Body: `{"error":{"code":"unavailable","message":"Sklep odpocznie chwilę."}}`})
	b.visit(shop(t, p.snippet, "", ""))
	b.click("button", "Zapytaj")
	b.see("Sklep odpocznie chwilę.")
	b.message("Już piszę")
	b.accessible("unreachable")
	p.heal()
	b.click("button", "Połącz teraz")
	b.see("W czym mogę pomóc?")
	b.settled(1)
	once(t, b, "Już piszę")
	b.see("Połączono ponownie.")
}

// A window whose stream breaks comes again by itself and misses nothing.
func TestWidgetComesBack(t *testing.T) {
	p := newPlace(t)
	page := shop(t, p.snippet, "", "")
	a := newTab(t)
	a.visit(page)
	a.click("button", "Zapytaj")
	a.see("W czym mogę pomóc?")
	a.message("Pierwsza")
	a.settled(1)
	a.expect("ERR_")
	p.server.CloseClientConnections()
	c := a.beside()
	c.visit(page)
	c.click("button", "Zapytaj")
	c.see("Pierwsza")
	c.message("Druga")
	a.see("Druga")
	a.settled(2)
	once(t, a, "Pierwsza", "Druga")
}

// A conversation that the server no longer knows is replaced by a new one, and the customer is told.
func TestWidgetBeginsAnew(t *testing.T) {
	p := newPlace(t)
	b := p.opened(t)
	b.message("Szukam szalika")
	b.see("Zanotowane")
	b.expect("401|404")
	eval[bool](b, `(() => { for (const [key, value] of Object.entries(localStorage))
		localStorage.setItem(key, value.replace(/"token":"[^"]*"/, '"token":"obcy"')); return true })()`)
	b.do(chromedp.Reload())
	b.click("button", "Zapytaj")
	b.see("Poprzednia rozmowa wygasła")
	b.see("W czym mogę pomóc?")
	b.message("Jestem tu")
	b.see("Zanotowane")
	once(t, b, "Jestem tu")
}

func once(t *testing.T, b *tab, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if n := b.bubbles(text); n != 1 {
			t.Errorf("%q stands there %d times", text, n)
		}
	}
}
