// Package nlu understands what customers write: which entry answers it, which offered choice it means,
// whether a person, the menu or the way back is wanted, and what values and moods it holds.
// Bleve keeps the index and returns candidates; the ranking here judges them (rank.go, confidence.go).
// The same text, context and entries always give the same answer.
package nlu

import (
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// Context is what is known when a text arrives.
type Context struct {
	Language  string          // of the bot: pl or en
	Input     string          // what the question asked wants: an engine.Ask's Input, or ""
	Choices   []engine.Choice // the buttons offered
	Listeners []flow.Listener // the owner's own phrases for wishes
	Boldness  int             // flow.Settings.Boldness
	Previous  string          // the customer's text before this one
	Now       time.Time       // in the shop's zone; zero leaves out what a text tells from today
}

// thresholds are how sure an answer and a suggestion must be.
type thresholds struct{ answer, suggest float64 }

// boldness is the owner's slider: with each step more is answered, and more of it wrongly. Chosen with
// BenchmarkWeights so that at most about 1, 2, 4, 10 and 20 of 100 messages that must not be answered are answered, the
// middle step with care: those of a strange shop are nearer misses than those learned from. Buttons do less harm: at
// the middle step one such message in eight gets some.
var boldness = [flow.MaxBoldness + 1]thresholds{
	1: {0.94, 0.48}, 2: {0.88, 0.42}, 3: {0.80, 0.36}, 4: {0.60, 0.28}, 5: {0.40, 0.20},
}

func thresholdsOf(bold int) thresholds {
	if bold < 1 || bold > flow.MaxBoldness {
		bold = flow.DefaultBoldness
	}
	return boldness[bold]
}

// foreignSuggest is how sure a suggestion must be for a text in another language than the bot's: guesses at it help
// less than saying that it is not understood.
const foreignSuggest = 0.75

// maxSuggestions is how many entries are worth offering.
const maxSuggestions = 3

// The outcomes of a text against the entries.
const (
	Answered  = "answer"
	Suggested = "suggest"
	Unknown   = "unknown"
)

// Understand makes sense of a text. It takes bounded time for any text: see MaxRunes, MaxTokens.
func (x *Index) Understand(text string, c Context) engine.Understanding {
	text = clip(text)
	tokens := tokenize(text)
	u := engine.Understanding{
		Language: language(tokens, text),
		Choice:   choiceOf(tokens, c.Choices),
		Wish:     wishOf(tokens, c.Listeners),
		Values:   values(text, c.Now),
		Moods:    moods(text, tokens, c.Previous),
		Outcome:  Unknown,
	}
	u.Statement = statement(text, tokens, u.Choice)
	if !smallTalk(u.Wish) && !saysNothing(tokens) {
		x.ask(&u, text, tokens, c)
	}
	return u
}

// ask finds the entries that a text is about: alone, question by question, or with the text before.
func (x *Index) ask(u *engine.Understanding, text string, tokens []token, c Context) {
	t := thresholdsOf(c.Boldness)
	if u.Language != "" && u.Language != c.Language {
		t.suggest = max(t.suggest, foreignSuggest)
	}
	u.Entries = x.matches(tokens)
	u.Outcome = t.outcome(u.Entries)
	x.split(u, text, t)
	if len(u.Parts) == 0 {
		x.follow(u, tokens, c.Previous, t)
	}
}

// smallTalk asks for nothing that an entry could answer.
func smallTalk(wish string) bool {
	switch wish {
	case "end", "thanks", "greeting", "yes", "no":
		return true
	}
	return false
}

func (t thresholds) outcome(matches []engine.Match) string {
	switch {
	case len(matches) == 0 || matches[0].Confidence < t.suggest:
		return Unknown
	case matches[0].Confidence < t.answer:
		return Suggested
	}
	return Answered
}
