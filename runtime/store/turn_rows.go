package store

import (
	"encoding/json"
	"slices"

	"okienko/runtime/store/kv"
)

// turnRows are the rows of a turn, written out before its transaction begins: all commits share one writer,
// which should not have to wait for JSON.
type turnRows struct {
	turn   Turn
	after  int64 // the number of the event before the turn's first
	card   row
	events row // none without events
}

type row struct {
	key    key
	record []byte
}

// sealTurn writes the rows of a turn whose events follow number after. A case needs a number that only
// the transaction can give, so it is sealed again there.
func sealTurn(ref BotRef, turn Turn, after int64) (*turnRows, error) {
	c := turn.Conversation
	turn.Events = numbered(turn.Events, after)
	c.Bot, c.Version, c.Seq = ref.Bot, c.Version+1, after+int64(len(turn.Events))
	if turn.Case != nil && turn.Case.Number > 0 {
		c.Case = turn.Case.Number
		tellCase(turn.Events, turn.Case.Number)
	}
	turn.Conversation = c
	kept := keptConversation{Conversation: c}
	if turn.Timer != nil {
		kept.Timer = turn.Timer.Due
	}
	card, err := sealRow(conversationKey(ref, c.ID), kept)
	if err != nil || len(turn.Events) == 0 {
		return &turnRows{turn: turn, after: after, card: card}, err
	}
	events, err := sealRow(turnKey(ref, c.ID, turn.Events[0].Seq, turn.Message), keptTurnOf(turn))
	return &turnRows{turn: turn, after: after, card: card, events: events}, err
}

func sealRow(k key, v any) (row, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return row{}, err
	}
	return row{k, seal(k, body)}, nil
}

// save writes the rows over those of the conversation before it.
func (t *turnRows) save(tx kv.Tx, ref BotRef, before conversationHead, left *Case) error {
	if left != nil || t.after != before.Seq {
		if err := t.sealAgain(tx, ref, before, left); err != nil {
			return err
		}
	}
	if t.events.key != nil {
		if err := tx.Put(t.events.key, t.events.record); err != nil {
			return err
		}
	}
	c := t.turn.Conversation
	if err := setTimer(tx, ref, c.ID, before.Timer, t.turn.Timer); err != nil {
		return err
	}
	if err := setActivity(tx, ref, c.ID, before.Last, c.Last); err != nil {
		return err
	}
	if err := noteQuestions(tx, ref, t.turn, t.after+1); err != nil {
		return err
	}
	return tx.Put(t.card.key, t.card.record)
}

// sealAgain writes the rows anew with what only the transaction knows.
func (t *turnRows) sealAgain(tx kv.Tx, ref BotRef, before conversationHead, left *Case) error {
	turn := t.turn
	turn.Conversation.Version = before.Version
	if left != nil {
		numbered, err := keepCase(tx, ref.Shop, caseOf(*left, ref, turn.Conversation))
		if err != nil {
			return err
		}
		turn.Case = &numbered
	}
	again, err := sealTurn(ref, turn, before.Seq)
	if err != nil {
		return err
	}
	*t = *again
	return nil
}

// numbered is a copy of the events with the numbers that follow after.
func numbered(events []Event, after int64) []Event {
	list := slices.Clone(events)
	for i := range list {
		list[i].Seq = after + 1 + int64(i)
	}
	return list
}

func caseOf(c Case, ref BotRef, from Conversation) Case {
	c.Bot, c.Conversation, c.At = ref.Bot, from.ID, orNow(c.At, from.Last)
	return c
}

// tellCase writes the number into the events that say that a message was left.
func tellCase(events []Event, number int) {
	for i := range events {
		if events[i].Kind == "left" {
			events[i].Case = number
		}
	}
}

// keptTurnOf is the row's form of a turn's events.
func keptTurnOf(turn Turn) keptTurn {
	kept := keptTurn{Message: turn.Message, At: turn.Events[0].At, Events: make([]keptEvent, len(turn.Events))}
	for i, e := range turn.Events {
		kept.Events[i] = keptEvent{Event: e}
		if !e.At.Equal(kept.At) {
			kept.Events[i].At = e.At
		}
	}
	return kept
}
