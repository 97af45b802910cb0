//go:build linux

package store_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// writeUntilFull keeps files' worth of text in the draft's FAQ until there is no room.
func writeUntilFull(t testing.TB, s *store.Store, ref store.BotRef) {
	t.Helper()
	for i := range 10_000 {
		var text strings.Builder
		for range 6_000 { // random, so that it can't be packed away
			text.WriteString(store.NewID())
		}
		record := store.EntryRecord{Order: i}
		record.ID, record.Answer = store.NewID(), text.String()
		err := s.SaveEntries(t.Context(), ref, []store.EntryRecord{record})
		if err != nil {
			wants(t, err, fault.Full)
			return
		}
	}
	t.Fatal("it never became full")
}

// stillServes proves that reads go on while writes are refused.
func stillServes(t testing.TB, s *store.Store, ref store.BotRef) {
	t.Helper()
	_, _, err := s.DraftBot(t.Context(), ref)
	must(t, err)
}

func TestAFileAtItsLimitIsReadOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{MaxSize: 9 << 20})
	must(t, err)
	ref := found(t, s)
	writeUntilFull(t, s, ref)
	stillServes(t, s, ref)
	if size := s.Size(); size > 9<<20 {
		t.Errorf("the file grew to %d bytes", size)
	}
	isClean(t, s)
	must(t, s.Close())
	begin(t, openAt(t, dir), ref, 1) // without the limit
}

// TestAFullDiskIsReadOn fills a small disk of its own and makes room on it again.
func TestAFullDiskIsReadOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=14m"); err != nil {
		t.Logf("no disk of our own here (%v): the limit of file sizes has to do", err)
		return
	}
	defer func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) }()
	ballast := filepath.Join(dir, "ballast")
	must(t, os.WriteFile(ballast, make([]byte, 4<<20), 0o600))
	s, err := store.Open(t.Context(), filepath.Join(dir, "data"), store.Options{})
	must(t, err)
	ref := found(t, s)
	writeUntilFull(t, s, ref)
	stillServes(t, s, ref)
	_, err = s.SaveFile(t.Context(), ref, store.File{}, make([]byte, 8<<20))
	wants(t, err, fault.Full)
	wants(t, s.Backup(t.Context(), new(bytes.Buffer)), fault.Full)

	must(t, os.Remove(ballast))
	c := begin(t, s, ref, 1)
	_, err = s.CommitTurn(t.Context(), ref, say(c, "m1", "jest miejsce"))
	must(t, err)
	isClean(t, s)
	must(t, s.Close())
	again, err := store.Open(t.Context(), filepath.Join(dir, "data"), store.Options{})
	must(t, err)
	isClean(t, again)
	must(t, again.Close())
}

// TestTheLimitOfFileSizesIsAFullDisk runs in a child, because the limit is of a whole process.
func TestTheLimitOfFileSizesIsAFullDisk(t *testing.T) {
	t.Parallel()
	if os.Getenv("OKIENKO_TEST_LIMIT") == "" {
		child := exec.Command(os.Args[0], "-test.run=^TestTheLimitOfFileSizesIsAFullDisk$")
		child.Env = append(os.Environ(), "OKIENKO_TEST_LIMIT=1")
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	s, ref := founded(t)
	limit(t, 10<<20, before)
	writeUntilFull(t, s, ref)
	stillServes(t, s, ref)
	limit(t, before.Cur, before)
	begin(t, s, ref, 1)
}

func limit(t testing.TB, bytes uint64, before syscall.Rlimit) {
	t.Helper()
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: before.Max}))
}
