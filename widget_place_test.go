package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"okienko/assets"
	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// chatPlace is where a widget story plays: the customers' half of the product with a published bot,
// and a wire to it that can be spoiled.
type chatPlace struct {
	*wire
	bot     string
	snippet string
}

func newPlace(t *testing.T, change ...func(*flow.Bot)) *chatPlace {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	events := hub.New()
	host := runtime.New(runtime.Config{Store: s, Hub: events, Limits: runtime.Limits{
		Starts: runtime.Unlimited, Messages: runtime.Unlimited, Talk: runtime.Unlimited, Reads: runtime.Unlimited,
	}})
	t.Cleanup(host.Close)
	bot := woolBot()
	for _, f := range change {
		f(&bot)
	}
	ref, err := s.CreateShop(t.Context(), store.Shop{Name: "Sklep Wełna", Language: "pl"},
		store.User{Email: "ania@sklep.pl", Role: store.Owner}, store.Bot{Name: bot.Name}, bot)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(t.Context(), ref, store.Release{Bot: bot}); err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/static/", assets.Handler())
	mux.Handle("/", host)
	server := httptest.NewServer(mux)
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	w := spliced(t, server.URL)
	return &chatPlace{w, ref.Bot, fmt.Sprintf(`<script async src="%s/widget.js?bot=%s"></script>`, w.URL, ref.Bot)}
}

// woolBot asks what it is about, knows returns, and notes whatever else is written.
func woolBot() flow.Bot {
	const returns = "Masz **14 dni** na zwrot, licząc od odbioru paczki. Jak to zrobić:\n\n" +
		"1. Wypełnij [formularz zwrotu](https://sklep.example/zwrot)\n2. Spakuj buty w pudełko\n3. Nadaj w paczkomacie"
	id := func(id string, exits ...flow.Exit) flow.Core { return flow.Core{ID: id, Exits: exits} }
	return flow.Bot{
		Format: flow.Format, Name: "Wełna", Language: "pl",
		Look:     flow.Look{Name: "Asystentka Hania", Color: "#7a3b69", Side: "right"},
		Settings: flow.Settings{PrivacyURL: "https://sklep.example/prywatnosc"},
		Flows: []flow.Flow{{ID: "f", Name: "Główny", Start: "hello", Nodes: []flow.Node{
			{ID: "hello", Title: "Powitanie", Blocks: flow.Blocks{
				&flow.SayText{Core: id("b1"), Text: "Dzień dobry. Jestem automatycznym asystentem sklepu Wełna."},
				&flow.Wait{Core: id("b2"), Millis: 300},
				&flow.AskChoice{
					Core: id("b3", flow.Exit{ID: "c2", To: "returns"}, flow.Exit{ID: "other", To: "notes"}, flow.Exit{ID: "failed", To: "notes"}),
					Choices: []flow.Choice{
						{ID: "c1", Label: "Gdzie jest moja paczka"}, {ID: "c2", Label: "Zwrot"}, {ID: "c3", Label: "Dostawa i płatność"},
					},
					Question: flow.Question{Prompt: "W czym mogę pomóc?"},
				},
			}},
			{ID: "returns", Title: "Zwrot", Next: "notes", Blocks: flow.Blocks{
				&flow.SayText{Core: id("b4"), Text: returns},
				&flow.Wait{Core: id("b5"), Millis: 500},
				&flow.AskEmail{Core: id("b6"), Question: flow.Question{Prompt: "Podaj e-mail, na który przyszło zamówienie."}},
			}},
			{ID: "notes", Title: "Notatki", Next: "notes", Blocks: flow.Blocks{
				&flow.AskText{Core: id("b7"), Question: flow.Question{Prompt: "Zanotowane. Coś jeszcze?"}},
			}},
		}}},
	}
}

// hosted is the address of the chat as a page of its own.
func (p *chatPlace) hosted() string { return p.URL + "/c/" + p.bot }

// opened is a tab on a shop's page with the window open and the bot's first question in it.
func (p *chatPlace) opened(t *testing.T) *tab {
	t.Helper()
	b := newTab(t)
	b.visit(shop(t, p.snippet, "", ""))
	b.click("button", "Zapytaj")
	b.see("W czym mogę pomóc?")
	return b
}

// message writes and sends.
func (b *tab) message(text string) {
	b.Helper()
	b.click("textbox", "")
	b.write(text)
	b.click("button", "Wyślij")
}

// settled waits until the customer has as many confirmed messages and each was answered.
func (b *tab) settled(messages int) {
	b.Helper()
	b.until("all messages to be sent and answered", fmt.Sprintf(`deepAll('[data-from="visitor"]').length === %d &&
		!deep('[data-state="sending"], [data-state="waiting"]') && deep(".rows > .message:last-of-type, .rows").lastElementChild.dataset.from !== "visitor"`, messages))
}

// bubbles counts the messages on the screen that say exactly this.
func (b *tab) bubbles(text string) int {
	b.Helper()
	return eval[int](b, "deepAll('.bubble').filter((one) => one.textContent.trim() === "+quote(text)+").length")
}

// The sizes that a shop's page pays: the bubble before the customer asks for it, and all with the window open.
func TestWidgetIsSmall(t *testing.T) {
	bubble, window := len(assets.Compressed("loader.js")), len(assets.Compressed("panel.js"))
	t.Logf("bubble %d bytes, window %d bytes (brotli)", bubble, window)
	if bubble > 3600 { // the rest of 4,000 is for the look, which the server writes into it
		t.Errorf("the bubble is %d bytes", bubble)
	}
	if bubble+window > 20_000 {
		t.Errorf("bubble and window are %d bytes", bubble+window)
	}
}
