package engine_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"okienko/runtime/engine/talk"
	"okienko/runtime/flow"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every folder of testdata is a bot with a conversation that must come out byte for byte.
func TestTalks(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("testdata/*/bot.json")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no talks: %v", err)
	}
	for _, path := range folders {
		folder := filepath.Dir(path)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			bot := readBot(t, path)
			golden(t, filepath.Join(folder, "talk.golden"), func(script string) string {
				played, err := talk.Play(bot, script, nil)
				if err != nil {
					t.Fatal(err)
				}
				return played
			})
		})
	}
}

// readBot reads a bot and demands that its file is written as Write writes it.
func readBot(t *testing.T, path string) *flow.Bot {
	t.Helper()
	bot, err := flow.Read([]byte(readFile(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, path, func(string) string {
		written, err := flow.Write(bot)
		if err != nil {
			t.Fatal(err)
		}
		return string(written)
	})
	return bot
}

func golden(t *testing.T, path string, make func(have string) string) {
	t.Helper()
	want := readFile(t, path)
	got := make(want)
	if got == want {
		return
	}
	if !*update {
		t.Errorf("%s differs; -update writes it anew. Got:\n%s", path, got)
		return
	}
	if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
