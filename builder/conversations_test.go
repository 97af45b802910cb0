package builder

import (
	"bufio"
	"context"
	"crypto/sha256"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// talk stores a conversation in which the customer left a message.
func (h *house) talk(t *testing.T, id, words string) {
	t.Helper()
	if _, err := h.Store.Release(t.Context(), h.ref, 1); err != nil {
		_, err := h.Store.Publish(t.Context(), h.ref, store.Release{Bot: flow.Bot{
			Format: 1, Name: "Asystent", Language: "pl", Entries: []flow.Entry{{ID: "e1", Question: "Jak zwrócić?", Answer: "W 14 dni."}},
		}})
		must(t, err)
	}
	now := time.Now().UTC().Truncate(time.Millisecond)
	turn := store.Turn{
		Conversation: store.Conversation{ID: id, Bot: h.ref.Bot, Release: 1, Who: "bot", Started: now, Last: now, Seq: 3, Written: 1, Preview: words, Email: "jan@poczta.pl"},
		Events: []store.Event{
			{Seq: 1, At: now, From: "bot", Kind: "text", Text: "Dzień **dobry**"},
			{Seq: 2, At: now, From: "visitor", Kind: "text", Text: words, Understanding: &engine.Understanding{Outcome: "answer", Entries: []engine.Match{{Entry: "e1", Confidence: .91}}}},
			{Seq: 3, At: now, From: "system", Kind: "left"},
		},
		Case: &store.Case{Bot: h.ref.Bot, Conversation: id, At: now, Email: "jan@poczta.pl", Text: "Proszę o telefon <b>dziś</b>"},
	}
	_, err := h.Store.StartConversation(t.Context(), h.ref, sha256.Sum256([]byte(id)), turn)
	must(t, err)
}

func TestAConversationIsListedReadAndSearched(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.talk(t, "c1", "chcę oddać buty <script>x()</script>")
	v := h.owner(t)
	page := text(t, v.do(t, "GET", "/conversations", nil))
	for _, want := range []string{"jan@poczta.pl", "Czeka na odpowiedź", "chcę oddać buty &lt;script&gt;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list lacks %q", want)
		}
	}
	page = text(t, v.do(t, "GET", "/conversations/"+h.ref.Bot+"/c1", nil))
	for _, want := range []string{"Dzień <strong>dobry</strong>", "Jak zwrócić?", "91 %", "Wiadomość nr 1", "telefon &lt;b&gt;dziś"} {
		if !strings.Contains(page, want) {
			t.Errorf("the thread lacks %q", want)
		}
	}
	for query, found := range map[string]bool{"q=oddac": true, "q=rower": false, "day=2020-01-01": false, "left=1": true, "day=odd": true} {
		list := text(t, v.do(t, "GET", "/conversations/list?"+query, nil))
		if strings.Contains(list, "jan@poczta.pl") != found {
			t.Errorf("%s: found is not %v", query, found)
		}
	}
	if status := v.do(t, "GET", "/conversations/"+h.ref.Bot+"/nobody", nil).StatusCode; status != http.StatusNotFound {
		t.Errorf("a conversation that is not there: %d", status)
	}
}

func TestALeftMessageIsDoneAndOpenAgain(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.talk(t, "c1", "halo")
	v := h.owner(t)
	for _, step := range []struct{ path, status string }{{"/cases/1/done", "done"}, {"/cases/1/reopen", "new"}} {
		if status := v.do(t, "POST", step.path, url.Values{}).StatusCode; status != http.StatusSeeOther {
			t.Errorf("%s: %d", step.path, status)
		}
		c, err := h.Store.Case(t.Context(), h.ref.Shop, 1)
		must(t, err)
		if c.Status != step.status {
			t.Errorf("%s: %s", step.path, c.Status)
		}
	}
	if status := v.do(t, "POST", "/cases/9/done", url.Values{}).StatusCode; status != http.StatusNotFound {
		t.Errorf("a message that is not there: %d", status)
	}
}

func TestTheStreamTellsNewsAndEndsWithTheSignIn(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	v := h.owner(t)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, "GET", v.url+"/conversations/stream", nil)
	must(t, err)
	answer, err := v.Do(r)
	must(t, err)
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	heard := false
	for lines.Scan() {
		switch line := lines.Text(); {
		case line == ": open":
			h.Hub.Publish(hub.Shop(h.ref.Shop), hub.News{Bot: h.ref, Conversation: "c1"})
		case line == "event: conversation":
			heard = true
			v.do(t, "POST", "/sign-out", url.Values{})
		}
	}
	if !heard || ctx.Err() != nil {
		t.Errorf("heard %v, %v: a revoked sign-in must end its stream", heard, ctx.Err())
	}
}

func TestAnOldReleaseComesBackIntoTheDraft(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	old := flow.Bot{Format: 1, Name: "Stary", Language: "pl", Entries: []flow.Entry{{ID: "e1", Question: "Kiedy?", Answer: "Jutro."}}}
	_, err := h.Store.Publish(t.Context(), h.ref, store.Release{Bot: old, Email: "owner@sklep.pl"})
	must(t, err)
	v := h.owner(t)
	if page := text(t, v.do(t, "GET", "/bots/"+h.ref.Bot+"/releases", nil)); !strings.Contains(page, "Wydanie 1") || !strings.Contains(page, "owner@sklep.pl") {
		t.Error("the list does not tell who published")
	}
	v.do(t, "POST", "/bots/"+h.ref.Bot+"/releases/1/restore", url.Values{})
	bot, _, err := h.Store.DraftBot(t.Context(), h.ref)
	must(t, err)
	if bot.Name != "Stary" || len(bot.Entries) != 1 || bot.Entries[0].Question != "Kiedy?" {
		t.Errorf("the draft is %+v", bot)
	}
}

func TestTheSnippetIsOneLineWithAWayWithoutScript(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	page := text(t, h.owner(t).do(t, "GET", "/bots/"+h.ref.Bot+"/embed", nil))
	for _, want := range []string{"/widget.js?bot=" + h.ref.Bot, "&lt;noscript&gt;", "/demo/" + h.ref.Bot, "Bot jest jeszcze szkicem"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestAStatementShowsItsKindAndItsDay(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.talk(t, "c1", "reklamuję buty")
	left, err := h.Store.Case(t.Context(), h.ref.Shop, 1)
	must(t, err)
	v := h.owner(t)
	for name, due := range map[string]time.Time{"termin odpowiedzi minął": time.Now().AddDate(0, 0, -2), "termin odpowiedzi ": time.Now().AddDate(0, 0, 10)} {
		left.Kind, left.Order, left.Due = "complaint", "10234", due
		must(t, h.Store.SaveCase(t.Context(), h.ref.Shop, left))
		for _, path := range []string{"/conversations", "/conversations/" + h.ref.Bot + "/c1"} {
			if page := text(t, v.do(t, "GET", path, nil)); !strings.Contains(page, name) || !strings.Contains(page, "Reklamacja") {
				t.Errorf("%s lacks %q", path, name)
			}
		}
	}
	if page := text(t, v.do(t, "GET", "/conversations/"+h.ref.Bot+"/c1", nil)); !strings.Contains(page, "Reklamacja, sprawa nr 1") || !strings.Contains(page, "Zamówienie 10234") {
		t.Error("the card lacks its title or the order")
	}
}
