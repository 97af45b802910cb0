package runtime

import (
	"context"
	"slices"
	"strings"

	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// thumb is the kind of event that a rating makes.
const thumb = "thumb"

// rated completes a rating with what the conversation says about the answer.
func (h *Host) rated(ctx context.Context, t thread, in engine.Input) (engine.Input, error) {
	events, err := h.store.Events(ctx, t.bot, t.id, 0, 0)
	if err != nil {
		return in, err
	}
	return Rated(events, in)
}

// Rated completes a rating out of the events of its conversation: which entry was the answer, what it was
// the answer to, and what the thumb was before. fault.Invalid if there is no such answer.
func Rated(events []store.Event, in engine.Input) (engine.Input, error) {
	rating := *in.Rating
	in.Rating = &rating
	at := slices.IndexFunc(events, func(e store.Event) bool { return e.Seq == rating.Of })
	if at < 0 || events[at].From != "bot" || events[at].Entry == "" {
		return in, fault.New(fault.Invalid, "question.no_answer").On("of")
	}
	rating.Entry, rating.Was = events[at].Entry, Thumbs(events)[rating.Of]
	if asked := askedBefore(events[:at], rating.Entry); asked != nil {
		rating.Asked = asked.Seq
		in.Text, in.Understanding = asked.Text, *asked.Understanding
		for _, part := range in.Understanding.Parts { // of several questions, the one that was answered so
			if contains(part.Entries, rating.Entry) {
				in.Text = part.Text
				in.Understanding = engine.Understanding{Outcome: part.Outcome, Entries: part.Entries}
				break
			}
		}
	}
	return in, nil
}

// askedBefore is the text that an answer was given to: the customer's last one, or the one before clicks on
// entries. Nil if the entry was offered without a question.
func askedBefore(events []store.Event, entry string) *store.Event {
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		clicked := e.Kind == "choice" && strings.HasPrefix(e.Choice, flow.EntryMark)
		if e.From != "visitor" || e.Kind == thumb || clicked {
			continue
		}
		if e.Understanding == nil || !contains(e.Understanding.Entries, entry) && len(e.Understanding.Parts) == 0 {
			return nil
		}
		return e
	}
	return nil
}

func contains(matches []engine.Match, entry string) bool {
	return slices.ContainsFunc(matches, func(m engine.Match) bool { return m.Entry == entry })
}

// Thumbs are those of a conversation by the number of the answer: the last one counts.
func Thumbs(events []store.Event) map[int64]int {
	thumbs := map[int64]int{}
	for _, e := range events {
		if e.Kind == thumb {
			thumbs[e.Of] = e.Thumb
		}
	}
	return thumbs
}

// rated records a thumb that differs from the one before, and notes the question if it was, or is no longer,
// badly answered.
func (p *player) rated(in engine.Input) {
	rating := in.Rating
	if rating.Thumb == rating.Was {
		return
	}
	p.add(store.Event{From: "visitor", Kind: thumb, ID: in.ID, Of: rating.Of, Thumb: rating.Thumb})
	asked := store.Asked{Text: strings.TrimSpace(in.Text), Seq: rating.Asked}
	switch {
	case rating.Asked == 0:
	case rating.Thumb < 0:
		asked.Outcome, asked.Entries, asked.Wrong = in.Understanding.Outcome, named(in.Understanding.Entries), rating.Entry
		p.note(asked)
	case rating.Was < 0:
		asked.Fine = rating.Entry
		p.note(asked)
	}
}
