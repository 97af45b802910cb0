package nlu

import (
	"slices"

	"okienko/runtime/engine"
)

// maxFollowUp is the number of words above which a text stands on its own.
const maxFollowUp = 7

var (
	// goingOn begin a text that goes on with the one before: "a do Niemiec?"
	goingOn = wordsOf("a i ale oraz lub albo and but")
	// pointing stand for what the text before was about: "ile to kosztuje?"
	pointing = wordsOf("to tego temu tym tam ten ta te tej tych nim nia niej niego nich go jej ich je taki taka takie takiej it that there this them those")
)

// followsUp reports whether a text is likely to be understood only with the one before: it goes on or
// points back, or hardly has a word of its own.
func followsUp(tokens []token) bool {
	if len(tokens) == 0 || len(tokens) > maxFollowUp {
		return false
	}
	telling := len(content(tokens))
	switch {
	case oneOf(tokens[0].folded, goingOn):
		return len(tokens) > 1
	case hasAny(tokens, pointing):
		return telling <= 2
	}
	return telling <= 1 && kindsOf(tokens) != 0
}

// follow understands a follow-up with the text before it, if that tells more than the text alone.
func (x *Index) follow(u *engine.Understanding, tokens []token, previous string, t thresholds) {
	if previous == "" || u.Outcome == Answered && !oneOf(tokens[0].folded, goingOn) || !followsUp(tokens) {
		return
	}
	before := reading(previous)
	if len(before) == 0 || slices.EqualFunc(before, tokens, func(a, b token) bool { return a.folded == b.folded }) {
		return
	}
	both := append(slices.Clone(before), tokens...)
	matches := x.news(x.matches(both[max(0, len(both)-MaxTokens):]), x.matches(before), tokens)
	outcome := t.outcome(matches)
	if outcome == Unknown || u.Outcome == Answered && outcome != Answered {
		return
	}
	u.Entries, u.Outcome, u.After = matches, outcome, previous
}

// news puts the entry that answered the text before behind the others if the follow-up names something that
// entry says nothing of: who asks "a do Niemiec?" has heard what a parcel costs.
func (x *Index) news(matches, heard []engine.Match, tokens []token) []engine.Match {
	if len(matches) < 2 || len(heard) == 0 || matches[0].Entry != heard[0].Entry || x.corpus.speaksOf(matches[0].Entry, tokens) {
		return matches
	}
	next := slices.Clone(matches)
	next[0], next[1] = next[1], next[0]
	next[0].Confidence, next[1].Confidence = next[1].Confidence, next[0].Confidence
	if next[1].Confidence == 0 || !x.corpus.speaksOf(next[0].Entry, tokens) {
		return matches
	}
	return next
}

// speaksOf reports whether an entry has all telling words of a text.
func (c *corpus) speaksOf(id string, tokens []token) bool {
	at := slices.IndexFunc(c.entries, func(d document) bool { return d.id == id })
	const telling = 0.3
	for _, t := range tokens {
		if w := c.word(t); w.weight >= telling && !w.in(c.entries[at].all) && !w.in(c.entries[at].answer) {
			return false
		}
	}
	return true
}

func (w word) in(terms []int32) bool {
	return slices.ContainsFunc(w.terms, func(m meaning) bool { _, ok := slices.BinarySearch(terms, m.term); return ok })
}
