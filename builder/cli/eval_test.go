package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"okienko/builder/cli"
	"okienko/views/words"
)

const benchDir = "../../runtime/nlu/testdata/faq-bench/"

// run is the command line as a person gives it. Nothing may be made in the folder of data.
func run(t *testing.T, lang string, args ...string) (string, error) {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	var out bytes.Buffer
	err := cli.Run(words.With(context.Background(), lang), "test", append([]string{"--data", data}, args...), nil, &out,
		func(cli.Grammar) error { t.Error("a server was started"); return nil })
	if _, there := os.Stat(data); there == nil {
		t.Error("the data folder was made")
	}
	return out.String(), err
}

// taken is what differs from run to run.
var taken = regexp.MustCompile(`(?m)^(  .*?) +[\d,.]+( ms| MB)?$`)

func TestEvalTellsAPerson(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Languages {
		out, err := run(t, lang, "nlu", "eval", "--faq", "testdata/eval/faq.jsonl", "--questions", "testdata/eval/questions.jsonl", "--out-of-scope", "testdata/eval/oos.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		head, speed, ok := strings.Cut(out, "\n"+words.In(lang, "eval.speed")+"\n")
		if !ok {
			t.Fatalf("no times in %s", out)
		}
		masked := head + "\n" + words.In(lang, "eval.speed") + "\n" + taken.ReplaceAllString(speed, "$1 …$2")
		golden := filepath.Join("testdata", "eval", lang+".golden")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(masked), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || masked != string(want) {
			t.Errorf("%v\n%s", err, masked)
		}
	}
}

func TestEvalTellsAScript(t *testing.T) {
	t.Parallel()
	out, err := run(t, "pl", "nlu", "eval", "--faq", benchDir+"faq.jsonl", "--questions", benchDir+"questions.jsonl", "--out-of-scope", benchDir+"oos.jsonl", "--json", "--each")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 262+83+1 {
		t.Fatalf("%d lines", len(lines))
	}
	var first struct {
		QID, Text, FAQ, Outcome string
		Ranked                  []string
		Confidence              float64
		Right                   *bool
	}
	var report struct {
		Top1, Recall3, MRR, FAR, AUROC float64
		Tiers                          struct{ In, Out map[string]float64 }
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.QID != "d-czas#2" || first.Text != "ile sie czeka na kuriera" || first.Outcome == "" || len(first.Ranked) == 0 || first.Right == nil {
		t.Errorf("the first line is %s", lines[0])
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &report); err != nil {
		t.Fatal(err)
	}
	if report.Top1 < 0.5 || report.Top1 > report.MRR || report.MRR > report.Recall3 || report.Recall3 > 1 || report.AUROC < 0.5 {
		t.Errorf("report is %+v", report)
	}
	for _, tier := range []map[string]float64{report.Tiers.In, report.Tiers.Out} {
		sum := 0.0
		for _, share := range tier {
			sum += share
		}
		if sum < 0.9999 || sum > 1.0001 {
			t.Errorf("outcomes add up to %f: %v", sum, tier)
		}
	}
}

func TestEvalSaysWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ faq, questions, want string }{
		{"testdata/eval/nowhere.jsonl", benchDir + "questions.jsonl", "Nie można odczytać pliku testdata/eval/nowhere.jsonl."},
		{"testdata/eval", benchDir + "questions.jsonl", "Nie można odczytać pliku testdata/eval."},
		{"testdata/eval/faq.jsonl", benchDir + "questions.jsonl", benchDir + "questions.jsonl, linia 1: nie ma wpisu o id d-czas."},
		{"testdata/eval/pl.golden", benchDir + "questions.jsonl", "testdata/eval/pl.golden, linia 1: to nie jest obiekt JSON."},
	} {
		out, err := run(t, "pl", "nlu", "eval", "--faq", c.faq, "--questions", c.questions)
		if err == nil || out != "" {
			t.Fatalf("%v: %q, %v", c, out, err)
		}
		said := cli.Explain(words.With(context.Background(), "pl"), err)
		if !strings.HasPrefix(said, c.want) || strings.Contains(said, "<no value>") || cli.Status(err) != 2 {
			t.Errorf("%q with status %d", said, cli.Status(err))
		}
	}
}
