package store_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// filled is a data folder with something of everything in it, not open any more.
func filled(t testing.TB) (dir string, ref store.BotRef) {
	t.Helper()
	dir = t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{Now: func() time.Time { return noon }})
	must(t, err)
	ref = found(t, s)
	fill(t, s, ref)
	isClean(t, s)
	must(t, s.Close())
	return dir, ref
}

func fill(t testing.TB, s *store.Store, ref store.BotRef) {
	t.Helper()
	owner, err := s.UserByEmail(t.Context(), "ania@kwiaty.pl")
	must(t, err)
	must(t, s.SaveSignIn(t.Context(), [32]byte{7}, store.SignIn{Shop: ref.Shop, User: owner.ID}))
	_, err = s.SaveFile(t.Context(), ref, store.File{ID: "obrazek", Name: "sklep.png"}, bytes.Repeat([]byte("png"), 200_000))
	must(t, err)
	for i := range 20 {
		c := begin(t, s, ref, byte(i+1))
		turn := say(c, "m1", fmt.Sprintf("gdzie moja paczka %d", i))
		turn.Timer = &store.Timer{Due: noon.Add(time.Hour), Question: 1}
		turn.Case = &store.Case{Email: "jan@example.com", Text: "proszę o kontakt"}
		_, err := s.CommitTurn(t.Context(), ref, turn)
		must(t, err)
	}
}

func backupOf(t testing.TB, dir string) string {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.Options{Now: func() time.Time { return noon }})
	must(t, err)
	path, err := s.BackupFile(t.Context())
	must(t, err)
	must(t, s.Close())
	return path
}

func TestABackupComesBackWhole(t *testing.T) {
	t.Parallel()
	dir, ref := filled(t)
	backup := backupOf(t, dir)

	other := t.TempDir()
	restored, err := store.Restore(t.Context(), other, backup)
	must(t, err)
	equal(t, restored.Old, "")
	equal(t, restored.Manifest.Counts["conversation"], 20)
	s := openAt(t, other)
	list, _, err := s.Conversations(t.Context(), ref.Shop, store.Filter{})
	must(t, err)
	equal(t, len(list), 20)
	content, _, err := s.OpenFile(t.Context(), ref, "obrazek")
	must(t, err)
	defer content.Close()
	whole, err := io.ReadAll(content)
	must(t, err)
	equal(t, len(whole), 600_000)
	if _, err := os.Stat(filepath.Join(other, "secret.key")); err != nil {
		t.Error("the restored folder has no key of its own")
	}
}

func TestARestoreKeepsTheOldData(t *testing.T) {
	t.Parallel()
	dir, ref := filled(t)
	backup := backupOf(t, dir)
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	c := begin(t, s, ref, 99)
	must(t, s.Close())

	restored, err := store.Restore(t.Context(), dir, backup)
	must(t, err)
	s = openAt(t, dir)
	_, err = s.Conversation(t.Context(), ref, c.ID)
	wants(t, err, fault.NotFound)
	old := openAt(t, restored.Old)
	_, err = old.Conversation(t.Context(), ref, c.ID)
	must(t, err)
}

func TestARestoreWaitsForNobody(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	backup := backupOf(t, dir)
	openAt(t, dir)
	_, err := store.Restore(t.Context(), dir, backup)
	wants(t, err, fault.Unavailable)
}

func TestBackupsUnderLoadHoldWhatWasAcknowledged(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	ctx, stop := context.WithCancel(t.Context())
	var load sync.WaitGroup
	load.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			if err := talk(ctx, s, ref, i); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		}
	})
	for i := range 5 {
		c := begin(t, s, ref, byte(200+i))
		var out bytes.Buffer
		must(t, s.Backup(t.Context(), &out))
		path := filepath.Join(t.TempDir(), "backup.zip")
		must(t, os.WriteFile(path, out.Bytes(), 0o600))
		other := t.TempDir()
		_, err := store.Restore(t.Context(), other, path)
		must(t, err)
		_, err = openAt(t, other).Conversation(t.Context(), ref, c.ID)
		must(t, err)
	}
	stop()
	load.Wait()
}

