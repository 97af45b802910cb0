package main

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// The owner says which words mean one thing in her shop, and takes back what she did.
func TestStoryOfSynonyms(t *testing.T) {
	bot := shopBot(t)
	bot.Entries = []flow.Entry{{ID: "locker", Question: "Czy wysyłacie do paczkomatu?", Answer: "Tak."}}
	shop := newEditorShop(t, bot)
	ania := newTab(t)
	ania.expect(`status of 422`)
	shop.open(ania)
	ania.visit(shop.url + "/bots/" + shop.ref.Bot + "/entries")
	ania.click("link", "Synonimy")
	ania.see("Nie ma tu jeszcze żadnej grupy")
	ania.accessible("no synonyms")

	t.Log("1. She adds a group, then one with a word of the first.")
	ania.fill("Słowa o tym samym znaczeniu", "paczkomat, automat")
	ania.press(kb.Tab)
	ania.press(kb.Enter)
	ania.see("Zapisane. Klienci zobaczą to po opublikowaniu.")
	ania.see("1 grupa synonimów")
	ania.fill("Słowa o tym samym znaczeniu", "skrytka, AUTOMAT")
	ania.click("button", "Dodaj grupę")
	ania.see("„AUTOMAT” jest już w grupie: paczkomat, automat.")
	ania.accessible("refused synonyms")

	t.Log("2. She writes it into the first group instead, and the bot knows it.")
	ania.click("link", "Anuluj")
	ania.click("link", "Zmień grupę: paczkomat, automat")
	ania.until("the group in the form", `document.activeElement?.value === "paczkomat, automat"`)
	ania.fill("Słowa o tym samym znaczeniu", "paczkomat, automat, skrytka")
	ania.click("button", "Zapisz")
	ania.see("skrytka")
	ania.shot("synonyms")

	t.Log("3. On a phone she deletes it and brings it back.")
	ania.phone()
	ania.click("button", "Usuń grupę: paczkomat, automat, skrytka")
	ania.see("Usunięte: paczkomat, automat, skrytka")
	ania.see("0 grup synonimów")
	ania.accessible("a deleted group")
	ania.narrow("synonyms", "phone", 390)
	ania.click("button", "Cofnij")
	ania.see("1 grupa synonimów")
}

// The owner moves the slider of boldness and sees on her own questions what it changes, before she saves.
func TestStoryOfBoldness(t *testing.T) {
	bot := shopBot(t)
	bot.Entries = []flow.Entry{{ID: "return", Question: "Ile mam czasu na zwrot?", Answer: "14 dni."}}
	shop := newEditorShop(t, bot)
	if err := shop.store.SaveProbes(t.Context(), shop.ref, []store.Probe{{Text: "ile mam czasu na zwrot", Entry: "return"}}); err != nil {
		t.Fatal(err)
	}
	ania := newTab(t)
	shop.open(ania)
	ania.visit(shop.url + "/bots/" + shop.ref.Bot + "/entries/boldness")
	ania.see("Nie ma jeszcze rozmów")
	ania.see("Pytania ze Sprawdzianu: 1")
	ania.see("odpowiedział na około 4.")

	t.Log("1. With the keyboard she goes to the end, and one step back.")
	ania.tap("#step")
	ania.until("the slider to have the focus", `document.activeElement?.id === "step"`)
	ania.press(kb.End)
	ania.see("Po zmianie: Bardzo śmiało")
	ania.see("odpowiedział na około 20.")
	ania.until("the step to be named", `document.activeElement?.getAttribute("aria-valuetext") === "Bardzo śmiało"`)
	ania.accessible("another step")
	ania.press(kb.ArrowLeft)
	ania.see("Po zmianie: Śmiało")
	ania.shot("boldness")

	t.Log("2. She saves; the settings of the bot show it and lead back.")
	ania.click("button", "Zapisz")
	ania.see("Śmiałość: Śmiało")
	ania.see("To obecne ustawienie.")
	ania.visit(shop.url + "/bots/" + shop.ref.Bot + "/settings")
	ania.click("link", "Śmiało")
	ania.see("To obecne ustawienie.")

	t.Log("3. It fits on a phone.")
	ania.phone()
	ania.accessible("boldness on a phone")
	ania.narrow("boldness", "phone", 390)
}
