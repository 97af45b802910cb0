package flow_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/flow"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every bot in testdata/broken and testdata/issues has what is wrong with it beside it, in order.
func TestBrokenBots(t *testing.T)    { t.Parallel(); checked(t, "broken", flow.Validate) }
func TestInspectedBots(t *testing.T) { t.Parallel(); checked(t, "issues", flow.Inspect) }

func checked(t *testing.T, folder string, check func(*flow.Bot) []flow.Problem) {
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no bots: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".json"), func(t *testing.T) {
			t.Parallel()
			bot, err := flow.Read(readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, p := range check(bot) {
				got.WriteString(string(p.Severity) + " " + p.String() + "\n")
			}
			golden(t, strings.TrimSuffix(path, ".json")+".golden", got.String())
		})
	}
}

// A bot from the palette with nothing wrong passes both checks.
func TestGoodBot(t *testing.T) {
	t.Parallel()
	bot, err := flow.Read(readFile(t, "testdata/good.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append(flow.Validate(bot), flow.Inspect(bot)...) {
		t.Errorf("%s %s", p.Severity, p)
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

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := string(readFile(t, path)); got != want {
		t.Errorf("%s differs; -update writes it anew. Got:\n%s", path, got)
	}
}
