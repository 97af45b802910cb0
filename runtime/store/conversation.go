package store

import (
	"context"
	"time"

	"okienko/runtime/store/kv"
)

// A conversation's rows lie side by side: its card, then its turns.
// tokenKind finds it by the SHA-256 of the visitor's token.
var (
	conversationKind = newKind[keptConversation]("conversation", "sbscs", "store.no_conversation").needing(needsOfConversation)
	tokenKind        = newKind[string]("token", "sbsoh", "store.no_conversation").needing(func(parts []any, body any) []key {
		return []key{conversationKey(refOf(parts), *body.(*string))}
	})
)

// keptConversation is a conversation with what only the store needs.
type keptConversation struct {
	Conversation
	Timer time.Time `json:"timer,omitzero"` // when its timer is due: part of that row's key
}

// conversationHead is what of a conversation the next turn must agree with.
type conversationHead struct {
	Last    time.Time `json:"last"`
	Seq     int64     `json:"seq"`
	Version int64     `json:"version"`
	Timer   time.Time `json:"timer"`
}

func conversationKey(ref BotRef, id string) key { return inBot(ref).mark('c').text(id) }

func tokenKey(ref BotRef, hash [32]byte) key { return inBot(ref).mark('o').hash(hash) }

func needsOfConversation(parts []any, body any) []key {
	ref, c := refOf(parts), body.(*keptConversation)
	needs := []key{botKey(ref), activityKey(ref, c.Last, c.ID)}
	if c.Release > 0 {
		needs = append(needs, releaseKey(ref, c.Release))
	}
	if !c.Timer.IsZero() {
		needs = append(needs, timerKey(c.Timer, ref, c.ID))
	}
	return needs
}

// Conversation returns a conversation without its events.
func (s *Store) Conversation(ctx context.Context, ref BotRef, id string) (Conversation, error) {
	return read(ctx, s, func(r kv.Reader) (Conversation, error) {
		return conversation(r, ref, id)
	})
}

// ConversationByToken returns the conversation that a visitor's token opens.
func (s *Store) ConversationByToken(ctx context.Context, ref BotRef, hash [32]byte) (Conversation, error) {
	return read(ctx, s, func(r kv.Reader) (Conversation, error) {
		id, err := get[string](r, tokenKind, tokenKey(ref, hash))
		if err != nil {
			return Conversation{}, err
		}
		return conversation(r, ref, id)
	})
}

func conversation(r kv.Reader, ref BotRef, id string) (Conversation, error) {
	kept, err := get[keptConversation](r, conversationKind, conversationKey(ref, id))
	return kept.Conversation, err
}
