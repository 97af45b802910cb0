package store

import (
	"context"
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// Turn is one commit of a conversation: the events of one message, what the conversation is after them,
// and what they left behind.
type Turn struct {
	Conversation Conversation // Version is the one that was read; Seq is filled in
	Message      string       // the client's id of the message, if there was one
	Events       []Event      // Seq is filled in
	Case         *Case        // Number is filled in
	Timer        *Timer       // in place of the one before; nil means none any more
}

// StartConversation keeps a new conversation with its first events, to be found by the SHA-256 of the
// visitor's token. An empty id is filled in; fault.Conflict if the id or the token is in use.
func (s *Store) StartConversation(ctx context.Context, ref BotRef, token [32]byte, turn Turn) (Turn, error) {
	turn.Conversation.ID = orNew(turn.Conversation.ID)
	id := turn.Conversation.ID
	var done Turn
	err := s.update(ctx, func(tx kv.Tx) (err error) {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		if tx.Get(conversationKey(ref, id)) != nil || tx.Get(tokenKey(ref, token)) != nil {
			return fault.New(fault.Conflict, "store.conversation_exists")
		}
		if err := put(tx, tokenKey(ref, token), id); err != nil {
			return err
		}
		done, err = saveTurn(tx, ref, keptConversation{}, turn)
		return err
	})
	return done, err
}

// CommitTurn keeps one turn, all of it or nothing. A message that was committed before returns the turn
// of then (without its timer) and the conversation as it is now, so a retry gets the same answer.
// fault.Conflict if the conversation has changed since it was read: read it again and make the turn anew.
func (s *Store) CommitTurn(ctx context.Context, ref BotRef, turn Turn) (Turn, error) {
	var done Turn
	err := s.update(ctx, func(tx kv.Tx) error {
		kept, err := get[keptConversation](tx, conversationKind, conversationKey(ref, turn.Conversation.ID))
		if err != nil {
			return err
		}
		earlier, found, err := turnOfMessage(tx, ref, kept.ID, turn.Message)
		if err != nil {
			return err
		}
		if found {
			done = Turn{Conversation: kept.Conversation, Message: turn.Message, Events: earlier}
			return nil
		}
		if kept.Version != turn.Conversation.Version {
			return fault.New(fault.Conflict, "store.turn_conflict")
		}
		done, err = saveTurn(tx, ref, kept, turn)
		return err
	})
	return done, err
}

// saveTurn writes the rows of a turn over those of the conversation before it.
func saveTurn(tx kv.Tx, ref BotRef, before keptConversation, turn Turn) (Turn, error) {
	c := turn.Conversation
	c.Bot, c.Version = ref.Bot, before.Version+1
	turn.Events = numbered(turn.Events, before.Seq)
	if turn.Case != nil {
		kept, err := addCase(tx, ref.Shop, caseOf(*turn.Case, c))
		if err != nil {
			return Turn{}, err
		}
		turn.Case, c.Case = &kept, kept.Number
		tellCase(turn.Events, kept.Number)
	}
	c.Seq = before.Seq + int64(len(turn.Events))
	turn.Conversation = c
	if err := saveEvents(tx, ref, turn); err != nil {
		return Turn{}, err
	}
	if err := setTimer(tx, ref, c.ID, before.Timer, turn.Timer); err != nil {
		return Turn{}, err
	}
	if err := setActivity(tx, ref, before.Conversation, c); err != nil {
		return Turn{}, err
	}
	after := keptConversation{Conversation: c}
	if turn.Timer != nil {
		after.Timer = turn.Timer.Due
	}
	return turn, put(tx, conversationKey(ref, c.ID), after)
}

// numbered is a copy of the events with the numbers that follow after.
func numbered(events []Event, after int64) []Event {
	list := slices.Clone(events)
	for i := range list {
		list[i].Seq = after + 1 + int64(i)
	}
	return list
}

func caseOf(c Case, from Conversation) Case {
	c.Bot, c.Conversation, c.At = from.Bot, from.ID, orNow(c.At, from.Last)
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
