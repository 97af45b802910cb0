package store

import (
	"context"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// Format is the version of the layout of the whole file: which kinds of record there are and where.
const Format = 1

// marker is the record that says which layout the file has.
type marker struct {
	Format  int       `json:"format"`
	Created time.Time `json:"created"`
}

var markerKind = newKind[marker]("marker", "s!", "store.no_marker")

func markerKey() key { return inServer().mark('!') }

// mark writes the marker into a new file.
func (s *Store) mark(ctx context.Context) error {
	return s.update(ctx, func(tx kv.Tx) error {
		return put(tx, markerKey(), marker{Format: Format, Created: s.now()})
	})
}

// checkMarker refuses a file whose layout this program does not know. A file without any record
// is one whose making was broken off, and gets its marker now.
func (s *Store) checkMarker(ctx context.Context) error {
	empty := false
	err := s.view(ctx, func(r kv.Reader) error {
		m, found, err := find[marker](r, markerKind, markerKey())
		switch {
		case err != nil:
			return err
		case m.Format > Format:
			return fault.New(fault.Newer, "store.newer", "file", s.file(), "format", m.Format, "known", Format)
		case found:
			return nil
		}
		empty = true
		for range r.Scan(nil, nil) {
			return fault.New(fault.Damaged, "store.no_marker", "file", s.file())
		}
		return nil
	})
	if err != nil || !empty {
		return err
	}
	return s.mark(ctx)
}
