package store

import (
	"context"

	"okienko/runtime/store/kv"
)

// batchKind finds the revision that a client's batch made.
var (
	changeKind = newKind[Change]("change", "sbsgn", "store.no_change").needing(needsBot)
	batchKind  = newKind[int]("batch", "sbsks", "store.no_change").needing(func(parts []any, body any) []key {
		return []key{changeKey(refOf(parts), *body.(*int))}
	})
)

func changesKey(ref BotRef) key { return inBot(ref).mark('g') }

func changeKey(ref BotRef, revision int) key { return changesKey(ref).number(int64(revision)) }

func batchKey(ref BotRef, batch string) key { return inBot(ref).mark('k').text(batch) }

// Changes returns the changes to the draft after a revision, oldest first; none is an empty list.
func (s *Store) Changes(ctx context.Context, ref BotRef, after int) ([]Change, error) {
	return read(ctx, s, func(r kv.Reader) ([]Change, error) {
		list := []Change{}
		for k, record := range r.Scan(changeKey(ref, after+1), changesKey(ref).end()) {
			var change Change
			if err := readable(changeKind, k, decode(k, record, &change)); err != nil {
				return nil, err
			}
			list = append(list, change)
		}
		return list, nil
	})
}

func saveChange(tx kv.Tx, ref BotRef, draft Draft, change Change) error {
	if err := put(tx, draftKey(ref), draft); err != nil {
		return err
	}
	if err := put(tx, changeKey(ref, change.Revision), change); err != nil {
		return err
	}
	if change.Batch == "" {
		return nil
	}
	return put(tx, batchKey(ref, change.Batch), change.Revision)
}
