package nlu

import (
	"os"
	"path/filepath"
	"testing"

	"okienko/runtime/flow"
)

func openIn(t *testing.T, dir string, entries []flow.Entry) {
	t.Helper()
	x, err := Open(dir, Knowledge{Entries: entries})
	if err != nil {
		t.Fatal(err)
	}
	if u := x.Understand("ile mam dni na zwrot", Context{}); u.Outcome != Answered || u.Entries[0].Entry != "r-termin" {
		t.Errorf("wrong answer: %+v", u)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

func TestIndexOnDisk(t *testing.T) {
	t.Parallel()
	dir, entries := t.TempDir(), benchEntries(t)
	openIn(t, dir, entries)
	made, err := os.Stat(filepath.Join(dir, Name(Knowledge{Entries: entries}), "index_meta.json"))
	if err != nil {
		t.Fatal(err)
	}
	openIn(t, dir, entries)
	again, err := os.Stat(filepath.Join(dir, Name(Knowledge{Entries: entries}), "index_meta.json"))
	if err != nil || !again.ModTime().Equal(made.ModTime()) {
		t.Errorf("the index was built again: %v", err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("left in the folder: %v %v", list, err)
	}
}

func TestSeveralOpenTheSameIndex(t *testing.T) {
	t.Parallel()
	dir, entries := t.TempDir(), benchEntries(t)
	x, err := Open(dir, Knowledge{Entries: entries})
	if err != nil {
		t.Fatal(err)
	}
	openIn(t, dir, entries)
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

// TestDamagedIndex cuts, empties, changes and removes each file of an index in turn.
func TestDamagedIndex(t *testing.T) {
	t.Parallel()
	dir, entries := t.TempDir(), benchEntries(t)
	openIn(t, dir, entries)
	for _, file := range files(t, filepath.Join(dir, Name(Knowledge{Entries: entries}))) {
		for name, damage := range map[string]func([]byte) []byte{
			"cut":     func(data []byte) []byte { return data[:len(data)/2] },
			"empty":   func([]byte) []byte { return nil },
			"changed": func(data []byte) []byte { data[len(data)/2] ^= 0x55; return data },
			"longer":  func(data []byte) []byte { return append(data, 'x') },
		} {
			data, err := os.ReadFile(file)
			if err != nil {
				continue // the index was built again with other file names
			}
			if err := os.WriteFile(file, damage(data), 0o600); err != nil {
				t.Fatal(err)
			}
			t.Log(name, file)
			openIn(t, dir, entries)
		}
	}
}

func files(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestNameTellsKnowledge(t *testing.T) {
	t.Parallel()
	a := []flow.Entry{{ID: "1", Question: "Ile?", Answer: "Dwa"}}
	names := map[string]bool{}
	for _, k := range []Knowledge{
		{Entries: a},
		{Entries: []flow.Entry{{ID: "1", Question: "Ile?", Answer: "Trzy"}}},
		{Entries: []flow.Entry{{ID: "1", Question: "Ile ich?", Answer: "Dwa"}}},
		{Entries: a, Synonyms: [][]string{{"ile", "ilu"}}},
	} {
		names[Name(k)] = true
	}
	if len(names) != 4 || !names[Name(Knowledge{Entries: a})] {
		t.Errorf("names of four different indexes: %v", names)
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one, two := []flow.Entry{{ID: "1", Question: "Ile mam dni na zwrot?"}}, benchEntries(t)
	for _, entries := range [][]flow.Entry{one, two} {
		x, err := Open(dir, Knowledge{Entries: entries})
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, temporaryPrefix+"1"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Sweep(dir, []string{Name(Knowledge{Entries: two})}); err != nil {
		t.Fatal(err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 || list[0].Name() != Name(Knowledge{Entries: two}) {
		t.Errorf("left: %v %v", list, err)
	}
	if err := Sweep(filepath.Join(dir, "missing"), nil); err != nil {
		t.Error(err)
	}
}
