package store

import (
	"bytes"
	"context"
	"time"

	"okienko/runtime/store/kv"
)

// timerKind is ordered by due time over all shops, so that the next one due is the first.
// The key says all but the question.
var timerKind = newKind[int64]("timer", "sTnsss", "store.no_timer").needing(func(parts []any, _ any) []key {
	return []key{conversationKey(refOf(parts[2:]), parts[4].(string))}
})

func timersKey() key { return inServer().mark('T') }

func timerKey(due time.Time, ref BotRef, conversation string) key {
	return timersKey().time(due).text(ref.Shop).text(ref.Bot).text(conversation)
}

// readTimer opens a timer's row. Due is to the millisecond.
func readTimer(k key, record []byte) (Timer, error) {
	parts, ok := k.parts(timerKind.shape)
	if !ok {
		return Timer{}, readable(timerKind, k, errChecksum)
	}
	timer := Timer{Due: time.UnixMilli(parts[1].(int64)).UTC(), Shop: parts[2].(string), Bot: parts[3].(string), Conversation: parts[4].(string)}
	return timer, readable(timerKind, k, decode(k, record, &timer.Question))
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
	return put(tx, timerKey(timer.Due, ref, conversation), timer.Question)
}

// DropTimer removes a timer that nobody needs any more; one that is gone already is no error.
// CommitTurn replaces those of its conversation by itself.
func (s *Store) DropTimer(ctx context.Context, ref BotRef, timer Timer) error {
	return s.update(ctx, func(tx kv.Tx) error {
		row, card := timerKey(timer.Due, ref, timer.Conversation), conversationKey(ref, timer.Conversation)
		kept, found, err := find[keptConversation](tx, conversationKind, card)
		if err != nil {
			return err
		}
		if found && bytes.Equal(row, timerKey(kept.Timer, ref, timer.Conversation)) {
			kept.Timer = time.Time{}
			if err := put(tx, card, kept); err != nil {
				return err
			}
		}
		return tx.Delete(row)
	})
}
