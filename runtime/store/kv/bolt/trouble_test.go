package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"

	berrors "go.etcd.io/bbolt/errors"

	"okienko/runtime/store/kv"
)

// TestTroubleIsToldApart: no room leaves the file as it was, a failed flush leaves nobody knowing.
func TestTroubleIsToldApart(t *testing.T) {
	t.Parallel()
	write := func(errno syscall.Errno) error { return &fs.PathError{Op: "write", Path: "okienko.db", Err: errno} }
	cases := []struct{ err, want error }{
		{nil, nil},
		{write(syscall.ENOSPC), kv.ErrFull},
		{write(syscall.EDQUOT), kv.ErrFull},
		{write(syscall.EFBIG), kv.ErrFull},
		{berrors.ErrMaxSizeReached, kv.ErrFull},
		{fmt.Errorf("file resize error: %s", write(syscall.EFBIG)), kv.ErrFull},
		{fmt.Errorf("file sync error: %s", write(syscall.ENOSPC)), kv.ErrBroken},
		{write(syscall.EIO), kv.ErrBroken},
		{syscall.EIO, kv.ErrBroken},    // a flush
		{syscall.ENOSPC, kv.ErrBroken}, // a flush, too: what was written may be gone
		{berrors.ErrTimeout, kv.ErrLocked},
		{berrors.ErrChecksum, kv.ErrDamaged},
	}
	for _, c := range cases {
		if got := classify(c.err); !errors.Is(got, c.want) {
			t.Errorf("%v became %v, want %v", c.err, got, c.want)
		}
	}
}

// TestAfterAFailedFlushNothingIsWritten: reads go on, every update is refused.
func TestAfterAFailedFlushNothingIsWritten(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	if err := Create(path); err != nil {
		t.Fatal(err)
	}
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	put := func(tx kv.Tx) error { return tx.Put([]byte("a"), nil) }
	if err := db.Update(t.Context(), put); err != nil {
		t.Fatal(err)
	}
	db.writer.broken = classify(syscall.EIO) // as sync leaves it
	for range 3 {
		if err := db.Update(t.Context(), put); !errors.Is(err, kv.ErrBroken) {
			t.Errorf("got %v", err)
		}
	}
	err = db.View(t.Context(), func(r kv.Reader) error {
		if r.Get([]byte("a")) == nil {
			t.Error("reads must go on")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