// repack writes a backup anew with its entries changed by f; a nil content leaves one out.
func repack(t testing.TB, backup string, f func(entries map[string][]byte) []zipEntry) string {
	t.Helper()
	r, err := zip.OpenReader(backup)
	must(t, err)
	defer r.Close()
	entries := map[string][]byte{}
	for _, file := range r.File {
		in, err := file.Open()
		must(t, err)
		entries[file.Name], err = io.ReadAll(in)
		must(t, err)
	}
	var extra []zipEntry
	if f != nil {
		extra = f(entries)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range maps.All(entries) {
		extra = append(extra, zipEntry{zip.FileHeader{Name: name, Method: zip.Deflate}, content})
	}
	for _, e := range extra {
		part, err := w.CreateHeader(&e.header)
		must(t, err)
		_, err = part.Write(e.content)
		must(t, err)
	}
	must(t, w.Close())
	path := filepath.Join(t.TempDir(), "changed.zip")
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

type zipEntry struct {
	header  zip.FileHeader
	content []byte
}

func TestABadBackupChangesNothing(t *testing.T) {
	t.Parallel()
	dir, ref := filled(t)
	backup := backupOf(t, dir)
	link := zip.FileHeader{Name: "files/link"}
	link.SetMode(os.ModeSymlink | 0o777)
	extra := func(header zip.FileHeader, content []byte) func(map[string][]byte) []zipEntry {
		return func(map[string][]byte) []zipEntry { return []zipEntry{{header, content}} }
	}
	manifest := func(change func(*store.Manifest)) func(map[string][]byte) []zipEntry {
		return func(entries map[string][]byte) []zipEntry {
			var m store.Manifest
			must(t, json.Unmarshal(entries["manifest.json"], &m))
			change(&m)
			entries["manifest.json"], _ = json.Marshal(m)
			return nil
		}
	}
	cases := []struct {
		name string
		f    func(map[string][]byte) []zipEntry
		code fault.Code
	}{
		{"a path out of the folder", extra(zip.FileHeader{Name: "files/../../evil"}, nil), fault.Invalid},
		{"an absolute path", extra(zip.FileHeader{Name: "/etc/evil"}, nil), fault.Invalid},
		{"a path with a backslash", extra(zip.FileHeader{Name: `files/..\evil`}, nil), fault.Invalid},
		{"a link", extra(link, []byte("/etc/passwd")), fault.Invalid},
		{"a folder", extra(zip.FileHeader{Name: "files/sub/"}, nil), fault.Invalid},
		{"the secret key", extra(zip.FileHeader{Name: "secret.key"}, make([]byte, 32)), fault.Invalid},
		{"a file twice", extra(zip.FileHeader{Name: "files/obrazek"}, []byte("x")), fault.Invalid},
		{"a file that the manifest does not list", extra(zip.FileHeader{Name: "files/inny"}, []byte("x")), fault.Invalid},
		{"a bomb", extra(zip.FileHeader{Name: "files/bomba", Method: zip.Deflate}, make([]byte, 64<<20)), fault.Invalid},
		{"no manifest", func(e map[string][]byte) []zipEntry { delete(e, "manifest.json"); return nil }, fault.Invalid},
		{"no database", func(e map[string][]byte) []zipEntry { delete(e, "okienko.db"); return nil }, fault.Invalid},
		{"a manifest of a newer Okienko", manifest(func(m *store.Manifest) { m.Format++ }), fault.Newer},
		{"another number of records", manifest(func(m *store.Manifest) { m.Counts["conversation"]++ }), fault.Damaged},
		{"another hash", manifest(func(m *store.Manifest) { m.Files[0].SHA256 = "00" }), fault.Damaged},
		{"a changed byte", func(e map[string][]byte) []zipEntry { e["okienko.db"][9000] ^= 1; return nil }, fault.Damaged},
	}
	for _, c := range cases {
		_, err := store.Restore(t.Context(), dir, repack(t, backup, c.f))
		if got := fault.CodeOf(err); got != c.code {
			t.Errorf("%s: code %q (%v), want %q", c.name, got, err, c.code)
		}
		if _, err := os.Stat(filepath.Join(dir, "restore.new")); err == nil {
			t.Errorf("%s: what was unpacked is left behind", c.name)
		}
	}
	cut := filepath.Join(t.TempDir(), "cut.zip")
	whole, err := os.ReadFile(backup)
	must(t, err)
	must(t, os.WriteFile(cut, whole[:len(whole)/2], 0o600))
	_, err = store.Restore(t.Context(), dir, cut)
	wants(t, err, fault.Invalid)
	_, err = store.Restore(t.Context(), dir, repack(t, backup, nil))
	must(t, err)
	list, _, err := openAt(t, dir).Conversations(t.Context(), ref.Shop, store.Filter{})
	must(t, err)
	equal(t, len(list), 20)
}
