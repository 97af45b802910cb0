package runtime

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

func entries(n int) []flow.Entry {
	return []flow.Entry{{ID: "a", Question: fmt.Sprintf("Ile kosztuje dostawa numer %d?", n), Answer: "Nic."}}
}

func folders(t *testing.T, dir string) int {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

func TestIndexesAreSharedAndFew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := newIndexes(dir, slog.Default())
	one, doneOne, err := s.use(t.Context(), nlu.Name(nlu.Knowledge{Entries: entries(0)}), nlu.Knowledge{Entries: entries(0)})
	if err != nil || one == nil {
		t.Fatal(one, err)
	}
	two, doneTwo, err := s.use(t.Context(), nlu.Name(nlu.Knowledge{Entries: entries(0)}), nlu.Knowledge{Entries: entries(0)})
	if err != nil || two != one {
		t.Errorf("the same entries have two indexes: %v", err)
	}
	for n := range 2 * maxIndexes {
		_, done, err := s.use(t.Context(), nlu.Name(nlu.Knowledge{Entries: entries(n)}), nlu.Knowledge{Entries: entries(n)})
		if err != nil {
			t.Fatal(err)
		}
		done()
	}
	if n := folders(t, dir); n > maxIndexes {
		t.Errorf("%d folders", n)
	}
	if u := one.Understand("ile kosztuje dostawa", nlu.Context{Language: "pl"}); len(u.Entries) == 0 {
		t.Error("an index in use was closed")
	}
	doneOne()
	doneTwo()
	s.closeAll()
}

func TestWhatNobodyOpensIsPruned(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	old := newIndexes(dir, slog.Default())
	for n := range 3 {
		_, done, err := old.use(t.Context(), nlu.Name(nlu.Knowledge{Entries: entries(n)}), nlu.Knowledge{Entries: entries(n)})
		if err != nil {
			t.Fatal(err)
		}
		done()
	}
	old.closeAll()
	s := newIndexes(dir, slog.Default())
	s.warm(nlu.Name(nlu.Knowledge{Entries: entries(1)}), nlu.Knowledge{Entries: entries(1)})
	s.prune()
	if n := folders(t, dir); n != 1 {
		t.Errorf("%d folders", n)
	}
	s.closeAll()
}

func TestWithoutAFolderIndexesAreInMemory(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", filepath.Join(file, "index")} {
		s := newIndexes(dir, slog.New(slog.DiscardHandler))
		x, done, err := s.use(t.Context(), nlu.Name(nlu.Knowledge{Entries: entries(1)}), nlu.Knowledge{Entries: entries(1)})
		if err != nil || x == nil {
			t.Errorf("%q: %v", dir, err)
		}
		done()
		s.prune()
		s.closeAll()
	}
}
