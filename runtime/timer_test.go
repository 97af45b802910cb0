package runtime_test

import (
	"strings"
	"testing"
	"time"

	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// silence is what the bot says by itself, once it says it.
func silence(t *testing.T, news <-chan hub.News) string {
	t.Helper()
	select {
	case n := <-news:
		return n.Events[0].Text
	case <-time.After(10 * time.Second):
		t.Fatal("the bot said nothing")
		return ""
	}
}

func TestSilenceIsNoticedOnce(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	news, cancel := s.hub.Subscribe(hub.Conversation(s.ref.Shop, begun.Conversation))
	defer cancel()
	s.clock.move(61 * time.Second)
	s.host.Wake()
	equal(t, silence(t, news), "Jestem tu, gdyby coś.")
	s.clock.move(61 * time.Second)
	s.host.Wake()
	s.say(begun.Token, "m1", `"choice": "c1"`) // comes next, so nothing was said in between
	if n := <-news; n.Events[0].From != "visitor" {
		t.Errorf("the bot went on by itself: %+v", n.Events[0])
	}
}

func TestSilenceSurvivesARestart(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	s.stop()
	s.clock.move(time.Hour)
	s.start(store.Options{}, unlimited)
	for range 500 {
		if r := s.send("GET", "/events", begun.Token, ""); strings.Contains(r.Body, "Jestem tu") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("the timer was forgotten")
}

func TestATimerOfAnAnsweredQuestionIsGone(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	s.say(begun.Token, "m1", `"choice": "c2"`)
	s.say(begun.Token, "m2", `"text": "Proszę o telefon."`)
	s.say(begun.Token, "m3", `"text": "ola@przyklad.pl"`)
	due, next, err := s.store.DueTimers(t.Context(), s.clock.read().Add(24*time.Hour), 10)
	must(t, err)
	if len(due) > 1 {
		t.Errorf("%d timers of one conversation, next %v", len(due), next)
	}
}
