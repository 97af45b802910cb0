package store

import (
	"context"

	"okienko/runtime/flow"
	"okienko/runtime/store/kv"
)

var draftKind = newKind[Draft]("draft", "sbsd", "store.no_bot").needing(needsBot)

func draftKey(ref BotRef) key { return inBot(ref).mark('d') }

// Draft returns the editable bot without its entries.
func (s *Store) Draft(ctx context.Context, ref BotRef) (Draft, error) {
	return read(ctx, s, func(r kv.Reader) (Draft, error) {
		return get[Draft](r, draftKind, draftKey(ref))
	})
}

// DraftBot returns the editable bot with its entries, and the revision it is at.
func (s *Store) DraftBot(ctx context.Context, ref BotRef) (flow.Bot, int, error) {
	var revision int
	bot, err := read(ctx, s, func(r kv.Reader) (flow.Bot, error) {
		draft, err := get[Draft](r, draftKind, draftKey(ref))
		if err != nil {
			return flow.Bot{}, err
		}
		records, err := entries(r, ref)
		if err != nil {
			return flow.Bot{}, err
		}
		for _, record := range records {
			draft.Bot.Entries = append(draft.Bot.Entries, record.Entry)
		}
		revision = draft.Revision
		return draft.Bot, nil
	})
	return bot, revision, err
}

// ChangeDraft applies one batch of operations. f gets the draft as it is and returns the changed bot with
// the change to keep; it runs inside the transaction, maybe more than once, and must be quick and pure.
// If that bot has a list of entries, they take the place of the draft's. Revision, Batch and At of the change are filled in. A batch that was applied before is not applied again:
// the draft as it is now and the change of then are returned.
// Errors of f come back as they are, so a stale revision is for f to refuse.
func (s *Store) ChangeDraft(ctx context.Context, ref BotRef, batch string, f func(Draft) (flow.Bot, Change, error)) (Draft, Change, error) {
	var draft Draft
	var change Change
	now := s.now()
	err := s.update(ctx, func(tx kv.Tx) (err error) {
		if draft, err = get[Draft](tx, draftKind, draftKey(ref)); err != nil {
			return err
		}
		revision, applied, err := find[int](tx, batchKind, batchKey(ref, batch))
		if err != nil {
			return err
		}
		if applied {
			change, err = get[Change](tx, changeKind, changeKey(ref, revision))
			return err
		}
		bot, made, err := f(draft)
		if err != nil {
			return err
		}
		if bot.Entries != nil {
			if err := replaceEntries(tx, ref, bot.Entries, now); err != nil {
				return err
			}
			bot.Entries = nil
		}
		made.Revision, made.Batch, made.At = draft.Revision+1, batch, now
		draft = Draft{Revision: made.Revision, Undone: undoneAfter(draft, made), Changed: now, Bot: bot}
		change = made
		return saveChange(tx, ref, draft, change)
	})
	return draft, change, err
}

// undoneAfter is how many batches from the end are undone once change is made: undo adds one,
// redo takes one back, anything else leaves nothing to redo.
func undoneAfter(draft Draft, change Change) int {
	switch change.Kind {
	case "undo":
		return draft.Undone + 1
	case "redo":
		return max(draft.Undone-1, 0)
	}
	return 0
}
