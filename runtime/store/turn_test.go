package store_test

import (
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// begin starts a conversation that says hello, under a token that begins with the bytes given.
func begin(t testing.TB, s *store.Store, ref store.BotRef, token ...byte) store.Conversation {
	t.Helper()
	var hash [32]byte
	copy(hash[:], token)
	done, err := s.StartConversation(t.Context(), ref, hash, store.Turn{
		Conversation: store.Conversation{Release: 1, Who: "bot", Started: noon, Last: noon},
		Events:       []store.Event{{At: noon, From: "bot", Kind: "text", Text: "Dzień dobry"}, {At: noon, From: "bot", Kind: "ask", Text: "W czym mogę pomóc?"}},
	})
	must(t, err)
	return done.Conversation
}

// say is a turn in which the customer writes and the bot answers.
func say(c store.Conversation, message, text string) store.Turn {
	at := c.Last.Add(time.Second)
	c.Last, c.Preview, c.Written = at, text, c.Written+1
	return store.Turn{Conversation: c, Message: message, Events: []store.Event{
		{At: at, From: "visitor", Kind: "text", ID: message, Text: text},
		{At: at.Add(time.Millisecond), From: "bot", Kind: "text", Text: "Odpowiedź na: " + text},
	}}
}

func TestATurnIsKeptWhole(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	done, err := s.CommitTurn(t.Context(), ref, say(c, "m1", "gdzie moja paczka"))
	must(t, err)
	equal(t, done.Conversation.Version, c.Version+1)
	equal(t, done.Conversation.Seq, 4)

	events, err := s.Events(t.Context(), ref, c.ID, 0, 0)
	must(t, err)
	equal(t, len(events), 4)
	for i, e := range events {
		equal(t, e.Seq, int64(i+1))
	}
	equal(t, events[2].At, noon.Add(time.Second))
	equal(t, events[3].At, noon.Add(time.Second+time.Millisecond))

	found, err := s.ConversationByToken(t.Context(), ref, [32]byte{1})
	must(t, err)
	equal(t, found.Preview, "gdzie moja paczka")
	_, err = s.ConversationByToken(t.Context(), ref, [32]byte{2})
	wants(t, err, fault.NotFound)
}

func TestEventsAreReadFromAnyPlace(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	for _, message := range []string{"m1", "m2", "m3"} {
		done, err := s.CommitTurn(t.Context(), ref, say(c, message, message))
		must(t, err)
		c = done.Conversation
	}
	for after := range int64(9) {
		for limit := range 9 {
			events, err := s.Events(t.Context(), ref, c.ID, after, limit)
			must(t, err)
			want := 8 - int(after)
			if limit > 0 {
				want = min(want, limit)
			}
			equal(t, len(events), max(want, 0))
			if len(events) > 0 {
				equal(t, events[0].Seq, after+1)
			}
		}
	}
}

func TestARetryGetsTheSameAnswer(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	turn := say(c, "m1", "hej")
	first, err := s.CommitTurn(t.Context(), ref, turn)
	must(t, err)
	second, err := s.CommitTurn(t.Context(), ref, say(first.Conversation, "m2", "halo"))
	must(t, err)

	again, err := s.CommitTurn(t.Context(), ref, turn)
	must(t, err)
	equal(t, len(again.Events), 2)
	equal(t, again.Events[1].Text, first.Events[1].Text)
	equal(t, again.Events[1].Seq, first.Events[1].Seq)
	equal(t, again.Conversation.Version, second.Conversation.Version)
}

func TestAStaleTurnIsRefused(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	_, err := s.CommitTurn(t.Context(), ref, say(c, "m1", "raz"))
	must(t, err)
	_, err = s.CommitTurn(t.Context(), ref, say(c, "m2", "dwa"))
	wants(t, err, fault.Conflict)
	_, err = s.CommitTurn(t.Context(), store.BotRef{Shop: ref.Shop, Bot: "inny"}, say(c, "m3", "trzy"))
	wants(t, err, fault.NotFound)
}

func TestAMessageLeftBecomesACase(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	for number := 1; number <= 2; number++ {
		c := begin(t, s, ref, byte(number))
		turn := say(c, "m1", "proszę o kontakt")
		turn.Events = append(turn.Events, store.Event{At: noon, From: "system", Kind: "left"})
		turn.Case = &store.Case{Email: "jan@example.com", Text: "proszę o kontakt"}
		done, err := s.CommitTurn(t.Context(), ref, turn)
		must(t, err)
		equal(t, done.Case.Number, number)
		equal(t, done.Conversation.Case, number)
		equal(t, done.Events[2].Case, number)
		kept, err := s.Case(t.Context(), ref.Shop, number)
		must(t, err)
		equal(t, kept.Conversation, c.ID)
	}
	open, err := s.Cases(t.Context(), ref.Shop, "new")
	must(t, err)
	equal(t, open[0].Number, 2)
	open[0].Status = "done"
	must(t, s.SaveCase(t.Context(), ref.Shop, open[0]))
	open, err = s.Cases(t.Context(), ref.Shop, "new")
	must(t, err)
	equal(t, len(open), 1)
	wants(t, s.SaveCase(t.Context(), ref.Shop, store.Case{Number: 9}), fault.NotFound)
}

func TestTimersComeInOrderOfTheirTime(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	var turns []store.Turn
	for i := range 3 {
		c := begin(t, s, ref, byte(i+1))
		turn := say(c, "m1", "czekam")
		turn.Timer = &store.Timer{Due: noon.Add(time.Duration(3-i) * time.Minute), Question: int64(i)}
		done, err := s.CommitTurn(t.Context(), ref, turn)
		must(t, err)
		turns = append(turns, done)
	}
	due, next, err := s.DueTimers(t.Context(), noon.Add(2*time.Minute), 10)
	must(t, err)
	equal(t, len(due), 2)
	equal(t, due[0].Conversation, turns[2].Conversation.ID)
	equal(t, next, noon.Add(3*time.Minute))

	_, err = s.CommitTurn(t.Context(), ref, say(turns[2].Conversation, "m2", "jestem"))
	must(t, err)
	due, _, err = s.DueTimers(t.Context(), noon.Add(time.Hour), 1)
	must(t, err)
	equal(t, due[0].Conversation, turns[1].Conversation.ID)
	must(t, s.DropTimer(t.Context(), ref, due[0]))
	due, next, err = s.DueTimers(t.Context(), noon.Add(time.Hour), 10)
	must(t, err)
	equal(t, len(due), 1)
	equal(t, next.IsZero(), true)
}
