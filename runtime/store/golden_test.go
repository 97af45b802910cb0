package store_test

import (
	"flag"
	"os"
	"testing"
	"time"

	"okienko/runtime/store"
)

var update = flag.Bool("update", false, "write the golden files of the present format anew")

// Format 1 must open for ever: a backup and an export of it are kept here. They are never written anew
// once a version with this format was shipped.
const (
	goldenBackup = "testdata/format-1.zip"
	goldenExport = "testdata/format-1.jsonl"
)

func TestFormat1Opens(t *testing.T) {
	t.Parallel()
	if *update {
		writeGolden(t)
	}
	dir := t.TempDir()
	_, err := store.Restore(t.Context(), dir, goldenBackup)
	must(t, err)
	want, err := os.ReadFile(goldenExport)
	must(t, err)
	equal(t, exported(t, openAt(t, dir)), string(want))
	readStory(t, openImported(t))
}

// openImported imports the golden export into an empty folder.
func openImported(t testing.TB) *store.Store {
	t.Helper()
	s := open(t)
	file, err := os.Open(goldenExport)
	must(t, err)
	defer file.Close()
	_, err = s.Import(t.Context(), file)
	must(t, err)
	return s
}

func readStory(t testing.TB, s *store.Store) {
	t.Helper()
	ref, err := s.BotAddress(t.Context(), "asystent")
	must(t, err)
	c, err := s.ConversationByToken(t.Context(), ref, [32]byte{2})
	must(t, err)
	equal(t, c.Seq, 8)
	equal(t, c.Case, 3)
	events, err := s.Events(t.Context(), ref, c.ID, 0, 0)
	must(t, err)
	equal(t, events[5].Text, "pytanie 2 o wysyłkę 2")
	release, err := s.Release(t.Context(), ref, c.Release)
	must(t, err)
	equal(t, release.Bot.Entries[0].ID, "zwrot")
	due, _, err := s.DueTimers(t.Context(), noon.Add(24*time.Hour), 10)
	must(t, err)
	equal(t, len(due), 0)
}

func writeGolden(t testing.TB) {
	t.Helper()
	s := open(t)
	story(t, s)
	backup, err := os.Create(goldenBackup)
	must(t, err)
	must(t, s.Backup(t.Context(), backup))
	must(t, backup.Close())
	must(t, os.WriteFile(goldenExport, []byte(exported(t, s)), 0o644))
}
