package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"time"

	"okienko/runtime/store/kv"
)

// Events are kept one row a turn: fewer rows are less file and less work. The key ends with the number of the
// turn's first event and a hash of the client's message id, so that a retry is found without reading rows.
var turnKind = newKind[keptTurn]("turn", "sbscstnn", "store.no_conversation").needing(func(parts []any, _ any) []key {
	return []key{conversationKey(refOf(parts), parts[2].(string))}
})

// keptTurn is a turn's row. The other events' numbers follow from the first's, and At is the time of all
// events that don't say another.
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

func turnKey(ref BotRef, conversation string, first int64, message string) key {
	return turnsKey(ref, conversation).number(first).number(messageHash(message))
}

// messageHash is 0 for a turn without a message. Two messages with one hash are told apart by the row.
func messageHash(message string) int64 {
	if message == "" {
		return 0
	}
	sum := sha256.Sum256([]byte(message))
	return int64(binary.BigEndian.Uint64(sum[:]))
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

// turnOfMessage looks through the keys of a conversation, newest first, which costs about as much as
// the other work of a turn when there are hundreds.
func turnOfMessage(r kv.Reader, ref BotRef, conversation, message string) ([]Event, bool, error) {
	if message == "" {
		return nil, false, nil
	}
	prefix, hash := turnsKey(ref, conversation), key{}.number(messageHash(message))
	for k, record := range r.ScanBack(prefix, prefix.end()) {
		if !bytes.HasSuffix(k, hash) {
			continue
		}
		events, kept, err := readTurn(k, record)
		if err != nil || kept == message {
			return events, err == nil, err
		}
	}
	return nil, false, nil
}

// readTurn opens a turn's row. Every event gets its number and time back.
func readTurn(k key, record []byte) (events []Event, message string, err error) {
	var kept keptTurn
	if err := readable(turnKind, k, decode(k, record, &kept)); err != nil {
		return nil, "", err
	}
	parts, ok := k.parts(turnKind.shape)
	if !ok {
		return nil, "", readable(turnKind, k, errChecksum)
	}
	first := parts[len(parts)-2].(int64)
	events = make([]Event, len(kept.Events))
	for i, e := range kept.Events {
		events[i] = e.Event
		events[i].Seq, events[i].At = first+int64(i), orNow(e.At, kept.At)
	}
	return events, kept.Message, nil
}
