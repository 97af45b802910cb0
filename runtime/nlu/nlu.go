// Package nlu understands what customers write: which entry answers it, which offered choice it means,
// whether a person, the menu or the way back is wanted, and what values and moods it holds.
// Bleve keeps the index and returns candidates; the ranking here judges them (rank.go, confidence.go).
// The same text, context and entries always give the same answer.
package nlu

import (
	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// Context is what is known when a text arrives.
type Context struct {
	Language  string          // of the bot: pl or en
	Input     string          // what the question asked wants: an engine.Ask's Input, or ""
	Choices   []engine.Choice // the buttons offered
	Listeners []flow.Listener // the owner's own phrases for wishes
	Previous  string          // the customer's text before this one
}

// How sure an answer must be, chosen on testdata/faq-bench: at answerAt 5 % of the messages that must not
// be answered are answered, at suggestAt 20 % get suggestions.
const (
	answerAt  = 0.72
	suggestAt = 0.46
)

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
		Values:   values(text),
		Moods:    moods(text, tokens),
		Outcome:  Unknown,
	}
	if !smallTalk(u.Wish) {
		u.Entries = x.matches(tokens)
		u.Outcome = outcome(u.Entries)
	}
	return u
}

// smallTalk asks for nothing that an entry could answer.
func smallTalk(wish string) bool {
	switch wish {
	case "end", "thanks", "greeting", "yes", "no":
		return true
	}
	return false
}

func outcome(matches []engine.Match) string {
	switch {
	case len(matches) == 0 || matches[0].Confidence < suggestAt:
		return Unknown
	case matches[0].Confidence < answerAt:
		return Suggested
	}
	return Answered
}
