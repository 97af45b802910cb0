package eval

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// script is a bot whose replies are written down.
type script map[string]Reply

func (s script) Reply(text string) Reply { return s[text] }

func TestFigures(t *testing.T) {
	t.Parallel()
	bot := script{
		"right":    {Ranked: []string{"a", "b"}, Confidence: .9, Outcome: nlu.Answered, Shown: []string{"a"}},
		"also":     {Ranked: []string{"b", "a"}, Confidence: .8, Outcome: nlu.Answered, Shown: []string{"b"}},
		"wrong":    {Ranked: []string{"c", "d", "a"}, Confidence: .7, Outcome: nlu.Answered, Shown: []string{"c"}},
		"two":      {Ranked: []string{"c"}, Confidence: .6, Outcome: nlu.Answered, Shown: []string{"c", "a"}},
		"buttons":  {Ranked: []string{"b", "a"}, Confidence: .5, Outcome: nlu.Suggested, Shown: []string{"b", "a"}},
		"useless":  {Ranked: []string{"b", "c"}, Confidence: .4, Outcome: nlu.Suggested, Shown: []string{"b", "c"}},
		"person":   {Ranked: []string{"a"}, Confidence: .9, Outcome: nlu.Unknown},
		"silent":   {Outcome: nlu.Unknown},
		"answered": {Ranked: []string{"a"}, Confidence: .8, Outcome: nlu.Answered, Shown: []string{"a"}},
		"offered":  {Ranked: []string{"a"}, Confidence: .5, Outcome: nlu.Suggested, Shown: []string{"a"}},
		"refused":  {Outcome: nlu.Unknown},
	}
	var questions []Question
	for _, text := range []string{"right", "also", "wrong", "two", "buttons", "useless", "person", "silent"} {
		questions = append(questions, Question{ID: text, Text: text, Entry: "a"})
	}
	questions[1].Also = []string{"b"}
	for _, text := range []string{"answered", "offered", "refused", "refused"} {
		questions = append(questions, Question{ID: text, Text: text})
	}
	f := Run(bot, questions).Figures
	for name, c := range map[string]struct{ got, want Share }{
		"top1": {f.Top1, Share{3, 8}}, "recall3": {f.Recall3, Share{5, 8}}, "mrr": {f.MRR, Share{3 + 1./3 + 1./2, 8}},
		"coverage": {f.Coverage, Share{4, 8}}, "accuracy": {f.Accuracy, Share{3, 4}}, "far": {f.FAR, Share{1, 4}},
		"answered right": {f.In.AnsweredRight, Share{3, 8}}, "answered wrong": {f.In.AnsweredWrong, Share{1, 8}},
		"buttons with": {f.In.ButtonsWith, Share{1, 8}}, "buttons without": {f.In.ButtonsWithout, Share{1, 8}},
		"handed over":  {f.In.HandedOver, Share{2, 8}},
		"out answered": {f.Out.Answered, Share{1, 4}}, "out buttons": {f.Out.Buttons, Share{1, 4}}, "out handed over": {f.Out.HandedOver, Share{2, 4}},
		// Above .8, .5, 0 and 0 are, of eight: 2 and a tie, 5 and a tie, and twice 7 and a tie.
		"auroc": {f.AUROC, Share{2.5 + 5.5 + 7.5 + 7.5, 32}},
	} {
		if math.Abs(c.got.Part-c.want.Part) > 1e-9 || c.got.Whole != c.want.Whole {
			t.Errorf("%s is %v, want %v", name, c.got, c.want)
		}
	}
}

// What is measured is what Understand says, where no wish was heard.
func TestProductIsThePathOfCustomers(t *testing.T) {
	t.Parallel()
	s := readSet(t, developed)
	bot := &flow.Bot{Language: "pl", Entries: s.entries}
	x, took, err := Open(nlu.KnowledgeOf(bot))
	if err != nil || took <= 0 {
		t.Fatal(took, err)
	}
	defer x.Close()
	report := Run(Examine(bot, x), s.questions)
	for _, v := range report.Verdicts {
		u := x.Understand(v.Question.Text, nlu.Context{Language: "pl"})
		if u.Wish == "" && u.Statement == "" && len(u.Parts) == 0 && u.Outcome != v.Reply.Outcome {
			t.Errorf("%q: understood as %s, the customer sees %s", v.Question.Text, u.Outcome, v.Reply.Outcome)
		}
		if len(u.Entries) != len(v.Reply.Ranked) {
			t.Errorf("%q: %v became %v", v.Question.Text, u.Entries, v.Reply.Ranked)
		}
	}
	if r := report.Speed; r.QPS <= 0 || r.P50 > r.P99 || r.RSS < 1e6 {
		t.Errorf("speed is %+v", r)
	}
}

func TestWishesAreNotAnswers(t *testing.T) {
	t.Parallel()
	bot := &flow.Bot{Language: "pl", Entries: []flow.Entry{{ID: "czlowiek", Question: "Jak połączyć się z konsultantem?", Answer: "Zadzwoń."}}}
	x, _, err := Open(nlu.KnowledgeOf(bot))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for text, want := range map[string]string{
		"połącz z konsultantem":              nlu.Unknown, // a person comes instead
		"dzień dobry":                        nlu.Unknown,
		"🙂":                                  nlu.Unknown,
		"":                                   nlu.Unknown,
		"Ile waży księżyc w czwartek o 4:00": nlu.Unknown,
	} {
		if got := Examine(bot, x).Reply(text); got.Outcome != want || len(got.Shown) > 0 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestReportHasTheKeysThatScriptsRelyOn(t *testing.T) {
	t.Parallel()
	var with, without map[string]any
	decode(t, Run(script{}, []Question{{Text: "a", Entry: "b"}, {Text: "c"}}), &with)
	decode(t, Run(script{}, []Question{{Text: "a", Entry: "b"}}), &without)
	want := []string{"accuracy", "auroc", "build_ms", "coverage", "far", "mrr", "p50_ms", "p99_ms", "qps", "recall3", "rss_mb", "tiers", "top1"}
	for _, report := range []map[string]any{with, without} {
		var keys []string
		for key := range report {
			keys = append(keys, key)
		}
		if slices.Sort(keys); !slices.Equal(keys, want) {
			t.Errorf("keys are %v", keys)
		}
	}
	if with["far"] != 0.0 || with["auroc"] != 0.5 || without["far"] != nil || without["auroc"] != nil {
		t.Errorf("far %v, auroc %v; without foreign messages %v, %v", with["far"], with["auroc"], without["far"], without["auroc"])
	}
	if without["tiers"].(map[string]any)["out"] != nil {
		t.Error("there are no outcomes of no messages")
	}
}

func decode(t *testing.T, r Report, into any) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}
