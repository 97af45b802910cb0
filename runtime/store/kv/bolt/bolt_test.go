package bolt_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// TestMain keeps the stacks of panics that tests cause out of their output.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// open makes a new file and opens it; the test ends with a check of its structure.
func open(t testing.TB, options bolt.Options) *bolt.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	must(t, bolt.Create(path))
	return openAt(t, path, options)
}

func openAt(t testing.TB, path string, options bolt.Options) *bolt.DB {
	t.Helper()
	db, err := bolt.Open(path, options)
	must(t, err)
	t.Cleanup(func() {
		must(t, db.Check(context.Background()))
		must(t, db.Close())
	})
	return db
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, db kv.DB, key, value string) {
	t.Helper()
	must(t, db.Update(t.Context(), func(tx kv.Tx) error { return tx.Put([]byte(key), []byte(value)) }))
}

// keys are all keys in order, joined.
func keys(t testing.TB, db kv.DB) string {
	t.Helper()
	all := ""
	must(t, db.View(t.Context(), func(r kv.Reader) error {
		for k := range r.Scan(nil, nil) {
			all += string(k)
		}
		return nil
	}))
	return all
}

func TestScansGoBothWays(t *testing.T) {
	t.Parallel()
	db := open(t, bolt.Options{})
	for _, k := range []string{"b", "d", "f"} {
		put(t, db, k, k)
	}
	cases := []struct{ from, to, want, back string }{
		{"", "", "bdf", "fdb"}, {"b", "f", "bd", "db"}, {"c", "e", "d", "d"}, {"g", "", "", ""}, {"a", "b", "", ""}, {"d", "z", "df", "fd"},
	}
	for _, c := range cases {
		var to []byte
		if c.to != "" {
			to = []byte(c.to)
		}
		must(t, db.View(t.Context(), func(r kv.Reader) error {
			there, back := "", ""
			for k := range r.Scan([]byte(c.from), to) {
				there += string(k)
			}
			for k := range r.ScanBack([]byte(c.from), to) {
				back += string(k)
			}
			if there != c.want || back != c.back {
				t.Errorf("%q to %q: %q and back %q, want %q and %q", c.from, c.to, there, back, c.want, c.back)
			}
			return nil
		}))
	}
}

// TestAFailureUndoesOnlyItself lets many write at once, of whom some fail after writing, panic or write nothing.
func TestAFailureUndoesOnlyItself(t *testing.T) {
	t.Parallel()
	db := open(t, bolt.Options{})
	failure := errors.New("refused")
	var wait sync.WaitGroup
	for i := range 200 {
		wait.Go(func() {
			err := db.Update(t.Context(), func(tx kv.Tx) error {
				if i%4 == 3 {
					return failure
				}
				if err := tx.Put(fmt.Appendf(nil, "%03d", i), nil); err != nil {
					return err
				}
				switch i % 4 {
				case 1:
					return failure
				case 2:
					panic("a mistake in the caller's function")
				}
				return nil
			})
			switch {
			case i%4 == 0 && err != nil, i%2 == 1 && !errors.Is(err, failure), i%4 == 2 && (err == nil || errors.Is(err, kv.ErrDamaged)):
				t.Errorf("update %d: %v", i, err)
			}
		})
	}
	wait.Wait()
	want := ""
	for i := 0; i < 200; i += 4 {
		want += fmt.Sprintf("%03d", i)
	}
	if got := keys(t, db); got != want {
		t.Errorf("kept %s", got)
	}
}

func TestAnUpdateMayRunAgain(t *testing.T) {
	t.Parallel()
	db := open(t, bolt.Options{})
	put(t, db, "count", "\x00")
	var wait sync.WaitGroup
	for i := range 100 {
		wait.Go(func() {
			_ = db.Update(t.Context(), func(tx kv.Tx) error {
				next := tx.Get([]byte("count"))[0] + 1
				if err := tx.Put([]byte("count"), []byte{next}); err != nil || i%2 == 0 {
					return err
				}
				return errors.New("undone")
			})
		})
	}
	wait.Wait()
	must(t, db.View(t.Context(), func(r kv.Reader) error {
		if got := r.Get([]byte("count"))[0]; got != 50 {
			t.Errorf("counted %d, want 50", got)
		}
		return nil
	}))
}

// TestAWaitingCallerCanLeave holds the writer while a second update waits and is given up.
func TestAWaitingCallerCanLeave(t *testing.T) {
	t.Parallel()
	db := open(t, bolt.Options{})
	began, release := make(chan struct{}), make(chan struct{})
	var once sync.Once
	var wait sync.WaitGroup
	wait.Go(func() {
		err := db.Update(t.Context(), func(tx kv.Tx) error {
			once.Do(func() { close(began) })
			<-release
			return tx.Put([]byte("first"), nil)
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-began
	ctx, cancel := context.WithCancel(t.Context())
	left := make(chan error)
	wait.Go(func() {
		left <- db.Update(ctx, func(tx kv.Tx) error { return tx.Put([]byte("second"), nil) })
	})
	cancel()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(release)
	wait.Wait()
	if got := keys(t, db); got != "first" {
		t.Errorf("kept %q", got)
	}
}

func TestCloseFinishesWhatWaits(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	must(t, bolt.Create(path))
	db, err := bolt.Open(path, bolt.Options{})
	must(t, err)
	var wait sync.WaitGroup
	kept := make([]bool, 100)
	for i := range kept {
		wait.Go(func() {
			err := db.Update(context.Background(), func(tx kv.Tx) error { return tx.Put([]byte{byte(i)}, nil) })
			kept[i] = err == nil
			if err != nil && !errors.Is(err, kv.ErrClosed) {
				t.Error(err)
			}
		})
	}
	must(t, db.Close())
	wait.Wait()
	if err := db.Update(t.Context(), func(kv.Tx) error { return nil }); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("update after close: %v", err)
	}
	if err := db.View(t.Context(), func(kv.Reader) error { return nil }); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("view after close: %v", err)
	}
	again := openAt(t, path, bolt.Options{})
	must(t, again.View(t.Context(), func(r kv.Reader) error {
		for i, was := range kept {
			if was != (r.Get([]byte{byte(i)}) != nil) {
				t.Errorf("key %d: acknowledged %v, kept %v", i, was, !was)
			}
		}
		return nil
	}))
}

func TestTheFileHasOneOwner(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	must(t, bolt.Create(path))
	openAt(t, path, bolt.Options{})
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrLocked) {
		t.Errorf("second open: %v", err)
	}
	if err := bolt.Create(path); err == nil {
		t.Error("a file that is there was made anew")
	}
}
