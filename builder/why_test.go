package builder

import (
	"crypto/sha256"
	"net/http"
	"strings"
	"testing"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// rated stores a conversation in which an answer did not help and another text was not understood.
func (h *house) rated(t *testing.T) (path string) {
	t.Helper()
	bot := flow.Bot{Format: 1, Name: "Asystent", Language: "pl", Entries: []flow.Entry{
		{ID: "cost", Question: "Ile kosztuje dostawa?", Answer: "12 zł."}, {ID: "time", Question: "Ile trwa dostawa?", Answer: "Dwa dni."},
	}}
	_, err := h.Store.Publish(t.Context(), h.ref, store.Release{Bot: bot})
	must(t, err)
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{{Entry: bot.Entries[0]}}))
	now := time.Now().UTC().Truncate(time.Millisecond)
	heard := func(outcome string, entries ...engine.Match) *engine.Understanding {
		return &engine.Understanding{Outcome: outcome, Entries: entries}
	}
	human := &engine.Ask{Input: "text", Choices: []engine.Choice{{ID: flow.HumanNode, Label: "Człowiek"}}}
	_, err = h.Store.StartConversation(t.Context(), h.ref, sha256.Sum256([]byte("c1")), store.Turn{
		Conversation: store.Conversation{ID: "c1", Release: 1, Who: "bot", Started: now, Last: now},
		Events: []store.Event{
			{At: now, From: "bot", Kind: "text", Text: "Dzień dobry"},
			{At: now, From: "visitor", Kind: "text", Text: "ile kosztuje dostawa 601202303", Understanding: heard("answer", engine.Match{Entry: "cost", Confidence: .9})},
			{At: now, From: "bot", Kind: "text", Text: "12 zł.", Entry: "cost"},
			{At: now, From: "visitor", Kind: "thumb", Of: 3, Thumb: -1},
			{At: now, From: "visitor", Kind: "text", Text: "żyrafy na sprężynach", Understanding: heard("unknown")},
			{At: now, From: "bot", Kind: "ask", Text: "Tego nie wiem.", Ask: human},
			{At: now, From: "visitor", Kind: "choice", Choice: flow.HumanNode, Text: "Człowiek"},
			{At: now, From: "bot", Kind: "ask", Text: "Napisz.", Ask: human},
		},
	})
	must(t, err)
	return "/conversations/" + h.ref.Bot + "/c1"
}

func TestAnAnswerIsExplained(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	path := h.rated(t)
	v := h.owner(t)
	page := text(t, v.do(t, "GET", path, nil))
	if strings.Count(page, "Dlaczego ta odpowiedź") != 2 || strings.Count(page, "Klient: nie pomogło") != 1 {
		t.Errorf("the thread explains and rates otherwise:\n%s", page)
	}
	for seq, wants := range map[string][]string{
		"3": {"sięga progu odpowiedzi", "Ile kosztuje dostawa?", "/entries/cost?phrase=ile&#43;kosztuje&#43;dostawa\""},
		"6": {"/entries/new?question=%C5%BCyrafy&#43;na&#43;spr%C4%99%C5%BCynach"},
	} {
		page := text(t, v.do(t, "GET", path+"/why/"+seq, nil))
		for _, want := range wants {
			if !strings.Contains(page, want) && !strings.Contains(page, strings.ReplaceAll(want, "&#43;", "+")) {
				t.Errorf("why %s lacks %q:\n%s", seq, want, page)
			}
		}
		if !strings.Contains(page, "<details class=\"why disclosure\" open") {
			t.Errorf("why %s is not open", seq)
		}
	}
	for _, seq := range []string{"1", "2", "8", "99", "x"} {
		if status := v.do(t, "GET", path+"/why/"+seq, nil).StatusCode; status != http.StatusNotFound {
			t.Errorf("why %s: %d", seq, status)
		}
	}
	if lines := text(t, v.do(t, "GET", path+"/events?after=3", nil)); !strings.Contains(lines, `id="event-3"`) || strings.Contains(lines, `id="event-2"`) {
		t.Error("an answer that was rated since does not come again, or others do")
	}
}

func TestAPhrasingArrivesInTheForm(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.rated(t)
	v := h.owner(t)
	page := text(t, v.do(t, "GET", "/bots/"+h.ref.Bot+"/entries/cost?phrase=po+ile+kurier", nil))
	if !strings.Contains(page, "po ile kurier") || !strings.Contains(page, "Sformułowanie jest dopisane") {
		t.Error("the phrasing is not in the form")
	}
	page = text(t, v.do(t, "GET", "/bots/"+h.ref.Bot+"/entries/cost?phrase=ILE+kosztuje+dostawa%3F", nil))
	if strings.Contains(page, "Sformułowanie jest dopisane") {
		t.Error("a phrasing that is there came again")
	}
}
