package store

import (
	"context"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// Turn is one commit of a conversation: the events of one message, what the conversation is after them,
// and what they left behind.
type Turn struct {
	Conversation Conversation // Version is the one that was read; Seq is filled in
	Message      string       // the client's id of the message, if there was one
	Events       []Event      // Seq is filled in
	Case         *Case        // Number is filled in; with one, what the case of that number lacks is added to it
	Timer        *Timer       // in place of the one before; nil means none any more
	Questions    []Asked      // what needs the owner's look
}

// StartConversation keeps a new conversation with its first events, to be found by the SHA-256 of the
// visitor's token. An empty id is filled in; fault.Conflict if the id or the token is in use.
func (s *Store) StartConversation(ctx context.Context, ref BotRef, token [32]byte, turn Turn) (Turn, error) {
	turn.Conversation.ID, turn.Conversation.Seq, turn.Conversation.Version = orNew(turn.Conversation.ID), 0, 0
	turn.Questions = identified(turn.Questions)
	id := turn.Conversation.ID
	rows, err := sealTurn(ref, turn, 0)
	if err != nil {
		return Turn{}, err
	}
	err = s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		if tx.Get(conversationKey(ref, id)) != nil || tx.Get(tokenKey(ref, token)) != nil {
			return fault.New(fault.Conflict, "store.conversation_exists")
		}
		if err := put(tx, tokenKey(ref, token), id); err != nil {
			return err
		}
		return rows.save(tx, ref, conversationHead{}, turn.Case)
	})
	return rows.turn, err
}

// CommitTurn keeps one turn, all of it or nothing. A message that was committed before returns the events
// of then and the conversation as it is now, so a retry gets the same answer. fault.Conflict if the
// conversation has changed since it was read: read it again and make the turn anew.
func (s *Store) CommitTurn(ctx context.Context, ref BotRef, turn Turn) (Turn, error) {
	turn.Questions = identified(turn.Questions)
	rows, err := sealTurn(ref, turn, turn.Conversation.Seq)
	if err != nil {
		return Turn{}, err
	}
	id := turn.Conversation.ID
	var done Turn
	err = s.update(ctx, func(tx kv.Tx) error {
		head, err := get[conversationHead](tx, conversationKind, conversationKey(ref, id))
		if err != nil {
			return err
		}
		earlier, found, err := turnOfMessage(tx, ref, id, turn.Message)
		if err != nil {
			return err
		}
		if found {
			now, err := conversation(tx, ref, id)
			done = Turn{Conversation: now, Message: turn.Message, Events: earlier}
			return err
		}
		if head.Version != turn.Conversation.Version {
			return fault.New(fault.Conflict, "store.turn_conflict")
		}
		err = rows.save(tx, ref, head, turn.Case)
		done = rows.turn
		return err
	})
	return done, err
}
