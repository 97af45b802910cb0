package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"okienko/runtime/flow"
	"okienko/views/gallery"
)

// Every form of the gallery is clean to axe, light and dark.
func TestFormsOfBlocks(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	for _, scheme := range []string{"light", "dark"} {
		b.media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
		for _, screen := range gallery.Screens() {
			if !strings.HasPrefix(screen.Name, "inspector/") {
				continue
			}
			b.visit(shop.url + "/gallery/" + screen.Name)
			b.accessible(screen.Name + " " + scheme)
			b.shot(strings.ReplaceAll(screen.Name, "/", "-") + "-" + scheme)
		}
	}
	b.phone()
	for _, name := range []string{"inspector/ask_choice", "inspector/decide", "inspector/step"} {
		b.visit(shop.url + "/gallery/" + name)
		b.accessible(name + " on a phone")
		b.shot(strings.ReplaceAll(name, "/", "-") + "-phone")
	}
}

// everyBlock is a bot with a block of each type.
const everyBlock = `{"format": 1, "name": "Asystent", "language": "pl", "settings": {"patience": 3}, "look": {"name": "Okienko", "color": "#1f7a9c", "side": "right"},
 "variables": [{"name": "kwota", "type": "number", "scope": "conversation"}],
 "flows": [{"id": "main", "name": "Główny", "start": "n1", "nodes": [
 {"id": "n1", "title": "Powitanie", "_canvas": {"x": 0, "y": 0}, "next": "n2", "blocks": [
  {"type": "say_text", "id": "say_text", "text": "Dzień dobry, tu automatyczny asystent."},
  {"type": "say_image", "id": "say_image", "source": "", "alt": "Logo"},
  {"type": "ask_choice", "id": "ask_choice", "prompt": "W czym pomóc?", "choices": [{"id": "c1", "label": "Zwrot"}, {"id": "c2", "label": "Dostawa"}]}]},
 {"id": "n2", "title": "Dane", "_canvas": {"x": 400, "y": 0}, "next": "n3", "blocks": [
  {"type": "ask_text", "id": "ask_text", "prompt": "Jaki numer?", "variable": "", "max": 20},
  {"type": "ask_email", "id": "ask_email", "prompt": "Jaki e-mail?"},
  {"type": "ask_phone", "id": "ask_phone", "prompt": "Jaki telefon?"},
  {"type": "ask_number", "id": "ask_number", "prompt": "Ile sztuk?"}]},
 {"id": "n3", "title": "Reszta", "_canvas": {"x": 800, "y": 0}, "blocks": [
  {"type": "decide", "id": "decide", "branches": [{"id": "r1", "label": "Dużo", "rules": [{"variable": "kwota", "operator": "greater", "value": "199"}]}]},
  {"type": "set_variable", "id": "set_variable", "variable": "kwota", "operation": "set", "value": "1"},
  {"type": "answer_faq", "id": "answer_faq", "prompt": "O co zapytać?"},
  {"type": "wait", "id": "wait", "millis": 1000},
  {"type": "hand_over", "id": "hand_over", "text": "Przekażę."},
  {"type": "jump", "id": "jump", "exits": [{"id": "to", "to": "n1"}]},
  {"type": "end", "id": "end", "text": "Do widzenia."}]}]}]}`

// begin opens the panel beside the canvas by a press on the first block.
func (b *tab) begin() {
	b.Helper()
	x, y := b.middle("#face-say_text")
	b.do(chromedp.MouseClickXY(x, y))
	b.until("the form to open", `document.getElementById("inspector-say_text")`)
}

// form shows another block's form in it.
func (b *tab) form(block string) {
	b.Helper()
	eval[bool](b, `(htmx.ajax("GET", document.getElementById("editor").dataset.base + "/blocks/`+block+`", { target: "#inspector", swap: "innerHTML" }), true)`)
	b.until("the form of "+block, `document.getElementById("inspector-`+block+`")`)
}

// Each block is edited in its form; the card follows, and a reload shows what was typed.
func TestBlocksAreEdited(t *testing.T) {
	shop := newEditorShop(t, readBot(t, everyBlock))
	b := newTab(t)
	shop.open(b)
	b.begin()
	cases := []struct{ block, field, typed, card string }{
		{"say_text", "Tekst", "Dzień dobry, tu **automat** sklepu.", "Dzień dobry, tu automat sklepu."},
		{"say_image", "Co jest na obrazku", "Logo sklepu", "Logo sklepu"},
		{"ask_choice", "Odpowiedź 1", "Zwrot i wymiana", "Zwrot i wymiana"},
		{"ask_text", "Pytanie", "Podaj numer zamówienia.", "Podaj numer zamówienia."},
		{"ask_email", "Pytanie", "Na jaki adres odpisać?", "Na jaki adres odpisać?"},
		{"ask_phone", "Pytanie", "Pod jaki numer zadzwonić?", "Pod jaki numer zadzwonić?"},
		{"ask_number", "Pytanie", "Ile paczek?", "Ile paczek?"},
		{"decide", "Wartość", "250", "kwota powyżej 250"},
		{"set_variable", "Wartość", "19,99", "19,99"},
		{"answer_faq", "Pytanie", "Co chcesz wiedzieć?", "Co chcesz wiedzieć?"},
		{"wait", "Ile sekund", "2,5", "2,5 s"},
		{"hand_over", "Na początek", "Przekażę Ani.", "Przekażę Ani."},
		{"end", "Pożegnanie", "Miłego dnia.", "Miłego dnia."},
	}
	for _, c := range cases {
		b.form(c.block)
		b.fill(c.field, c.typed)
		b.until("the card of "+c.block+" to follow", `document.getElementById("block-`+c.block+`").textContent.includes(`+quote(c.card)+`)`)
		if got := eval[string](b, "document.activeElement?.value"); got != c.typed {
			t.Errorf("%s: the focus is on %q", c.block, got)
		}
	}
	b.shot("blocks-edited")
	b.visit(shop.url + "/bots/" + shop.ref.Bot + "/editor")
	for _, c := range cases {
		b.until(c.block+" after a reload", `document.getElementById("block-`+c.block+`").textContent.includes(`+quote(c.card)+`)`)
	}
}

