package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"time"

	"okienko/runtime/store/kv"
)

// Events are kept one row a turn: fewer rows are less file and less work. messageKind finds the turn
// that a client's message made, by a hash of its id.
var (
	turnKind    = newKind[keptTurn]("turn", "sbscstn", "store.no_conversation")
	messageKind = newKind[int64]("message", "sbscsmn", "store.no_conversation")
)

// keptTurn is a turn's row. Its key holds the number of its first event, from which the others follow,
// and At the time of all events that don't say another.
type keptTurn struct {
	Message string      `json:"message,omitempty"`
	At      time.Time   `json:"at"`
	Events  []keptEvent `json:"events"`
}

// keptEvent is an event without what its turn says for it.
type keptEvent struct {
	Event
	Seq int64     `json:"seq,omitzero"`
	At  time.Time `json:"at,omitzero"`
}

func turnsKey(ref BotRef, conversation string) key {
	return conversationKey(ref, conversation).mark('t')
}

func messageKey(ref BotRef, conversation, message string) key {
	sum := sha256.Sum256([]byte(message))
	return conversationKey(ref, conversation).mark('m').number(int64(binary.BigEndian.Uint64(sum[:])))
}

// Events returns up to limit events of a conversation after number after, in order; limit 0 means all.
// None is an empty list, also for a conversation that does not exist.
func (s *Store) Events(ctx context.Context, ref BotRef, conversation string, after int64, limit int) ([]Event, error) {
	return read(ctx, s, func(r kv.Reader) ([]Event, error) {
		return eventsAfter(r, ref, conversation, after, limit)
	})
}

// EventsOfMessage returns the events of the turn that a client's message made, and whether there was one.
func (s *Store) EventsOfMessage(ctx context.Context, ref BotRef, conversation, message string) (events []Event, found bool, err error) {
	err = s.view(ctx, func(r kv.Reader) error {
		events, found, err = turnOfMessage(r, ref, conversation, message)
		return err
	})
	return events, found, err
}

func eventsAfter(r kv.Reader, ref BotRef, conversation string, after int64, limit int) ([]Event, error) {
	list := []Event{}
	prefix := turnsKey(ref, conversation)
	from := prefix
	for k := range r.ScanBack(prefix, turnsKey(ref, conversation).number(after+2)) {
		from = append(key{}, k...) // the turn that event after+1 is in begins there
		break
	}
	for k, record := range r.Scan(from, prefix.end()) {
		events, _, err := readTurn(k, record)
		if err != nil {
			return nil, err
		}
		for _, e := range events {
			if e.Seq > after {
				list = append(list, e)
			}
			if limit > 0 && len(list) == limit {
				return list, nil
			}
		}
	}
	return list, nil
}

func turnOfMessage(r kv.Reader, ref BotRef, conversation, message string) ([]Event, bool, error) {
	if message == "" {
		return nil, false, nil
	}
	first, found, err := find[int64](r, messageKind, messageKey(ref, conversation, message))
	if err != nil || !found {
		return nil, false, err
	}
	k := turnsKey(ref, conversation).number(first)
	events, kept, err := readTurn(k, r.Get(k))
	return events, err == nil && kept == message, err
}

// readTurn opens a turn's row. Every event gets its number and time back.
func readTurn(k key, record []byte) (events []Event, message string, err error) {
	var kept keptTurn
	if err := readable(turnKind, k, decode(k, record, &kept)); err != nil {
		return nil, "", err
	}
	parts, _ := k.parts(turnKind.shape)
	first := parts[len(parts)-1].(int64)
	events = make([]Event, len(kept.Events))
	for i, e := range kept.Events {
		events[i] = e.Event
		events[i].Seq, events[i].At = first+int64(i), orNow(e.At, kept.At)
	}
	return events, kept.Message, nil
}

// saveEvents writes a turn's row, and where to find it by its message.
func saveEvents(tx kv.Tx, ref BotRef, turn Turn) error {
	if len(turn.Events) == 0 {
		return nil
	}
	kept := keptTurn{Message: turn.Message, At: turn.Events[0].At, Events: make([]keptEvent, len(turn.Events))}
	for i, e := range turn.Events {
		kept.Events[i] = keptEvent{Event: e}
		if !e.At.Equal(kept.At) {
			kept.Events[i].At = e.At
		}
	}
	first := turn.Events[0].Seq
	if turn.Message != "" {
		if err := put(tx, messageKey(ref, turn.Conversation.ID, turn.Message), first); err != nil {
			return err
		}
	}
	return put(tx, turnsKey(ref, turn.Conversation.ID).number(first), kept)
}
