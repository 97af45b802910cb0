package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"

	"okienko/builder"
	"okienko/builder/auth"
	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
	"okienko/views/gallery"
)

// editorShop is a shop whose owner is signed in, for the stories of the editor.
type editorShop struct {
	*testing.T
	store  *store.Store
	ref    store.BotRef
	url    string
	cookie *http.Cookie
}

// newEditorShop serves the owner's half with one bot.
func newEditorShop(t *testing.T, bot flow.Bot) *editorShop {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	shop := &editorShop{T: t, store: s}
	shop.ref, err = s.CreateShop(ctx, store.Shop{Name: "Sklep Ani", Language: "pl"},
		store.User{Email: "ania@example.com", Role: store.Owner, Language: "pl"}, store.Bot{Name: bot.Name}, bot)
	if err != nil {
		t.Fatal(err)
	}
	handler := shop.builder()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	t.Cleanup(handler.Stop)
	shop.url = server.URL
	shop.cookie = shop.signIn()
	return shop
}

func (s *editorShop) builder() *builder.Builder {
	s.Helper()
	news := hub.New()
	host := runtime.New(runtime.Config{Store: s.store, Hub: news})
	s.Cleanup(host.Close)
	b, err := builder.New(builder.Config{Store: s.store, Host: host, Hub: news, PublicURL: "http://localhost", Gallery: gallery.Handler()})
	if err != nil {
		s.Fatal(err)
	}
	return b
}

// signIn begins a session as the sign-in page would, without the second that a password takes.
func (s *editorShop) signIn() *http.Cookie {
	s.Helper()
	users, err := s.store.Users(context.Background(), s.ref.Shop)
	if err != nil || len(users) == 0 {
		s.Fatal("no user", err)
	}
	sessions := &auth.Sessions{Store: s.store, Now: time.Now, Secure: func(*http.Request) bool { return false }}
	answer := httptest.NewRecorder()
	if err := sessions.Begin(answer, httptest.NewRequest("GET", s.url+"/", nil), users[0]); err != nil {
		s.Fatal(err)
	}
	return answer.Result().Cookies()[0]
}

// open opens the editor in a tab.
func (s *editorShop) open(b *tab) {
	s.Helper()
	call(b, network.SetCookie, network.SetCookieParams{Name: s.cookie.Name, Value: s.cookie.Value, URL: s.url})
	b.visit(s.url + "/bots/" + s.ref.Bot + "/editor")
	b.until("the editor to start", `document.querySelector("#editor[data-ready]")`)
}

// draft is what is stored.
func (s *editorShop) draft() store.Draft {
	s.Helper()
	draft, err := s.store.Draft(context.Background(), s.ref)
	if err != nil {
		s.Fatal(err)
	}
	return draft
}

// shopBot is a small bot of a shop, as a template would make it.
func shopBot(t *testing.T) flow.Bot {
	t.Helper()
	return readBot(t, `{"format": 1, "name": "Asystent sklepu", "language": "pl", "settings": {"patience": 3}, "look": {"name": "Okienko", "color": "#1f7a9c", "side": "right"},
	"variables": [{"name": "numer", "type": "text", "scope": "conversation"}, {"name": "email", "type": "email", "scope": "contact"}],
	"flows": [{"id": "main", "name": "Główny", "start": "hello", "nodes": [
	{"id": "hello", "title": "Powitanie", "_canvas": {"x": 0, "y": 0}, "blocks": [
		{"type": "say_text", "id": "b1", "text": "Dzień dobry, tu **automatyczny asystent** sklepu. Pomogę w dostawie, zwrotach i reklamacjach."},
		{"type": "ask_choice", "id": "b2", "prompt": "W czym mogę pomóc?", "choices": [{"id": "c1", "label": "Gdzie jest paczka"}, {"id": "c2", "label": "Chcę oddać rzecz"}, {"id": "c3", "label": "Mam pytanie"}],
		 "exits": [{"id": "c1", "to": "parcel"}, {"id": "c2", "to": "return"}, {"id": "other", "to": "faq"}]}]},
	{"id": "parcel", "title": "Paczka", "_canvas": {"x": 384, "y": -120}, "blocks": [
		{"type": "ask_text", "id": "b3", "prompt": "Podaj numer zamówienia, sprawdzę.", "variable": "numer"},
		{"type": "decide", "id": "b4", "branches": [{"id": "r1", "label": "Jest numer", "rules": [{"variable": "numer", "operator": "set"}]}], "exits": [{"id": "r1", "to": "contact"}]}], "next": "faq"},
	{"id": "return", "title": "Zwrot", "_canvas": {"x": 384, "y": 264}, "blocks": [
		{"type": "say_text", "id": "b5", "text": "Na zwrot masz 14 dni od dnia, w którym paczka dotarła. Numer {{numer ?? z potwierdzenia}} wystarczy."},
		{"type": "wait", "id": "b6", "millis": 1500}], "next": "contact"},
	{"id": "faq", "title": "Pytania", "_canvas": {"x": 768, "y": -200}, "blocks": [{"type": "answer_faq", "id": "b7", "prompt": "O co chcesz zapytać?", "exits": [{"id": "unknown", "to": "contact"}]}], "next": "hello"},
	{"id": "contact", "title": "Zostaw wiadomość", "_canvas": {"x": 768, "y": 216}, "blocks": [
		{"type": "ask_email", "id": "b8", "prompt": "Na jaki adres odpisać?", "variable": "email"},
		{"type": "hand_over", "id": "b9", "text": "Przekażę to komuś ze sklepu."}], "next": "bye"},
	{"id": "bye", "title": "Pożegnanie", "_canvas": {"x": 1152, "y": 216}, "blocks": [{"type": "end", "id": "b10", "text": "Miłego dnia."}]}
	]}]}`)
}

// wideBot has as many nodes as asked for, in rows of 25, each with a choice that leads on.
func wideBot(t *testing.T, count int) flow.Bot {
	t.Helper()
	nodes := make([]map[string]any, count)
	for i := range nodes {
		next, far := fmt.Sprintf("n%d", (i+1)%count), fmt.Sprintf("n%d", (i+7)%count)
		nodes[i] = map[string]any{"id": fmt.Sprintf("n%d", i), "title": fmt.Sprintf("Krok %d", i+1), "next": next,
			"_canvas": map[string]int{"x": i % 25 * 384, "y": i / 25 * 352},
			"blocks": []map[string]any{
				{"type": "say_text", "id": fmt.Sprintf("s%d", i), "text": "Dzień dobry, w czym pomóc?"},
				{"type": "ask_choice", "id": fmt.Sprintf("a%d", i), "prompt": "Co dalej?", "choices": []map[string]string{{"id": "c1", "label": "Dalej"}, {"id": "c2", "label": "Gdzie indziej"}},
					"exits": []map[string]string{{"id": "c2", "to": far}}}}}
	}
	raw, err := json.Marshal(map[string]any{"format": 1, "name": "Duży bot", "language": "pl", "settings": map[string]any{"patience": 3},
		"look": map[string]string{"name": "Okienko", "color": "#1f7a9c", "side": "right"}, "flows": []any{map[string]any{"id": "main", "name": "Główny", "start": "n0", "nodes": nodes}}})
	if err != nil {
		t.Fatal(err)
	}
	return readBot(t, string(raw))
}

func readBot(t *testing.T, raw string) flow.Bot {
	t.Helper()
	var bot flow.Bot
	if err := json.Unmarshal([]byte(raw), &bot); err != nil {
		t.Fatal(err)
	}
	return bot
}
