package owner

import (
	"context"
	"strconv"

	"okienko/views/words"
)

// BoldnessModel is the screen Śmiałość: how unsure an answer may be, and what that means for the owner's
// own questions.
type BoldnessModel struct {
	Bot     string
	Waiting int // questions of customers to be learnt from
	Steps   int // of the slider, from 1
	Now     int // the draft's step
	Step    int // the one looked at
	Stray   int // of 100 messages that no entry answers, about how many are answered at Step
	Heard   BoldnessEffect
	Tried   BoldnessEffect // the test questions
	Error   string         // nothing could be computed; the step can be saved all the same
}

// BoldnessEffect compares two steps on the same questions.
type BoldnessEffect struct {
	Now, Then BoldnessCount
	Changes   []BoldnessChange // some of those that come out differently
}

// BoldnessCount is how many questions have which outcome.
type BoldnessCount struct {
	Answered, Suggested, Unknown int
	Wrong                        int // of the answered, where it is known
}

// Total is how many questions there are.
func (c BoldnessCount) Total() int { return c.Answered + c.Suggested + c.Unknown }

// BoldnessChange is a question that comes out differently.
type BoldnessChange struct {
	Text     string
	Was, Is  string // the outcomes: answer, suggest, unknown
	WasEntry string // the question of the entry that answers; "" for none
	IsEntry  string
}

// BoldnessPath is the screen of a bot.
func BoldnessPath(bot string) string { return "/bots/" + bot + "/entries/boldness" }

func (m BoldnessModel) same() bool { return m.Now == m.Step }

func boldnessStep(ctx context.Context, step int) string {
	return words.T(ctx, "boldness.step."+strconv.Itoa(step))
}

// boldnessPart is a part of a bar, in thousandths of its width.
type boldnessPart struct {
	outcome     string
	count       int
	from, width float64
}

func (c BoldnessCount) parts() []boldnessPart {
	var parts []boldnessPart
	from := 0.0
	for _, p := range []boldnessPart{{outcome: "answer", count: c.Answered}, {outcome: "suggest", count: c.Suggested}, {outcome: "unknown", count: c.Unknown}} {
		if p.count > 0 {
			p.from, p.width = from, 1000*float64(p.count)/float64(c.Total())
			from += p.width
			parts = append(parts, p)
		}
	}
	return parts
}

// said is a count as a sentence, for those who don't see the bar.
func (c BoldnessCount) said(ctx context.Context) string {
	return words.N(ctx, "boldness.said", c.Total(), "answered", c.Answered, "suggested", c.Suggested, "unknown", c.Unknown)
}

// outcome is what the customer gets, in a few words.
func boldnessOutcome(ctx context.Context, outcome, entry string) string {
	return words.T(ctx, "boldness.gets."+outcome, "question", entry)
}
