package nlu

import (
	"testing"

	"okienko/runtime/flow"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"ile kosztuje dostawa i czy mozna zaplacic blikiem":     2,
		"Ile trwa dostawa? A jak zwrócić buty?":                 2,
		"ile kosztuje dostawa i zwrot":                          1,
		"Dzień dobry. Do kiedy mogę oddać i od kiedy liczycie?": 3,
	} {
		if got := sentences(text); len(got) != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestSynonymsOfTheOwner(t *testing.T) {
	entries := []flow.Entry{
		{ID: "a", Question: "Kiedy odbiorę paczkę w Chatce?"}, {ID: "b", Question: "Jak zamówić tort?"}, {ID: "c", Question: "Gdzie zaparkować?"},
	}
	ask := func(k Knowledge) float64 {
		x, err := Open("", k)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		u := x.Understand("kiedy otwarty kiosk pod lasem", Context{})
		t.Log(u.Outcome, u.Entries)
		if len(u.Entries) == 0 || u.Entries[0].Entry != "a" {
			return 0
		}
		return u.Entries[0].Confidence
	}
	before := ask(Knowledge{Entries: entries})
	after := ask(Knowledge{Entries: entries, Synonyms: [][]string{{"chatka", "kiosk pod lasem"}}})
	if after <= before {
		t.Errorf("synonyms change %v to %v", before, after)
	}
}

func TestFollowUps(t *testing.T) {
	x := openMemory(t, benchEntries(t))
	for _, c := range [][2]string{
		{"ile kosztuje dostawa", "a do Niemiec?"}, {"czy pakujecie na prezent", "ile to kosztuje?"}, {"ile kosztuje dostawa", "a za granicę"},
		{"jak zwrócić towar", "a kto za to płaci?"},
	} {
		u := x.Understand(c[1], Context{Previous: c[0]})
		t.Log(c, u.Outcome, u.After, u.Entries)
	}
	u := x.Understand("ile kosztuje dostawa i czy mozna zaplacic blikiem?", Context{})
	t.Log(u.Outcome, u.Entries, u.Parts)
}
