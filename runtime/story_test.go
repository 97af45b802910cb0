package runtime_test

import (
	"net/http"
	"strings"
	"testing"

	"okienko/runtime/store"
)

func TestACustomerIsAnswered(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	equal(t, said(begun.Events), "1 bot text Dzień dobry, jestem automatycznym asystentem sklepu.\n"+
		"2 bot ask choice W czym pomóc? [Zwrot] [Zostaw wiadomość]")

	chosen := s.say(begun.Token, "m1", `"choice": "c1"`)
	equal(t, chosen.Status, http.StatusOK)
	if !strings.HasPrefix(said(chosen.Events), "4 visitor choice c1 Zwrot\n5 bot text Masz 30 dni. Regulamin\n") {
		t.Errorf("got\n%s", said(chosen.Events))
	}
	equal(t, chosen.Events[0].ID, "m1")

	asked := s.say(begun.Token, "m2", `"text": "ile mam czasu na zwrot??"`)
	if !strings.Contains(said(asked.Events), "Na zwrot masz 30 dni.") {
		t.Errorf("got\n%s", said(asked.Events))
	}
	unknown := s.say(begun.Token, "m3", `"text": "czy macie żyrafy na sprężynach"`)
	if !strings.Contains(said(unknown.Events), "bot ask") {
		t.Errorf("got\n%s", said(unknown.Events))
	}

	s.say(begun.Token, "m4", `"choice": "c2"`)
	s.say(begun.Token, "m5", `"text": "Czekam na paczkę od tygodnia."`)
	left := s.say(begun.Token, "m6", `"text": "ola@przyklad.pl"`)
	if !strings.Contains(said(left.Events), "system left") {
		t.Errorf("got\n%s", said(left.Events))
	}
	cases, err := s.store.Cases(t.Context(), s.ref.Shop, "new")
	must(t, err)
	equal(t, len(cases), 1)
	equal(t, cases[0].Email, "ola@przyklad.pl")
	equal(t, cases[0].Text, "Czekam na paczkę od tygodnia.")

	c, err := s.store.Conversation(t.Context(), s.ref, begun.Conversation)
	must(t, err)
	equal(t, c.Written, 6)
	equal(t, c.Preview, "ola@przyklad.pl")
	equal(t, c.Email, "ola@przyklad.pl")
	equal(t, c.Case, 1)
	equal(t, c.Who, "bot")
}

func TestHistoryIsWhatWasAnswered(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	all := begun.Events
	for _, m := range []string{`"choice": "c1"`, `"text": "ile kosztuje dostawa"`, `"command": "human"`} {
		answered := s.say(begun.Token, store.NewID(), m)
		equal(t, answered.Status, http.StatusOK)
		all = append(all, answered.Events...)
	}
	history := s.send("GET", "/events", begun.Token, "")
	equal(t, said(history.Events), said(all))
	rest := s.send("GET", "/events?after=4", begun.Token, "")
	equal(t, said(rest.Events), said(all[3:]))
	if strings.Contains(history.Body, "visit\"") || strings.Contains(history.Body, "understanding") || strings.Contains(history.Body, `"n1"`) {
		t.Error("what the bot did inside got out: " + history.Body)
	}
}

func TestARetryGetsTheSameAnswer(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	first := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	again := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	equal(t, again.Body, first.Body)
	s.say(begun.Token, "m2", `"choice": "c1"`)
	equal(t, s.say(begun.Token, "m1", `"text": "coś innego"`).Body, first.Body)
	history := s.send("GET", "/events", begun.Token, "")
	equal(t, strings.Count(history.Body, `"m1"`), 1)
}
