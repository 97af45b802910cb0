package builder

import (
	"sync"

	"okienko/runtime/engine"
	"okienko/runtime/store"
)

// Trials live in memory alone: nothing of them is stored, counted or sent.
const (
	maxTrials      = 64  // on the whole server; the one left alone for longest goes first
	maxTrialEvents = 400 // of one; the oldest go first
)

// trial is one conversation of an owner with the draft.
type trial struct {
	mu      sync.Mutex // turns of one trial come one after another
	token   string
	user    string
	bot     store.BotRef
	session engine.Session
	events  []store.Event
	seq     int64
}

// trials are those that go on, the one used last at the end.
type trials struct {
	mu   sync.Mutex
	list []*trial
}

// begin makes a trial.
func (ts *trials) begin(user string, bot store.BotRef) *trial {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	t := &trial{token: store.NewID() + store.NewID(), user: user, bot: bot}
	ts.list = append(ts.list, t)
	if len(ts.list) > maxTrials {
		ts.list = append([]*trial(nil), ts.list[1:]...)
	}
	return t
}

// find returns a person's own trial of a bot; nil if it is not there any more.
func (ts *trials) find(token, user string, bot store.BotRef) *trial {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	for i, t := range ts.list {
		if t.token == token && t.user == user && t.bot == bot {
			ts.list = append(append(ts.list[:i:i], ts.list[i+1:]...), t)
			return t
		}
	}
	return nil
}

// keep numbers the events of a turn and remembers them.
func (t *trial) keep(events []store.Event) []store.Event {
	for i := range events {
		t.seq++
		events[i].Seq = t.seq
	}
	t.events = append(t.events, events...)
	if more := len(t.events) - maxTrialEvents; more > 0 {
		t.events = append([]store.Event(nil), t.events[more:]...)
	}
	return events
}

// answered returns what a message was answered with, so that a retry is not heard twice.
func (t *trial) answered(message string) ([]store.Event, bool) {
	for i, e := range t.events {
		if e.ID != message {
			continue
		}
		end := i + 1
		for end < len(t.events) && t.events[end].From != "visitor" {
			end++
		}
		return t.events[i:end], true
	}
	return nil, false
}

// after returns the events after a number.
func (t *trial) after(seq int64) []store.Event {
	for i, e := range t.events {
		if e.Seq > seq {
			return t.events[i:]
		}
	}
	return nil
}
