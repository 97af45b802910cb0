package store

import (
	"context"
	"time"

	"okienko/runtime/store/kv"
)

// timerKind is ordered by due time over all shops, so that the next one due is the first.
var timerKind = newKind[Timer]("timer", "sTnss", "store.no_timer")

func timersKey() key { return inServer().mark('T') }

func timerKey(due time.Time, ref BotRef, conversation string) key {
	return timersKey().time(due).text(ref.Bot).text(conversation)
}

// setTimer replaces a conversation's timer. A zero old means there is none; a nil timer sets none.
func setTimer(tx kv.Tx, ref BotRef, conversation string, old time.Time, timer *Timer) error {
	if !old.IsZero() {
		if err := tx.Delete(timerKey(old, ref, conversation)); err != nil {
			return err
		}
	}
	if timer == nil {
		return nil
	}
	due := *timer
	due.Shop, due.Bot, due.Conversation = ref.Shop, ref.Bot, conversation
	return put(tx, timerKey(due.Due, ref, conversation), due)
}

// DropTimer removes a timer whose conversation needs it no more; CommitTurn replaces those of its own.
func (s *Store) DropTimer(ctx context.Context, ref BotRef, timer Timer) error {
	return s.update(ctx, func(tx kv.Tx) error {
		return tx.Delete(timerKey(timer.Due, ref, timer.Conversation))
	})
}
