package learn

import (
	"slices"

	"okienko/runtime/engine"
	"okienko/runtime/nlu"
)

// Probe is a text to try a change on.
type Probe struct {
	Text  string
	Right []string // the entries that would do; none if nobody knows
	Wrong []string // entries that are known not to answer it
	Alien bool     // no entry should answer it
}

// Shift is a text that a change gives another fate. Was and Is are the entries that answer before and after
// or, where the outcome is "suggest", are offered first.
type Shift struct {
	Text       string
	Was, Is    string
	WasOutcome string // nlu.Answered, nlu.Suggested, nlu.Unknown
	Outcome    string
}

// Effect is what a change of the entries does to texts that were asked before.
type Effect struct {
	Tried    int
	Answered []Shift // now, or now by the right entry
	Offered  []Shift // as a suggestion, where nothing was known
	Stolen   []Shift // answered by another entry than before
	Lost     []Shift // answered before and not any more
	Stray    []Shift // answered now, though no entry should
	Deaf     []Shift // phrasings of the changed entry that it does not answer: see Deaf
}

// Compare asks every text before and after a change.
func Compare(before, after Mind, probes []Probe) Effect {
	e := Effect{Tried: len(probes)}
	for _, p := range probes {
		was, is := before(p.Text), after(p.Text)
		s := Shift{Text: p.Text, Was: first(was), Is: first(is), WasOutcome: was.Outcome, Outcome: is.Outcome}
		e.sort(p, s)
	}
	return e
}

// sort puts a shift where it belongs; most texts are not changed and go nowhere.
func (e *Effect) sort(p Probe, s Shift) {
	helped := s.WasOutcome == nlu.Answered && p.right(s.Was)
	switch {
	case s.Outcome == nlu.Answered && s.WasOutcome == nlu.Answered && s.Is == s.Was:
	case p.Alien && s.Outcome == nlu.Answered && s.WasOutcome != nlu.Answered:
		e.Stray = append(e.Stray, s)
	case p.Alien:
	case s.Outcome == nlu.Answered && helped && p.Right != nil && p.right(s.Is): // either would do
	case s.Outcome == nlu.Answered && helped:
		e.Stolen = append(e.Stolen, s)
	case s.Outcome == nlu.Answered:
		e.Answered = append(e.Answered, s)
	case helped:
		e.Lost = append(e.Lost, s)
	case s.Outcome == nlu.Suggested && s.WasOutcome == nlu.Unknown:
		e.Offered = append(e.Offered, s)
	}
}

// right tells whether an entry answers the text, as far as is known.
func (p Probe) right(entry string) bool {
	return !slices.Contains(p.Wrong, entry) && (len(p.Right) == 0 || slices.Contains(p.Right, entry))
}

// Deaf are those of an entry's phrasings that it does not answer, whoever does.
func Deaf(mind Mind, entry string, phrasings []string) []Shift {
	var list []Shift
	for _, text := range phrasings {
		u := mind(text)
		s := Shift{Text: text, Was: first(u), Is: first(u), WasOutcome: u.Outcome, Outcome: u.Outcome}
		if s.Outcome != nlu.Answered || s.Is != entry {
			list = append(list, s)
		}
	}
	return list
}

// first is the likeliest entry of what is answered or suggested.
func first(u engine.Understanding) string {
	if u.Outcome == nlu.Unknown || len(u.Entries) == 0 {
		return ""
	}
	return u.Entries[0].Entry
}
