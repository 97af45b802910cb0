package runtime_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"okienko/runtime"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// shop is a shop with a published bot behind real HTTP.
type shop struct {
	*httptest.Server
	t     testing.TB
	dir   string
	clock *clock
	store *store.Store
	hub   *hub.Hub
	host  *runtime.Host
	ref   store.BotRef
}

// clock is a clock that stands still until it is moved.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	every time.Duration // by which each look at it moves it
}

func (c *clock) read() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(c.every)
	return c.now
}

func (c *clock) tick(every time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.every = every
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

var unlimited = runtime.Limits{
	Starts: runtime.Unlimited, Messages: runtime.Unlimited, Talk: runtime.Unlimited, Reads: runtime.Unlimited,
}

// open founds a shop with a bot that is live.
func open(t testing.TB, change ...func(*flow.Bot)) *shop {
	t.Helper()
	return openWith(t, store.Options{}, unlimited, change...)
}

func openWith(t testing.TB, options store.Options, limits runtime.Limits, change ...func(*flow.Bot)) *shop {
	t.Helper()
	s := &shop{t: t, dir: t.TempDir(), clock: &clock{now: time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)}}
	s.start(options, limits)
	bot := potteryBot()
	for _, f := range change {
		f(&bot)
	}
	ref, err := s.store.CreateShop(t.Context(), store.Shop{Name: "Glina i Lipa", Language: "pl"},
		store.User{Email: "ania@sklep.pl", Role: store.Owner}, store.Bot{Name: bot.Name}, bot)
	must(t, err)
	s.ref = ref
	s.publish(bot)
	return s
}

func (s *shop) start(options store.Options, limits runtime.Limits) {
	s.t.Helper()
	options.Now = s.clock.read
	kept, err := store.Open(s.t.Context(), s.dir, options)
	must(s.t, err)
	s.store, s.hub = kept, hub.New()
	s.host = runtime.New(runtime.Config{Store: kept, Hub: s.hub, Now: s.clock.read, DataDir: s.dir, Limits: limits})
	s.Server = httptest.NewServer(s.host)
	var once sync.Once
	s.t.Cleanup(func() { once.Do(s.stop) })
}

func (s *shop) stop() {
	s.host.Close()
	s.Server.Close()
	if err := s.store.Close(); err != nil && !strings.Contains(err.Error(), "closed") {
		s.t.Error(err)
	}
}

// restart ends the server and starts another on the same folder.
func (s *shop) restart(options store.Options) {
	s.t.Helper()
	s.stop()
	s.start(options, unlimited)
}

func (s *shop) publish(bot flow.Bot) {
	s.t.Helper()
	_, err := s.store.Publish(s.t.Context(), s.ref, store.Release{Bot: bot})
	must(s.t, err)
	must(s.t, s.host.Published(s.t.Context(), s.ref))
}

func (s *shop) path(rest string) string { return s.URL + "/w/v1/" + s.ref.Bot + rest }

// reply is an answer of the API with everything it may hold.
type reply struct {
	Status       int             `json:"-"`
	Header       http.Header     `json:"-"`
	Body         string          `json:"-"`
	Token        string          `json:"token"`
	Conversation string          `json:"conversation"`
	Events       []runtime.Event `json:"events"`
	Error        struct {
		Code, Message, Field string
	} `json:"error"`
}

func (s *shop) send(method, path, token, body string, headers ...string) reply {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), method, s.path(path), strings.NewReader(body))
	must(s.t, err)
	request.Header.Set("Accept", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(request)
	must(s.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(s.t, err)
	r := reply{Status: answer.StatusCode, Header: answer.Header, Body: string(text)}
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "application/json") {
		must(s.t, json.NewDecoder(bytes.NewReader(text)).Decode(&r))
	}
	return r
}

func (s *shop) begin() reply {
	s.t.Helper()
	r := s.send("POST", "/conversations", "", "{}")
	equal(s.t, r.Status, http.StatusCreated)
	return r
}

// say sends a message as JSON members, e.g. `"text": "hej"`.
func (s *shop) say(token, id, members string) reply {
	s.t.Helper()
	return s.send("POST", "/messages", token, fmt.Sprintf(`{"id": %q, %s}`, id, members))
}

// said is what happened, one line an event.
func said(events []runtime.Event) string {
	var lines []string
	for _, e := range events {
		line := fmt.Sprintf("%d %s %s", e.Seq, e.From, e.Kind)
		for _, extra := range []string{e.Choice, e.Input, e.Text} {
			if extra != "" {
				line += " " + extra
			}
		}
		for _, c := range e.Choices {
			line += " [" + c.Label + "]"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func potteryBot() flow.Bot {
	ask := flow.Question{Prompt: "W czym pomóc?", SilenceAfter: 60, SilenceText: "Jestem tu, gdyby coś."}
	return flow.Bot{
		Format: flow.Format, Name: "Lipka", Language: "pl",
		Look: flow.Look{Name: "Lipka", Color: "#8a4b2a", Side: "right"},
		Flows: []flow.Flow{{ID: "f1", Name: "Główny", Start: "n1", Nodes: []flow.Node{
			{ID: "n1", Title: "Powitanie", Blocks: flow.Blocks{
				&flow.SayText{Core: flow.Core{ID: "b1"}, Text: "Dzień dobry, jestem **automatycznym asystentem** sklepu."},
				&flow.AskChoice{
					Core:     flow.Core{ID: "b2", Exits: []flow.Exit{{ID: "c1", To: "n2"}, {ID: "c2", To: "n3"}}},
					Question: ask,
					Choices:  []flow.Choice{{ID: "c1", Label: "Zwrot"}, {ID: "c2", Label: "Zostaw wiadomość"}},
				},
			}},
			{ID: "n2", Title: "Zwrot", Next: "n1", Blocks: flow.Blocks{
				&flow.SayText{Core: flow.Core{ID: "b3"}, Text: "Masz 30 dni. [Regulamin](https://sklep.pl/regulamin)"},
			}},
			{ID: "n3", Title: "Wiadomość", Blocks: flow.Blocks{
				&flow.HandOver{Core: flow.Core{ID: "b4"}, Text: "Przekażę.", Ask: "Napisz, o co chodzi.", AskEmail: "Na jaki adres odpisać?", Done: "Przekazane."},
			}},
		}}},
		Entries: []flow.Entry{
			{ID: "zwrot", Question: "Ile mam czasu na zwrot?", Phrases: []string{"W ciągu ilu dni mogę oddać towar?"}, Answer: "Na zwrot masz **30 dni**."},
			{ID: "dostawa", Question: "Ile kosztuje dostawa?", Answer: "Dostawa kosztuje 12,99 zł."},
			{ID: "platnosc", Question: "Jak mogę zapłacić?", Answer: "Kartą albo BLIKIEM."},
		},
	}
}
