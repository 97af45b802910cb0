package main

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"okienko/runtime/flow"
)

// The owner writes test questions, sees what the bot makes of them, and takes back what she did.
func TestStoryOfTestQuestions(t *testing.T) {
	bot := shopBot(t)
	bot.Entries = []flow.Entry{
		{ID: "zwrot", Question: "Ile mam czasu na zwrot?", Phrases: []string{"Jak oddać towar?"}, Answer: "14 dni."},
		{ID: "dostawa", Question: "Ile kosztuje dostawa?", Answer: "12,99 zł."},
	}
	shop := newEditorShop(t, bot)
	ania := newTab(t)
	ania.expect(`status of 422`)
	shop.open(ania)
	ania.visit(shop.url + "/bots/" + shop.ref.Bot + "/entries")
	ania.click("link", "Sprawdzian")
	ania.see("Sprawdź, co bot rozumie")
	ania.accessible("no test questions")

	t.Log("1. She adds one from the keyboard alone, then one that the bot should not know.")
	ania.fill("Co pisze klient", "ile mam czasu na zwrot")
	ania.press(kb.Tab)
	ania.write("Ile mam czasu")
	ania.press(kb.Enter)
	ania.see("Na liście nie ma pytania „Ile mam czasu”.")
	ania.accessible("a refused test question")
	ania.fill("Które pytanie z listy", "Ile mam czasu na zwrot?")
	ania.press(kb.Enter)
	ania.see("Dodane do sprawdzianu.")
	ania.see("z 1 pytań")
	ania.fill("Co pisze klient", "qwerty plugh")
	ania.click("checkbox", "Bot nie powinien tego wiedzieć")
	ania.click("button", "Dodaj")
	ania.see("bot odpowiada na 0")
	ania.shot("probes-1")

	t.Log("2. She pastes many.")
	ania.click("heading", "Dodaj wiele naraz")
	ania.fill("Wklejone pytania", "kiedy paczka; nie ma takiego\n")
	ania.click("button", "Dodaj wszystkie")
	ania.see("Wiersz 1: Na liście nie ma pytania")
	ania.fill("Wklejone pytania", "xyzzy plugh;-\nplugh xyzzy;-\n")
	ania.click("button", "Dodaj wszystkie")
	ania.see("4 pytania")
	ania.accessible("test questions")

	t.Log("3. She deletes one and brings it back, on a phone as well.")
	ania.phone()
	ania.click("button", "Usuń ze sprawdzianu: xyzzy plugh")
	ania.see("Usunięte ze sprawdzianu: xyzzy plugh")
	ania.see("3 pytania")
	ania.narrow("test questions", "phone", 390)
	ania.shot("probes-3")
	ania.click("button", "Cofnij")
	ania.see("4 pytania")
}
