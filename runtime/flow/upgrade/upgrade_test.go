package upgrade_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/flow/upgrade"
)

// Files of each format that ever shipped, and what the ladder makes of them. The files stay as they are.
func TestLadder(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*.json")
	if err != nil || len(paths) != upgrade.Newest() {
		t.Fatalf("%d files for %d formats, %v", len(paths), upgrade.Newest(), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			got, err := upgrade.Upgrade(readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			if want := readFile(t, strings.TrimSuffix(path, ".json")+".golden"); !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestNewestIsTheFormatWritten(t *testing.T) {
	t.Parallel()
	if upgrade.Newest() != flow.Format {
		t.Errorf("the ladder ends at %d, the format is %d", upgrade.Newest(), flow.Format)
	}
}

func TestNewerIsRefused(t *testing.T) {
	t.Parallel()
	_, err := upgrade.Upgrade([]byte(`{"format": 2}`))
	if newer, ok := errors.AsType[*upgrade.Newer](err); !ok || newer.Format != 2 {
		t.Errorf("got %v", err)
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
