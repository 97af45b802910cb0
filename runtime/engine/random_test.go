package engine_test

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// Whatever customers do, in whatever bot: the same step gives the same bytes, the session given is not
// written to, and every input of theirs is answered with something they see. A person is always one wish away.
func TestNeverSilent(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*/bot.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no bots: %v", err)
	}
	for i, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Parallel()
			bot := readBot(t, path)
			random := rand.New(rand.NewPCG(uint64(i), 2))
			var s engine.Session
			for range 60 {
				in := anyInput(random, bot, s)
				s = stepped(t, bot, s, in)
			}
			if _, actions := engine.Step(bot, s, engine.Input{Kind: engine.Command, Command: "human"}); !offersPerson(actions) {
				t.Errorf("no way to a person: %s", dump(t, actions))
			}
		})
	}
}

func stepped(t *testing.T, bot *flow.Bot, s engine.Session, in engine.Input) engine.Session {
	t.Helper()
	before := dump(t, s)
	next, actions := engine.Step(bot, s, in)
	again, same := engine.Step(bot, s, in)
	if dump(t, next) != dump(t, again) || dump(t, actions) != dump(t, same) {
		t.Fatalf("%s gives two answers", dump(t, in))
	}
	if dump(t, s) != before {
		t.Fatalf("%s wrote to the session it was given", dump(t, in))
	}
	seen := slices.ContainsFunc(actions, func(a engine.Action) bool {
		return slices.Contains([]string{engine.Say, engine.Answer, engine.Prompt, engine.Suggest}, a.Kind)
	})
	mine := in.Kind != engine.Silence && in.Kind != engine.Joined && (in.Rating == nil || in.Rating.Thumb < 0 && in.Rating.Was == 0)
	if mine && !seen {
		t.Fatalf("silence after %s: %s", dump(t, in), dump(t, actions))
	}
	for _, a := range actions {
		if a.Ask != nil && a.Text == "" {
			t.Fatalf("a question without words after %s", dump(t, in))
		}
	}
	return next
}

func anyInput(random *rand.Rand, bot *flow.Bot, s engine.Session) engine.Input {
	one := func(list ...string) string { return list[random.IntN(len(list))] }
	in := engine.Input{Kind: one("start", "text", "text", "text", "choice", "choice", "command", "silence", "joined", "left", "rate", "odd")}
	switch in.Kind {
	case engine.Text:
		in.Text = one("", "tak", "12", "1 234,50", "anna@poczta.pl", "600 700 800", "ile trwa dostawa?", "{{imie}}", "*", "asdf")
		in.Understanding = engine.Understanding{
			Wish:    one("", "", "", "human", "menu", "back", "restart", "end", "thanks", "greeting", "yes", "no"),
			Outcome: one("", "answer", "suggest", "unknown"),
			Choice:  one("", "c1", "@human", "faq:e1"),
			Entries: []engine.Match{{Entry: one("e1", "e2", "gone"), Confidence: random.Float64()}},
		}
		if random.IntN(5) == 0 {
			in.Understanding.Moods = []string{"angry"}
		}
	case engine.Rate:
		in.Text = one("", "ile trwa dostawa?")
		in.Rating = &engine.Rating{Thumb: -random.IntN(2), Was: -random.IntN(2), Entry: one("e1", "gone")}
		in.Understanding.Entries = []engine.Match{{Entry: "e1", Confidence: random.Float64()}, {Entry: one("e2", "gone"), Confidence: random.Float64()}}
	case engine.Choose:
		in.Choice = one("c1", "c2", "d1", "gone", "@human", "@menu", "@pass", "faq:e1", "faq:gone", "")
	case engine.Command:
		in.Command = one("human", "menu", "back", "restart", "dance")
	case engine.Silence:
		in.Question = s.Question - int64(random.IntN(2))
	}
	return in
}

func offersPerson(actions []engine.Action) bool {
	return slices.ContainsFunc(actions, func(a engine.Action) bool {
		return a.Kind == engine.Handoff || a.Ask != nil && (a.Ask.Input == "message" || a.Ask.Input == "email")
	})
}

func dump(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
