package templates

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/engine"
	"okienko/runtime/engine/talk"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

var update = flag.Bool("update", false, "write the golden files anew")

// each runs a test for every template.
func each(t *testing.T, test func(t *testing.T, template Template, bot *flow.Bot)) {
	t.Helper()
	t.Parallel()
	for _, template := range All() {
		t.Run(template.Slug, func(t *testing.T) {
			t.Parallel()
			bot, err := Open(template.Slug)
			if err != nil {
				t.Fatal(err)
			}
			test(t, template, bot)
		})
	}
}

func TestNames(t *testing.T) {
	each(t, func(t *testing.T, template Template, _ *flow.Bot) {
		for _, language := range []string{"pl", "en"} {
			if template.Name[language] == "" || template.Description[language] == "" {
				t.Errorf("no name or description in %s", language)
			}
		}
	})
}

func TestUnknownTemplate(t *testing.T) {
	t.Parallel()
	for _, slug := range []string{"", "nic", "../templates"} {
		if _, err := Open(slug); err == nil {
			t.Errorf("%q was opened", slug)
		}
	}
}

// TestFiles demands that bots are written as flow writes them, so that differences show line by line.
func TestFiles(t *testing.T) {
	each(t, func(t *testing.T, template Template, bot *flow.Bot) {
		entries := bot.Entries
		bot.Entries = nil
		written, err := flow.Write(bot)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join(template.Slug, "bot.json"), string(written))
		var list strings.Builder
		encoder := json.NewEncoder(&list)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(entries); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join(template.Slug, "faq.json"), list.String())
	})
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	if !*update {
		t.Errorf("%s differs; -update writes it anew. Got:\n%s", path, got)
		return
	}
	if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTalks replays conversations with the real understanding of the template's entries.
func TestTalks(t *testing.T) {
	each(t, func(t *testing.T, template Template, bot *flow.Bot) {
		path := filepath.Join(template.Slug, "talk.golden")
		script, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		x := index(t, bot)
		played, err := talk.Play(bot, string(script), func(text string, awaits engine.Ask) engine.Understanding {
			u := x.Understand(text, nlu.Context{Language: bot.Language, Input: awaits.Input, Choices: awaits.Choices, Listeners: bot.Listeners})
			u.Entries = telling(u)
			return u
		})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, path, played)
	})
}

// telling are the entries that matter to the talk, roughly rated: a better ranking should not change every line.
func telling(u engine.Understanding) []engine.Match {
	shown := map[string]int{nlu.Answered: 1, nlu.Suggested: len(u.Entries)}[u.Outcome]
	entries := slices.Clone(u.Entries[:shown])
	for i := range entries {
		entries[i].Confidence = math.Round(10*entries[i].Confidence) / 10
	}
	return entries
}

func index(t *testing.T, bot *flow.Bot) *nlu.Index {
	t.Helper()
	x, err := nlu.Open("", nlu.KnowledgeOf(bot))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// TestEntriesAnswerThemselves asks every question and phrasing as customers would: without diacritics.
func TestEntriesAnswerThemselves(t *testing.T) {
	each(t, func(t *testing.T, _ Template, bot *flow.Bot) {
		x := index(t, bot)
		for _, e := range bot.Entries {
			for _, text := range append([]string{e.Question}, e.Phrases...) {
				u := x.Understand(withoutDiacritics.Replace(text), nlu.Context{Language: bot.Language})
				if u.Outcome != nlu.Answered || u.Entries[0].Entry != e.ID {
					t.Errorf("%q: %s %v, want %s", text, u.Outcome, u.Entries, e.ID)
				}
			}
		}
	})
}

var withoutDiacritics = strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z", "Ś", "S", "Ż", "Z")

// TestVoice holds what every text of a template must keep to.
func TestVoice(t *testing.T) {
	forbidden := regexp.MustCompile(`!|(?i)\bups\b|proszę czekać|nieprawidłow|tylko dziś|ostatnie sztuki|u nas aż|przyjazny środowisku|ekologiczn|30 dni|oryginalnym opakowaniu`)
	each(t, func(t *testing.T, template Template, bot *flow.Bot) {
		for _, name := range []string{"bot.json", "faq.json"} {
			text := files()[template.Slug+"/"+name]
			if found := forbidden.FindAllString(text, -1); found != nil {
				t.Errorf("%s says %q", name, found)
			}
			if marks := strings.Count(text, "[uzupełnij"); marks != len(flow.Marks(text)) {
				t.Errorf("%s has a mark that is not complete", name)
			}
		}
		if say, ok := bot.Flows[0].Nodes[0].Blocks[0].(*flow.SayText); !ok || !flow.Discloses(say.Text) {
			t.Error("the first message does not say that it comes from a machine")
		}
		if !slices.ContainsFunc(bot.Listeners, func(l flow.Listener) bool { return l.Wish == "human" }) {
			t.Error("no way to a person of its own")
		}
	})
}

// TestCards demands that the canvas shows the flow from left to right without cards on top of each other.
func TestCards(t *testing.T) {
	each(t, func(t *testing.T, _ Template, bot *flow.Bot) {
		type card struct{ X, Y, width, height int }
		var cards []card
		for _, n := range bot.Flows[0].Nodes {
			c := card{width: 280, height: 60}
			if err := json.Unmarshal(n.Canvas, &c); err != nil {
				t.Fatal(err)
			}
			for _, b := range n.Blocks {
				c.height += 44 * (1 + len(b.Outs()))
			}
			for i, other := range cards {
				if c.X < other.X+other.width && other.X < c.X+c.width && c.Y < other.Y+other.height && other.Y < c.Y+c.height {
					t.Errorf("%s lies on %s", n.ID, bot.Flows[0].Nodes[i].ID)
				}
			}
			cards = append(cards, c)
		}
	})
}

// TestNothingToImprove: only what no template can know is left for the owner to complete, and only in answers.
func TestNothingToImprove(t *testing.T) {
	each(t, func(t *testing.T, _ Template, bot *flow.Bot) {
		for _, problem := range append(flow.Validate(bot), flow.Inspect(bot)...) {
			if problem.Key != "flow.issue.unfilled" || problem.Entry == "" {
				t.Error(problem)
			}
		}
	})
}
