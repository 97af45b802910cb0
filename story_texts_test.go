package main

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The owner finds a text that the bot says by itself, words it anew, is told what the law demands, and loses nothing.
func TestStoryOfTexts(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	ania := newTab(t)
	ania.expect(`status of 422`)
	shop.open(ania)
	ania.visit(shop.url + "/bots/" + shop.ref.Bot + "/settings")
	ania.click("link", "Teksty bota")
	ania.see("Powitanie i pożegnanie")
	ania.accessible("texts")

	t.Log("1. She looks for one; what is out of sight is sent as well.")
	ania.fill("Szukaj tekstu", "zyrafa")
	ania.see("Nie ma tekstu z tymi słowami.")
	ania.fill("Szukaj tekstu", "dziekuje")
	ania.see("Nie ma za co.")
	ania.gone("Bot nie zna odpowiedzi")
	ania.fill("Klient dziękuje", "Miło mi.\nProszę bardzo.")
	ania.fill("Szukaj tekstu", "automat")
	ania.gone("Nie ma za co.")
	ania.press(kb.Enter)
	ania.see("Odpowiada automatyczny asystent sklepu.")
	ania.fill("Pierwsze zdanie", "Tu Ania.")
	ania.click("button", "Zapisz")
	ania.see("Ten tekst musi mówić, że odpowiada automat")
	ania.see("1 tekst czeka na poprawkę")
	ania.accessible("refused texts")
	ania.shot("texts-1")

	t.Log("2. On a phone she puts it right.")
	ania.phone()
	ania.narrow("texts", "phone", 390)
	ania.shot("texts-2")
	ania.fill("Pierwsze zdanie", "Tu automatyczna Ania.")
	ania.click("button", "Zapisz")
	ania.see("2 po Twojemu")
	ania.until("her words", `document.querySelector("[name=\"text.thanks\"]")?.value === "Miło mi.\nProszę bardzo."`)
}
