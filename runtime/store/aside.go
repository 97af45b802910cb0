package store

import (
	"context"
	"time"

	"okienko/runtime/store/kv"
)

var asideKind = newKind[Aside]("aside", "sbsxs", "store.no_bot").needing(needsBot)

// Aside is a word that the owner does not want to be suggested again as a synonym.
type Aside struct {
	Word string    `json:"word"` // in the form in which words are compared
	At   time.Time `json:"at"`
}

func asidesKey(ref BotRef) key { return inBot(ref).mark('x') }

// PutAside notes that a word is not to be suggested; TakeUp takes that back. Either may be done twice.
func (s *Store) PutAside(ctx context.Context, ref BotRef, word string) error {
	now := s.now()
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		return put(tx, asidesKey(ref).text(word), Aside{word, now})
	})
}

// TakeUp lets a word be suggested again.
func (s *Store) TakeUp(ctx context.Context, ref BotRef, word string) error {
	return s.update(ctx, func(tx kv.Tx) error { return tx.Delete(asidesKey(ref).text(word)) })
}

// Asides returns the words that are not to be suggested, in their order.
func (s *Store) Asides(ctx context.Context, ref BotRef) ([]Aside, error) {
	return read(ctx, s, func(r kv.Reader) ([]Aside, error) {
		return collect(all[Aside](r, asideKind, asidesKey(ref)))
	})
}