// What does not fit is told beside its field, stays as typed, and keeps nothing else from being saved.
func TestWhatDoesNotFitIsNotLost(t *testing.T) {
	shop := newEditorShop(t, readBot(t, everyBlock))
	b := newTab(t)
	shop.open(b)
	b.begin()
	b.form("ask_text")
	b.fill("Najwięcej znaków", "dużo")
	b.see("Wpisz liczbę całkowitą")
	b.fill("Pytanie", "Jaki numer zamówienia?")
	b.until("the rest to be saved", `document.getElementById("block-ask_text").textContent.includes("zamówienia")`)
	if got := eval[string](b, `document.querySelector("[name=max]").value`); got != "dużo" {
		t.Errorf("the field holds %q", got)
	}
	b.accessible("a form with an error")
	b.fill("Najwięcej znaków", "30")
	b.gone("Wpisz liczbę całkowitą")
	if asked := shop.block("ask_text").(*flow.AskText); asked.Max != 30 || asked.Prompt != "Jaki numer zamówienia?" {
		t.Errorf("kept %+v", asked)
	}
}

func (s *editorShop) block(id string) flow.Block {
	s.Helper()
	for _, f := range s.draft().Bot.Flows {
		for _, n := range f.Nodes {
			for _, block := range n.Blocks {
				if block.Base().ID == id {
					return block
				}
			}
		}
	}
	s.Fatal("no block", id)
	return nil
}

// Choices are added, put in order and connected without a mouse on the canvas.
func TestChoicesAreEdited(t *testing.T) {
	shop := newEditorShop(t, readBot(t, everyBlock))
	b := newTab(t)
	shop.open(b)
	b.begin()
	b.form("ask_choice")
	b.click("button", "Dodaj odpowiedź")
	b.until("the focus in the new row", `document.activeElement?.name?.startsWith("label.")`)
	b.write("Reklamacja")
	b.until("the new choice on the card", `document.getElementById("block-ask_choice").textContent.includes("Reklamacja")`)
	b.click("button", "Przesuń wyżej: Odpowiedź 3")
	b.until("the new order on the card", `/Zwrot.*Reklamacja.*Dostawa/s.test(document.getElementById("block-ask_choice").textContent)`)
	eval[bool](b, `(() => { const select = document.querySelector("[name='exit.c1']"); select.value = "n3"; return select.dispatchEvent(new Event("change", { bubbles: true })) })()`)
	b.until("the edge", `document.querySelector("#block-ask_choice .exit[data-exit=c1].is-linked")`)
	if to := shop.block("ask_choice").Base().To("c1"); to != "n3" {
		t.Errorf("the edge leads to %q", to)
	}
	b.shot("choices-edited")
}

// The draft is tried beside the canvas, and the steps light up.
func TestTheDraftIsTried(t *testing.T) {
	shop := newEditorShop(t, shopBot(t))
	b := newTab(t)
	shop.open(b)
	b.click("button", "Wypróbuj")
	b.see("W czym mogę pomóc?")
	b.until("the first step to light up", `document.querySelector("#node-hello.is-running")`)
	b.click("button", "Chcę oddać rzecz")
	b.see("Na jaki adres odpisać?")
	b.until("the way through the bot to light up", `document.querySelector("#node-return.is-visited") && document.querySelector("#node-contact.is-running")`)
	b.fill("Adres e-mail", "ania@") // with Ctrl+A, which in the trial is not for the canvas
	if n := eval[int](b, `document.querySelectorAll(".node.is-selected").length`); n != 0 {
		t.Errorf("%d steps are selected", n)
	}
	b.accessible("a trial")
	b.shot("trial")
	b.click("button", "Zacznij od nowa")
	b.until("the beginning", `document.querySelector("#node-hello.is-running") && !document.querySelector("#node-return.is-visited")`)
}

// What is typed while the network is cut is saved when it is back.
func TestAFormWithoutANetwork(t *testing.T) {
	shop := newEditorShop(t, readBot(t, everyBlock))
	b := newTab(t)
	shop.open(b)
	b.begin()
	b.expect("htmx:error: Failed to fetch")
	b.offline(true)
	b.fill("Tekst", "Dzień dobry bez sieci.")
	b.see("Jeszcze niezapisane")
	b.offline(false)
	b.until("the card to follow", `document.getElementById("block-say_text").textContent.includes("bez sieci")`)
	b.gone("Jeszcze niezapisane")
	if said := shop.block("say_text").(*flow.SayText); said.Text != "Dzień dobry bez sieci." {
		t.Errorf("kept %q", said.Text)
	}
}
