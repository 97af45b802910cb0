package owner

import (
	"context"

	"okienko/views/words"
)

// Effect is what a change of the entries would do to what was asked before.
type Effect struct {
	Tried    int          // texts
	Deaf     []EffectLine // phrasings of the changed entry that still don't lead to it
	Answered []EffectLine // now, or now by the right entry
	Offered  []EffectLine // as a suggestion, where nothing was known
	Stolen   []EffectLine // answered by another entry than before
	Lost     []EffectLine // answered before and not any more
	Stray    []EffectLine // answered now, though the owner wants none of it answered
}

// EffectLine is one text. Was and Is are the questions of the entries that answer before and after; "" for none.
type EffectLine struct {
	Text, Was, Is string
}

func (e Effect) quiet() bool {
	return len(e.Answered)+len(e.Offered)+len(e.Stolen)+len(e.Lost)+len(e.Stray) == 0
}

const (
	effectShown = 12 // lines of each kind that are written out
	effectOpen  = 5  // lines of good news that are shown without being asked for
)

func shownLines(lines []EffectLine) []EffectLine { return lines[:min(len(lines), effectShown)] }

func answeredBy(ctx context.Context, entry string) string {
	if entry == "" {
		return words.T(ctx, "effect.nothing")
	}
	return entry
}
