package store

import (
	"os"
	"path/filepath"
	"testing"

	"okienko/runtime/flow"
)

// TestARestoreBrokenOffLeavesAStoreThatOpens stops after each step, as a pulled plug would.
func TestARestoreBrokenOffLeavesAStoreThatOpens(t *testing.T) {
	t.Parallel()
	backup := backupNamed(t, "Z kopii")
	steps := len((&restoring{}).steps())
	for stop := range steps + 1 {
		dir := folderNamed(t, "Obecny")
		r := &restoring{ctx: t.Context(), dir: dir, backup: backup}
		for _, step := range r.steps()[:stop] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		want := "Obecny"
		if stop >= steps-1 {
			want = "Z kopii"
		}
		if got := nameIn(t, dir); got != want {
			t.Errorf("after step %d the shop is %q, want %q", stop, got, want)
		}
	}
}

// TestASwapBrokenOffIsFinished stops between the two renames of each file.
func TestASwapBrokenOffIsFinished(t *testing.T) {
	t.Parallel()
	backup := backupNamed(t, "Z kopii")
	for moved := range 4 {
		dir := folderNamed(t, "Obecny")
		r := &restoring{ctx: t.Context(), dir: dir, backup: backup}
		for _, step := range r.steps()[:5] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		halfSwap(t, r, moved)
		if got := nameIn(t, dir); got != "Z kopii" {
			t.Errorf("after %d moves the shop is %q", moved, got)
		}
		if got := nameIn(t, r.done.Old); got != "Obecny" {
			t.Errorf("after %d moves the old shop is %q", moved, got)
		}
	}
}

func halfSwap(t *testing.T, r *restoring, moves int) {
	t.Helper()
	for i, name := range []string{filesName, databaseName} {
		if moves > 2*i {
			if err := setAside(filepath.Join(r.dir, name), r.done.Old, name); err != nil {
				t.Fatal(err)
			}
		}
		if moves > 2*i+1 {
			if err := os.Rename(filepath.Join(r.fresh(), name), filepath.Join(r.dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func folderNamed(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.CreateShop(t.Context(), Shop{ID: "sklep", Name: name}, User{Email: "a@b.pl"}, Bot{}, flow.Bot{}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func backupNamed(t *testing.T, name string) string {
	t.Helper()
	s, err := Open(t.Context(), folderNamed(t, name), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	path, err := s.BackupFile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func nameIn(t *testing.T, dir string) string {
	t.Helper()
	s, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	shop, err := s.Shop(t.Context(), "sklep")
	if err != nil {
		t.Fatal(err)
	}
	return shop.Name
}
