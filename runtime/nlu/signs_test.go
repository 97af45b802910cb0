package nlu

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// TestSignsStayTheSame holds what the questions of testdata/faq-bench tell beside what they ask: hardly any
// has a mood, a wish or a value, so a new word that finds one in harmless texts shows up here.
func TestSignsStayTheSame(t *testing.T) {
	t.Parallel()
	x := openMemory(t, nil)
	c := Context{
		Language:  "pl",
		Now:       aSunday,
		Choices:   []engine.Choice{{ID: "zwrot", Label: "Zwrot lub wymiana"}, {ID: "paczka", Label: "Gdzie jest paczka?"}, {ID: "platnosc", Label: "Płatność i faktura"}},
		Listeners: []flow.Listener{{Wish: "human", Phrases: []string{"pani kasia", "infolinia"}}, {Wish: "menu", Phrases: []string{"tematy"}}},
	}
	var lines strings.Builder
	for _, q := range append(readLines[question](t, "questions.jsonl"), readLines[question](t, "oos.jsonl")...) {
		u := x.Understand(q.Text, c)
		signs := []string{cmp.Or(u.Language, "?"), u.Wish, u.Choice, u.Statement, listed(u.Values), strings.Join(u.Moods, " ")}
		fmt.Fprintf(&lines, "%s → %s\n", q.Text, strings.Join(strings.Fields(strings.Join(signs, " ")), " "))
	}
	const golden = "testdata/signs.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(lines.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	differences(t, string(want), lines.String())
}
