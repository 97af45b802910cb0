package store

import (
	"time"

	"okienko/runtime/store/kv"
)

// activityKind orders a shop's conversations by their last activity.
var activityKind = newKind[nothing]("activity", "slnss", "store.no_conversation").needing(func(parts []any, _ any) []key {
	return []key{conversationKey(BotRef{Shop: parts[0].(string), Bot: parts[2].(string)}, parts[3].(string))}
})

func activitiesKey(shop string) key { return inShop(shop).mark('l') }

func activityKey(ref BotRef, last time.Time, conversation string) key {
	return activitiesKey(ref.Shop).time(last).text(ref.Bot).text(conversation)
}

// setActivity moves a conversation to its place in the order. A zero old is a new conversation.
func setActivity(tx kv.Tx, ref BotRef, conversation string, old, last time.Time) error {
	if old.UnixMilli() == last.UnixMilli() {
		return nil
	}
	if !old.IsZero() {
		if err := tx.Delete(activityKey(ref, old, conversation)); err != nil {
			return err
		}
	}
	return putMark(tx, activityKey(ref, last, conversation))
}
