package nlu

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	data "okienko/runtime/nlu/corpus"
)

type question = data.Question

func readLines[T any](tb testing.TB, name string) []T {
	tb.Helper()
	file, err := os.Open(filepath.Join("testdata", "faq-bench", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var list []T
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var line T
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		list = append(list, line)
	}
	return list
}

func benchEntries(tb testing.TB) []flow.Entry { return readLines[flow.Entry](tb, "faq.jsonl") }

func openMemory(tb testing.TB, entries []flow.Entry) *Index {
	tb.Helper()
	x, err := Open("", Knowledge{Entries: entries})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := x.Close(); err != nil {
			tb.Error(err)
		}
	})
	return x
}

// figures are shares from 0 to 1.
type figures struct {
	Top1, Recall3, Coverage, Accuracy, FalseAnswers, FalseButtons, AUROC float64
	typos, typosRight                                                    float64
}

func evaluate(x *Index, questions, foreign []question) figures {
	var f figures
	answered, right := 0.0, 0.0
	var in, out []float64
	for _, q := range questions {
		u := x.Understand(q.Text, Context{})
		hit := len(u.Entries) > 0 && q.Accepts(u.Entries[0].Entry)
		f.Top1 += count(hit)
		f.Recall3 += count(slices.ContainsFunc(u.Entries, func(m engine.Match) bool { return q.Accepts(m.Entry) }))
		if q.Style == "typo" {
			f.typos++
			f.typosRight += count(hit)
		}
		if u.Outcome == Answered {
			answered++
			right += count(hit)
		}
		in = append(in, surety(u))
	}
	for _, q := range foreign {
		u := x.Understand(q.Text, Context{})
		f.FalseAnswers += count(u.Outcome == Answered)
		f.FalseButtons += count(u.Outcome == Suggested)
		out = append(out, surety(u))
	}
	n, m := float64(len(questions)), float64(len(foreign))
	f.Top1, f.Recall3, f.Coverage, f.Accuracy = f.Top1/n, f.Recall3/n, answered/n, ratio(right, answered)
	f.FalseAnswers, f.FalseButtons, f.AUROC = f.FalseAnswers/m, f.FalseButtons/m, auroc(in, out)
	return f
}

func count(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

func surety(u engine.Understanding) float64 {
	if len(u.Entries) == 0 {
		return 0
	}
	return u.Entries[0].Confidence
}

// auroc is the probability that a question that can be answered is trusted more than one that can't.
func auroc(in, out []float64) float64 {
	wins := 0.0
	for _, a := range in {
		for _, b := range out {
			if a > b {
				wins++
			} else if a == b {
				wins += 0.5
			}
		}
	}
	return wins / float64(len(in)*len(out))
}

// level is what was reached on a set of questions, a little below: shares from 0 to 1.
type level struct {
	folder                                             string
	top1, recall3, coverage, accuracy, auroc, refusals float64
}

// levels are those of the FAQ that the weights were chosen with, and of shops that nothing was learned from.
var levels = []level{
	{"faq-bench", .85, .96, .48, .96, .91, .95},
	{"blind/a", .79, .90, .24, .92, .85, .95},
	{"blind/b", .74, .88, .16, .95, .80, .95},
	{"blind/c", .64, .83, .11, .95, .78, .97},
}

// TestQuality holds the level reached on questions that the entries' authors did not word.
func TestQuality(t *testing.T) {
	t.Parallel()
	for _, l := range levels {
		shop, err := data.ReadShop(filepath.Join("testdata", l.folder))
		if err != nil {
			t.Fatal(err)
		}
		f := evaluate(openMemory(t, shop.Entries), shop.Questions, shop.Foreign)
		t.Logf("%s: top-1 %.1f %%, recall@3 %.1f %%, typos %.1f %%, AUROC %.1f", l.folder, 100*f.Top1, 100*f.Recall3, 100*f.typosRight/f.typos, 100*f.AUROC)
		t.Logf("answered %.1f %%, of them right %.1f %%; foreign: answered %.1f %%, offered %.1f %%", 100*f.Coverage, 100*f.Accuracy, 100*f.FalseAnswers, 100*f.FalseButtons)
		for name, floor := range map[string][2]float64{
			"top-1": {f.Top1, l.top1}, "recall@3": {f.Recall3, l.recall3}, "accuracy": {f.Accuracy, l.accuracy},
			"coverage": {f.Coverage, l.coverage}, "AUROC": {f.AUROC, l.auroc}, "true refusals": {1 - f.FalseAnswers, l.refusals},
		} {
			if floor[0] < floor[1] {
				t.Errorf("%s: %s is %.3f, below the level of %.3f reached before", l.folder, name, floor[0], floor[1])
			}
		}
	}
}
