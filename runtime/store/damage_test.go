package store

import (
	"bytes"
	"testing"

	"okienko/runtime/store/kv"
)

// Newer marks the file as one of a newer Okienko.
func (s *Store) Newer(t testing.TB) {
	t.Helper()
	err := s.update(t.Context(), func(tx kv.Tx) error { return put(tx, markerKey(), marker{Format: Format + 1}) })
	if err != nil {
		t.Fatal(err)
	}
}

// FlipEach flips a bit of each record, calls f with its kind, and flips it back. It returns how many there were.
func (s *Store) FlipEach(t testing.TB, f func(kind string)) int {
	t.Helper()
	records := s.records(t)
	for i, r := range records {
		what, _, err := kindOf(r.key)
		if err != nil {
			t.Fatal(err)
		}
		s.write(t, r.key, flipped(r.record, i))
		f(what.name)
		s.write(t, r.key, r.record)
	}
	return len(records)
}

// Flip flips a bit of the first record of a kind.
func (s *Store) Flip(t testing.TB, kind string) {
	t.Helper()
	for i, r := range s.records(t) {
		if what, _, _ := kindOf(r.key); what.name == kind {
			s.write(t, r.key, flipped(r.record, i))
			return
		}
	}
	t.Fatalf("no %s", kind)
}

func flipped(record []byte, bit int) []byte {
	changed := bytes.Clone(record)
	bit %= 8 * len(changed)
	changed[bit/8] ^= 1 << (bit % 8)
	return changed
}

func (s *Store) records(t testing.TB) (all []row) {
	t.Helper()
	err := s.view(t.Context(), func(r kv.Reader) error {
		for k, record := range r.Scan(nil, nil) {
			all = append(all, row{bytes.Clone(k), bytes.Clone(record)})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s *Store) write(t testing.TB, k key, record []byte) {
	t.Helper()
	if err := s.update(t.Context(), func(tx kv.Tx) error { return tx.Put(k, record) }); err != nil {
		t.Fatal(err)
	}
}
