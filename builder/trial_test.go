package builder

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/store"
)

type trialAnswer struct {
	Token  string       `json:"token"`
	Events []trialEvent `json:"events"`
	Error  struct {
		Code string `json:"code"`
	} `json:"error"`
}

// say posts JSON, as the panel does.
func (v *visitor) say(t *testing.T, path, token, body string) (int, trialAnswer) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, v.url+path, strings.NewReader(body))
	must(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := v.Do(r)
	must(t, err)
	defer answer.Body.Close()
	var got trialAnswer
	must(t, json.NewDecoder(answer.Body).Decode(&got))
	return answer.StatusCode, got
}

func TestATrialTalksToTheDraft(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	must(t, h.Store.SaveEntries(t.Context(), h.ref, []store.EntryRecord{{Entry: flow.Entry{
		ID: "e1", Question: "Ile kosztuje dostawa?", Phrases: []string{"koszt wysyłki", "cena dostawy"}, Answer: "Dostawa kosztuje **12 zł**.",
	}}}))
	status, begun := owner.say(t, base+"/trial/conversations", "", `{}`)
	if status != http.StatusCreated || begun.Token == "" || len(begun.Events) == 0 {
		t.Fatalf("got %d %+v", status, begun)
	}
	last := begun.Events[len(begun.Events)-1]
	if last.Kind != "ask" || last.Node != "n1" || strings.Join(last.Path, " ") != "n1" || len(last.Choices) != 2 {
		t.Errorf("got %+v", last)
	}
	status, answer := owner.say(t, base+"/trial/messages", begun.Token, `{"id":"m1","text":"ile kosztuje dostawa"}`)
	if status != http.StatusOK || len(answer.Events) < 2 {
		t.Fatalf("got %d %+v", status, answer)
	}
	if got := answer.Events[0].Understood; !strings.HasPrefix(got, "„Ile kosztuje dostawa?” (") && !strings.HasPrefix(got, "odpowiedź „Dostawa”") {
		t.Errorf("understood %q", got)
	}
	_, again := owner.say(t, base+"/trial/messages", begun.Token, `{"id":"m1","text":"ile kosztuje dostawa"}`)
	if len(again.Events) != len(answer.Events) || again.Events[0].Seq != answer.Events[0].Seq {
		t.Error("a retry was heard twice")
	}
	rated := func(id, thumb string) []trialEvent {
		t.Helper()
		for _, e := range answer.Events {
			if e.Entry == "e1" {
				_, told := owner.say(t, base+"/trial/messages", begun.Token, fmt.Sprintf(`{"id":%q,"of":%d,"thumb":%s}`, id, e.Seq, thumb))
				return told.Events
			}
		}
		return nil
	}
	if up, down := rated("m2", "1"), rated("m3", "-1"); len(up) != 1 || len(down) != 2 || down[0].Thumb != -1 || down[1].Kind != "ask" {
		t.Errorf("a thumb up was answered with %+v, one down with %+v", up, down)
	}
	if kept, _, err := h.Store.Conversations(t.Context(), h.ref.Shop, store.Filter{Bot: h.ref.Bot, Limit: 10}); err != nil || len(kept) != 0 {
		t.Errorf("a trial was kept: %v %v", kept, err)
	}
}

func TestATrialFromAStep(t *testing.T) {
	t.Parallel()
	_, owner, base := editing(t)
	_, begun := owner.say(t, base+"/trial/from/n2/conversations", "", `{}`)
	for _, e := range begun.Events {
		if e.Node == "n1" {
			t.Errorf("it began at the beginning: %+v", e)
		}
	}
}

func TestATrialIsItsOwnersAlone(t *testing.T) {
	t.Parallel()
	h, owner, base := editing(t)
	_, begun := owner.say(t, base+"/trial/conversations", "", `{}`)
	other := h.signedIn(t, h.join(t, store.Editor))
	if status, _ := other.say(t, base+"/trial/messages", begun.Token, `{"id":"m1","text":"hej"}`); status != http.StatusNotFound {
		t.Errorf("somebody else's trial answered %d", status)
	}
	for _, body := range []string{`{"id":"m1"`, `[]`, `{"id":"m1","text":"a","choice":"b"}`, `{"id":"m1","tekst":"a"}`, `{"id":1}`} {
		if status, _ := owner.say(t, base+"/trial/messages", begun.Token, body); status != http.StatusUnprocessableEntity {
			t.Errorf("%s answered %d", body, status)
		}
	}
}

func TestTrialsAreFew(t *testing.T) {
	t.Parallel()
	var ts trials
	of := store.BotRef{Shop: "s", Bot: "b"}
	first, second := ts.begin("u", of), ts.begin("u", of)
	ts.find(first.token, "u", of)
	for range maxTrials - 1 {
		ts.begin("u", of)
	}
	if ts.find(first.token, "u", of) == nil || ts.find(second.token, "u", of) != nil || len(ts.list) != maxTrials {
		t.Error("not the trial left alone for longest went")
	}
	for range maxTrialEvents {
		first.keep([]store.Event{{Kind: "text"}, {Kind: "text"}})
	}
	if len(first.events) != maxTrialEvents || len(first.after(first.seq-1)) != 1 {
		t.Errorf("%d events kept", len(first.events))
	}
}

func TestThePathOfATurn(t *testing.T) {
	t.Parallel()
	events := make([]trialEvent, 4)
	for i, node := range []string{"", "n1", "n3", ""} {
		events[i].Node = node
	}
	layPath(events, []string{"n1", "n2", "n3", "n4"})
	var got bytes.Buffer
	for _, e := range events {
		got.WriteString(strings.Join(e.Path, "") + "|")
	}
	if got.String() != "|n1|n1n2n3|n1n2n3n4|" {
		t.Errorf("got %s", got.String())
	}
}
