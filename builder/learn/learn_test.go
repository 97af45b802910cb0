package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"okienko/builder/faqfile"
	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// wool is the knowledge of a small shop.
var wool = []flow.Entry{
	{ID: "cost", Question: "Ile kosztuje dostawa?", Phrases: []string{"koszt wysyłki"}, Answer: "12 zł."},
	{ID: "wash", Question: "Jak prać sweter?", Answer: "Ręcznie."},
	{ID: "back", Question: "Jak zwrócić towar?", Phrases: []string{"chcę oddać zakupy"}, Answer: "W 14 dni."},
}

func mindOf(t testing.TB, entries []flow.Entry) Mind {
	t.Helper()
	x, err := nlu.Open("", nlu.Knowledge{Entries: entries})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return func(text string) engine.Understanding { return x.Understand(text, nlu.Context{Language: "pl"}) }
}

func TestTextsThatMeanTheSameAreOneGroup(t *testing.T) {
	t.Parallel()
	texts := []Text{
		{"czy wysyłacie do Niemiec", "cost"}, {"macie raty?", ""}, {"wysylacie do niemiec??", ""}, {"wysyłka do Niemiec", "cost"},
		{"jaka jutro pogoda", ""}, {"czy można na raty", ""}, {"😀", ""}, {"👍", ""},
	}
	if got := fmt.Sprint(Group(texts)); got != "[[0 2 3] [1 5] [4] [6] [7]]" {
		t.Error(got)
	}
}

// answers is a mind that knows texts by heart: "?cost" is a suggestion, "" unknown.
func answers(known map[string]string) Mind {
	return func(text string) engine.Understanding {
		entry, suggested := strings.CutPrefix(known[text], "?")
		u := engine.Understanding{Outcome: nlu.Unknown, Entries: []engine.Match{{Entry: entry, Confidence: .5}}}
		switch {
		case suggested:
			u.Outcome = nlu.Suggested
		case entry != "":
			u.Outcome = nlu.Answered
		}
		return u
	}
}

func TestWhatAChangeDoes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		was, is string
		probe   Probe
		want    string
	}{
		{"cost", "cost", Probe{}, "[] [] [] [] []"},
		{"", "cost", Probe{}, "[>cost] [] [] [] []"},
		{"?back", "cost", Probe{}, "[back>cost] [] [] [] []"},
		{"", "?cost", Probe{}, "[] [>cost] [] [] []"},
		{"cost", "back", Probe{}, "[] [] [cost>back] [] []"},
		{"cost", "back", Probe{Right: []string{"cost"}}, "[] [] [cost>back] [] []"},
		{"cost", "back", Probe{Right: []string{"back"}}, "[cost>back] [] [] [] []"},
		{"cost", "back", Probe{Wrong: []string{"cost"}}, "[cost>back] [] [] [] []"},
		{"cost", "", Probe{}, "[] [] [] [cost>] []"},
		{"cost", "?cost", Probe{}, "[] [] [] [cost>cost] []"},
		{"cost", "", Probe{Wrong: []string{"cost"}}, "[] [] [] [] []"},
		{"cost", "back", Probe{Right: []string{"cost", "back"}}, "[] [] [] [] []"},
		{"", "cost", Probe{Alien: true}, "[] [] [] [] [>cost]"},
		{"cost", "back", Probe{Alien: true}, "[] [] [] [] []"},
		{"?cost", "", Probe{}, "[] [] [] [] []"},
	} {
		c.probe.Text = "text"
		e := Compare(answers(map[string]string{"text": c.was}), answers(map[string]string{"text": c.is}), []Probe{c.probe})
		var got []string
		for _, list := range [][]Shift{e.Answered, e.Offered, e.Stolen, e.Lost, e.Stray} {
			line := []string{}
			for _, s := range list {
				line = append(line, s.Was+">"+s.Is)
			}
			got = append(got, fmt.Sprint(line))
		}
		if strings.Join(got, " ") != c.want || e.Tried != 1 {
			t.Errorf("%q to %q, %+v: %v, not %s", c.was, c.is, c.probe, got, c.want)
		}
	}
}

func TestPhrasingsThatAreNotAnsweredAreTold(t *testing.T) {
	t.Parallel()
	mind := answers(map[string]string{"a": "cost", "b": "?cost", "c": "back"})
	if got := fmt.Sprint(Deaf(mind, "cost", []string{"a", "b", "c"})); got != "[{b cost cost suggest suggest} {c back back answer answer}]" {
		t.Error(got)
	}
}

func TestPhrasingsNearATextAreFound(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprint(Near(wool, []string{"koszt wysyłki swetra"}, 1)); got != "[{koszt wysyłki [cost] [] false}]" {
		t.Error(got)
	}
}

func TestEntriesThatOverlapAreFound(t *testing.T) {
	t.Parallel()
	entries := append(slices.Clone(wool),
		flow.Entry{ID: "cost2", Question: "Ile kosztuje wysyłka?", Phrases: []string{"KOSZT WYSYLKI"}, Answer: "13 zł."},
		flow.Entry{ID: "wash2", Question: "Jak prać czapkę?", Answer: "Też ręcznie."},
	)
	list := Overlaps(entries, mindOf(t, entries))
	if len(list) != 1 || list[0].A != "cost" || list[0].B != "cost2" || !strings.Contains(fmt.Sprint(list[0].Pairs), "{koszt wysyłki KOSZT WYSYLKI 0.99") {
		t.Errorf("%+v", list)
	}
	if list := Overlaps(wool, mindOf(t, wool)); len(list) > 0 {
		t.Errorf("a tidy FAQ overlaps: %+v", list)
	}
}

// bench is the FAQ of the bench, repeated under other names until it has n entries.
func bench(t testing.TB, n int) []flow.Entry {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash("../../runtime/nlu/testdata/faq-bench/faq.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := faqfile.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var entries []flow.Entry
	for i := range n {
		e := rows[i%len(rows)].Entry
		e.ID = fmt.Sprint(e.ID, "-", i)
		if i >= len(rows) {
			e.Question += fmt.Sprint(" wariant", i/len(rows), "a")
		}
		entries = append(entries, e)
	}
	return entries
}

func TestARealFAQHardlyOverlaps(t *testing.T) {
	t.Parallel()
	entries := bench(t, 111)
	if list := Overlaps(entries, mindOf(t, entries)); len(list) > 5 {
		t.Errorf("%d pairs: %+v", len(list), list)
	}
}

func BenchmarkOverlaps1000(b *testing.B) {
	entries := bench(b, 1000)
	mind := mindOf(b, entries)
	for b.Loop() {
		Overlaps(entries, mind)
	}
}

func BenchmarkGroup5000(b *testing.B) {
	entries := bench(b, 1000)
	var texts []Text
	for i := range 5000 {
		e := entries[i%len(entries)]
		texts = append(texts, Text{Text: append(e.Phrases, e.Question)[i/len(entries)%(len(e.Phrases)+1)] + fmt.Sprint(" ", i)})
	}
	for b.Loop() {
		Group(texts)
	}
}
