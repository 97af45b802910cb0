package nlu

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/flow"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestUnderstandingStaysTheSame holds what is understood of every question of testdata/faq-bench, with the real
// FAQ and with one nine times as large, so that making it quicker changes nothing. Whoever changes the ranking
// or the lexicon on purpose writes the files anew with -update, and looks at the difference.
func TestUnderstandingStaysTheSame(t *testing.T) {
	t.Parallel()
	for name, entries := range map[string][]flow.Entry{"111": benchEntries(t), "1000": manyEntries(t, 1000)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := openMemory(t, entries)
			first, again := understoodBy(t, x), understoodBy(t, x) // the second time from what is remembered
			golden := filepath.Join("testdata", "understood-"+name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(first), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			differences(t, string(want), first)
			differences(t, first, again)
		})
	}
}

// understoodBy is a line for each question. What a text tells beside its question is in signs_test.go.
func understoodBy(t *testing.T, x *Index) string {
	var lines strings.Builder
	for _, q := range append(readLines[question](t, "questions.jsonl"), readLines[question](t, "oos.jsonl")...) {
		u := x.Understand(q.Text, Context{Language: "pl"})
		fmt.Fprintf(&lines, "%s → %s", q.Text, u.Outcome)
		for _, m := range u.Entries {
			fmt.Fprintf(&lines, " %s %.4f", m.Entry, m.Confidence)
		}
		lines.WriteByte('\n')
	}
	return lines.String()
}

func differences(t *testing.T, want, got string) {
	t.Helper()
	wanted, lines := strings.Split(want, "\n"), strings.Split(got, "\n")
	if len(wanted) != len(lines) {
		t.Fatalf("%d lines, want %d", len(lines), len(wanted))
	}
	for i := range lines {
		if lines[i] != wanted[i] {
			t.Errorf("got  %s\nwant %s", lines[i], wanted[i])
		}
	}
}
