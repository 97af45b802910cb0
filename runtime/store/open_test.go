package store_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
	"okienko/views/words"
)

// sentence is what a person reads, in both languages; a key without words fails the test.
func sentence(t testing.TB, err error) string {
	t.Helper()
	f := fault.Of(err)
	var args []any
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	pl, en := words.In("pl", f.Key, args...), words.In("en", f.Key, args...)
	for _, text := range []string{pl, en} {
		if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") {
			t.Errorf("no words for %v: %q", err, text)
		}
	}
	return pl
}

// TestWhatCantBeOpenedIsLeftAlone: each refusal names the file and says what to do.
func TestWhatCantBeOpenedIsLeftAlone(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	whole, err := os.ReadFile(filepath.Join(dir, "okienko.db"))
	must(t, err)
	cases := []struct {
		name    string
		content []byte
		code    fault.Code
		says    string
	}{
		{"empty", nil, fault.Damaged, "jest uszkodzony"},
		{"cut off", whole[:9000], fault.Damaged, "jest uszkodzony"},
		{"of another program", append([]byte("SQLite format 3\x00"), make([]byte, 8192)...), fault.Invalid, "nie jest plikiem Okienka"},
	}
	for _, c := range cases {
		dir := t.TempDir()
		path := filepath.Join(dir, "okienko.db")
		must(t, os.WriteFile(path, c.content, 0o600))
		_, err := store.Open(t.Context(), dir, store.Options{})
		wants(t, err, c.code)
		if text := sentence(t, err); !strings.Contains(text, c.says) || !strings.Contains(text, path) {
			t.Errorf("%s: %s", c.name, text)
		}
		after, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(after, c.content) {
			t.Errorf("%s: the file was changed", c.name)
		}
	}
}

func TestARefusalNamesTheNewestBackup(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	backup := backupOf(t, dir)
	must(t, os.Truncate(filepath.Join(dir, "okienko.db"), 9000))
	_, err := store.Open(t.Context(), dir, store.Options{})
	wants(t, err, fault.Damaged)
	if text := sentence(t, err); !strings.Contains(text, backup) {
		t.Error(text)
	}
	_, err = store.Restore(t.Context(), dir, backup)
	must(t, err)
	openAt(t, dir)
}

func TestAFileOfANewerOkienkoIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	s.Newer(t)
	must(t, s.Close())
	_, err = store.Open(t.Context(), dir, store.Options{})
	wants(t, err, fault.Newer)
	sentence(t, err)
}

func TestAFileWithoutItsMarkIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "okienko.db")
	must(t, bolt.Create(path))
	db, err := bolt.Open(path, bolt.Options{})
	must(t, err)
	must(t, db.Update(t.Context(), func(tx kv.Tx) error { return tx.Put([]byte("a"), []byte("b")) }))
	must(t, db.Close())
	_, err = store.Open(t.Context(), dir, store.Options{})
	wants(t, err, fault.Damaged)
	sentence(t, err)
}

// TestAFolderHasOneProcess starts a second one, which is refused with the pid of the first, and kills the first.
func TestAFolderHasOneProcess(t *testing.T) {
	t.Parallel()
	if dir := os.Getenv("OKIENKO_TEST_HOLD"); dir != "" {
		_, err := store.Open(t.Context(), dir, store.Options{})
		must(t, err)
		fmt.Println("open")
		select {}
	}
	dir := t.TempDir()
	first := exec.Command(os.Args[0], "-test.run=^TestAFolderHasOneProcess$")
	first.Env = append(os.Environ(), "OKIENKO_TEST_HOLD="+dir)
	out, err := first.StdoutPipe()
	must(t, err)
	must(t, first.Start())
	line := make([]byte, 5)
	_, err = out.Read(line)
	must(t, err)

	_, err = store.Open(t.Context(), dir, store.Options{})
	wants(t, err, fault.Unavailable)
	if text := sentence(t, err); !strings.Contains(text, fmt.Sprint(first.Process.Pid)) {
		t.Error(text)
	}
	must(t, first.Process.Kill())
	_ = first.Wait()
	openAt(t, dir)
}

func TestTheSecretKey(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	secret := s.Secret()
	must(t, s.Close())
	s, err = store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	equal(t, s.Secret(), secret)
	must(t, s.Close())
	path := filepath.Join(dir, "secret.key")
	info, err := os.Stat(path)
	must(t, err)
	equal(t, info.Mode().Perm(), 0o600)
	must(t, os.WriteFile(path, secret[:31], 0o600))
	_, err = store.Open(t.Context(), dir, store.Options{})
	wants(t, err, fault.Damaged)
	sentence(t, err)
}

// TestADamagedRecordIsNeverServed flips one bit of each record in turn: reading it fails, all else works,
// and the check names it.
func TestADamagedRecordIsNeverServed(t *testing.T) {
	t.Parallel()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	must(t, err)
	defer s.Close()
	ref := story(t, s)
	records := s.FlipEach(t, func(kind string) {
		findings, err := s.Check(t.Context(), nil)
		must(t, err)
		named := false
		for _, f := range findings {
			sentence(t, f.Problem)
			named = named || f.Kind == kind
		}
		if !named {
			t.Errorf("a damaged %s is not found", kind)
		}
	})
	if records < 50 {
		t.Errorf("only %d records in the story", records)
	}
	s.Flip(t, "conversation")
	_, err = s.Conversation(t.Context(), ref, "rozmowa-0")
	wants(t, err, fault.Damaged)
	sentence(t, err)
	_, err = s.Bot(t.Context(), ref)
	must(t, err)
	if err := s.Export(t.Context(), new(bytes.Buffer)); !fault.Is(err, fault.Damaged) {
		t.Errorf("export of a damaged record: %v", err)
	}
}
