package nlu

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// manyEntries repeats the FAQ with names that no dictionary knows, as a big shop's FAQ about products would.
func manyEntries(tb testing.TB, n int) []flow.Entry {
	base := benchEntries(tb)
	entries := make([]flow.Entry, n)
	for i := range entries {
		e := base[i%len(base)]
		e.ID = fmt.Sprintf("%s-%d", e.ID, i)
		if i >= len(base) {
			name := fmt.Sprintf(" %c%c%c%cex", 'b'+i%19, 'a'+i/19%7, 'k'+i/133%11, 'o'+i/1463%8)
			e.Question += name
		}
		entries[i] = e
	}
	return entries
}

// BenchmarkUnderstand asks the questions of testdata/faq-bench at several sizes of the FAQ.
func BenchmarkUnderstand(b *testing.B) {
	questions := readLines[question](b, "questions.jsonl")
	for _, n := range []int{100, 1000, 10000} {
		x := openMemory(b, manyEntries(b, n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				x.questions = newMemo[[]engine.Match](1) // so that no question comes again
				start := time.Now()
				x.Understand(questions[i%len(questions)].Text, Context{})
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(len(times))/b.Elapsed().Seconds(), "q/s")
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// BenchmarkSigns reads the same questions for all that Understand tells beside the entries, part by part.
func BenchmarkSigns(b *testing.B) {
	questions := readLines[question](b, "questions.jsonl")
	choices := []engine.Choice{{ID: "zwrot", Label: "Zwrot lub wymiana"}, {ID: "paczka", Label: "Gdzie jest paczka?"}}
	listeners := []flow.Listener{{Wish: "human", Phrases: []string{"pani kasia", "infolinia"}}}
	for _, part := range []struct {
		name string
		read func(text string, tokens []token)
	}{
		{"tokens", func(text string, _ []token) { tokenize(clip(text)) }},
		{"language", func(text string, tokens []token) { language(tokens, text) }},
		{"choice", func(_ string, tokens []token) { choiceOf(tokens, choices) }},
		{"wish", func(_ string, tokens []token) { wishOf(tokens, listeners) }},
		{"values", func(text string, _ []token) { values(text, aSunday) }},
		{"moods", func(text string, tokens []token) { moods(text, tokens, "") }},
		{"statement", func(text string, tokens []token) { statement(text, tokens, "") }},
	} {
		b.Run(part.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				text := questions[i%len(questions)].Text
				part.read(text, reading(text))
			}
		})
	}
}

// BenchmarkBuild builds an index on disk; "open" opens a built one.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{111, 1000, 10000} {
		entries := manyEntries(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				open(b, b.TempDir(), entries)
			}
		})
		dir := b.TempDir()
		open(b, dir, entries)
		b.Run(fmt.Sprint(n, "/open"), func(b *testing.B) {
			for b.Loop() {
				open(b, dir, entries)
			}
		})
	}
}

func open(b *testing.B, dir string, entries []flow.Entry) {
	x, err := Open(dir, Knowledge{Entries: entries})
	if err != nil {
		b.Fatal(err)
	}
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkMemory measures what an open index of the real FAQ keeps.
func BenchmarkMemory(b *testing.B) {
	for _, n := range []int{111, 1000, 10000} {
		entries := manyEntries(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				before := heap()
				x := openMemory(b, entries)
				b.ReportMetric(float64(heap()-before)/1e6, "MB")
				runtime.KeepAlive(x)
			}
		})
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
