// Package synonym finds in customers' questions words that nobody has taught the bot, and what they
// probably stand for.
package synonym

import (
	"cmp"
	"slices"
)

// How much a question tells about what was meant.
const (
	Clicked = 3.0 // the customer said so
	Guessed = 1.0 // the bot offered it
	Thought = 0.5 // the bot thought of it, and said that it does not know
)

// Question is what customers asked, with the entry that was meant.
type Question struct {
	Text  string
	Count int     // how often
	Trust float64 // that Entry was meant: Clicked, Guessed, Thought
	Entry string
	Said  []Word // of the text, that the entry does not explain
	Left  []Word // of the entry, that nothing in the text stands for
}

// Word is a word with what makes it the same in all forms.
type Word struct {
	Text   string
	Same   string
	Weight float64 // share of its text's weight, 0 to 1
}

// Suggestion is a word that customers use, and the entries' word that it probably stands for.
type Suggestion struct {
	Word      Word
	Means     string
	Entry     string // in which Means stands
	Count     int    // how often it was asked
	Questions []string
	trust     float64
}

const (
	leastWeight  = 0.15 // of a word that can be what a question is about
	leastTrust   = 2.0  // of all questions together: one guess is chance
	maxQuestions = 3    // shown with a suggestion
)

// Suggest returns what the questions suggest, the most trusted first. Each word comes once, in the form in
// which it was met first; bring the questions in the order in which they matter.
func Suggest(questions []Question) []Suggestion {
	var words []*evidence
	for _, q := range questions {
		for _, said := range telling(q.Said) {
			at := slices.IndexFunc(words, func(e *evidence) bool { return e.word.Same == said.Same })
			if at < 0 {
				at = len(words)
				words = append(words, &evidence{word: said})
			}
			words[at].add(q, said.Weight)
		}
	}
	var list []Suggestion
	for _, e := range words {
		if s, ok := e.suggestion(); ok {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b Suggestion) int { return cmp.Compare(b.trust, a.trust) })
	return list
}

// evidence is what the questions tell about one word.
type evidence struct {
	word      Word
	trust     float64
	count     int
	questions []string
	meanings  []meaning
}

// meaning is a word of entries, and how much speaks for it.
type meaning struct {
	word  Word
	entry string
	trust float64
}

func (e *evidence) add(q Question, weight float64) {
	left := telling(q.Left)
	if len(left) == 0 {
		return
	}
	trust := q.Trust * float64(q.Count)
	e.trust += trust
	e.count += q.Count
	if len(e.questions) < maxQuestions {
		e.questions = append(e.questions, q.Text)
	}
	for _, w := range left {
		at := slices.IndexFunc(e.meanings, func(m meaning) bool { return m.word.Same == w.Same })
		if at < 0 {
			at = len(e.meanings)
			e.meanings = append(e.meanings, meaning{word: w, entry: q.Entry})
		}
		e.meanings[at].trust += trust * weight * w.Weight
	}
}

func (e *evidence) suggestion() (Suggestion, bool) {
	if e.trust < leastTrust || len(e.meanings) == 0 {
		return Suggestion{}, false
	}
	best := e.meanings[0]
	for _, m := range e.meanings[1:] {
		if m.trust > best.trust {
			best = m
		}
	}
	return Suggestion{
		Word: e.word, Means: best.word.Text, Entry: best.entry, Count: e.count, Questions: e.questions, trust: e.trust,
	}, true
}

// telling leaves out words that could stand in any question, and repetitions.
func telling(words []Word) []Word {
	var list []Word
	for _, w := range words {
		if w.Weight >= leastWeight && !slices.ContainsFunc(list, func(other Word) bool { return other.Same == w.Same }) {
			list = append(list, w)
		}
	}
	return list
}
