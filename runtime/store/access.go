package store

import (
	"context"
	"encoding/json"
	"errors"
	"iter"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// get reads one record. If there is none it returns fault.NotFound in the kind's own words.
func get[T any](r kv.Reader, what kind, k key) (T, error) {
	var v T
	record := r.Get(k)
	if record == nil {
		return v, fault.New(fault.NotFound, what.missing)
	}
	return v, readable(what, k, decode(k, record, &v))
}

// find is get for records that may well be missing.
func find[T any](r kv.Reader, what kind, k key) (v T, found bool, err error) {
	v, err = get[T](r, what, k)
	if fault.Is(err, fault.NotFound) {
		return v, false, nil
	}
	return v, err == nil, err
}

// all yields the records whose keys begin with prefix, in order of their keys, and ends after an error.
func all[T any](r kv.Reader, what kind, prefix key) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for k, record := range r.Scan(prefix, prefix.end()) {
			var v T
			err := readable(what, k, decode(k, record, &v))
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// collect gathers what all yields. The list is never nil, so that as JSON it is [].
func collect[T any](records iter.Seq2[T, error]) ([]T, error) {
	list := []T{}
	for v, err := range records {
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

func put(tx kv.Tx, k key, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return tx.Put(k, seal(k, body))
}

// putMark writes a record whose key says all.
func putMark(tx kv.Tx, k key) error { return tx.Put(k, seal(k, nil)) }

// removeAll deletes every record whose key begins with prefix.
func removeAll(tx kv.Tx, prefix key) error {
	var keys []key
	for k := range tx.Scan(prefix, prefix.end()) {
		keys = append(keys, append(key{}, k...))
	}
	for _, k := range keys {
		if err := tx.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// readable says in a person's words why a record can't be shown.
func readable(what kind, k key, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errNewer):
		return fault.Wrap(err, fault.Newer, "store.record_newer", "kind", what.name)
	}
	return fault.Wrap(err, fault.Damaged, "store.record_damaged", "kind", what.name, "key", printable(k))
}

// view reads from one consistent snapshot.
func (s *Store) view(ctx context.Context, f func(kv.Reader) error) error {
	return s.inWords(s.db.View(ctx, f))
}

// read is view for a single value.
func read[T any](ctx context.Context, s *Store, f func(kv.Reader) (T, error)) (T, error) {
	var v T
	err := s.view(ctx, func(r kv.Reader) (err error) {
		v, err = f(r)
		return err
	})
	return v, err
}

// update returns once what f wrote is on disk. f may run more than once: it sets and never adds to
// what it hands out.
func (s *Store) update(ctx context.Context, f func(kv.Tx) error) error {
	return s.inWords(s.db.Update(ctx, f))
}

// inWords turns the errors of kv into sentences for people. Errors that already are one, or that end
// with the caller's context, stay as they are.
func (s *Store) inWords(err error) error {
	switch {
	case errors.Is(err, kv.ErrFull):
		return fault.Wrap(err, fault.Full, "store.full")
	case errors.Is(err, kv.ErrBroken):
		return fault.Wrap(err, fault.Unavailable, "store.broken")
	case errors.Is(err, kv.ErrClosed):
		return fault.Wrap(err, fault.Unavailable, "store.closed")
	case errors.Is(err, kv.ErrDamaged):
		return s.damaged(err)
	}
	return err
}
