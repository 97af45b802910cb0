package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"okienko/runtime/flow"
	"okienko/runtime/store/kv"
)

var entryKind = newKind[EntryRecord]("entry", "sbses", "store.no_entry").needing(needsBot)

func entriesKey(ref BotRef) key { return inBot(ref).mark('e') }

func entryKey(ref BotRef, id string) key { return entriesKey(ref).text(id) }

// Entries returns the draft's FAQ in its order.
func (s *Store) Entries(ctx context.Context, ref BotRef) ([]EntryRecord, error) {
	return read(ctx, s, func(r kv.Reader) ([]EntryRecord, error) { return entries(r, ref) })
}

// Entry returns one entry of the draft's FAQ.
func (s *Store) Entry(ctx context.Context, ref BotRef, id string) (EntryRecord, error) {
	return read(ctx, s, func(r kv.Reader) (EntryRecord, error) {
		return get[EntryRecord](r, entryKind, entryKey(ref, id))
	})
}

// SaveEntries adds or replaces entries, all or none. A zero Changed becomes now.
func (s *Store) SaveEntries(ctx context.Context, ref BotRef, records []EntryRecord) error {
	now := s.now()
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		stamped := slices.Clone(records)
		for i := range stamped {
			stamped[i].Changed = orNow(stamped[i].Changed, now)
		}
		return saveEntries(tx, ref, stamped)
	})
}

// DeleteEntries removes entries. One that is not there is no error.
func (s *Store) DeleteEntries(ctx context.Context, ref BotRef, ids []string) error {
	return s.update(ctx, func(tx kv.Tx) error {
		for _, id := range ids {
			if err := tx.Delete(entryKey(ref, id)); err != nil {
				return err
			}
		}
		return nil
	})
}

func entries(r kv.Reader, ref BotRef) ([]EntryRecord, error) {
	list, err := collect(all[EntryRecord](r, entryKind, entriesKey(ref)))
	slices.SortStableFunc(list, func(a, b EntryRecord) int { return cmp.Compare(a.Order, b.Order) })
	return list, err
}

func saveEntries(tx kv.Tx, ref BotRef, records []EntryRecord) error {
	for _, record := range records {
		if err := put(tx, entryKey(ref, record.ID), record); err != nil {
			return err
		}
	}
	return nil
}

// entryRecords numbers the entries of a bot in their order.
func entryRecords(list []flow.Entry, now time.Time) []EntryRecord {
	records := make([]EntryRecord, len(list))
	for i, e := range list {
		records[i] = EntryRecord{Entry: e, Order: i + 1, Changed: now}
	}
	return records
}

// replaceEntries makes the draft's FAQ these entries in this order, and no others.
func replaceEntries(tx kv.Tx, ref BotRef, list []flow.Entry, now time.Time) error {
	old, err := entries(tx, ref)
	if err != nil {
		return err
	}
	for _, record := range old {
		if err := tx.Delete(entryKey(ref, record.ID)); err != nil {
			return err
		}
	}
	records := make([]EntryRecord, len(list))
	for i, e := range list {
		records[i] = EntryRecord{Entry: e, Order: i + 1, Changed: now}
	}
	return saveEntries(tx, ref, records)
}
