package engine

import (
	"slices"
	"strings"

	"okienko/runtime/flow"
)

// offer says a text with choices that Okienko adds; a question that is open stays open.
func (r *run) offer(text string, ids ...string) {
	r.s.Question++
	r.s.Offered = ids
	ask := &Ask{Input: Text, Choices: r.offers(ids)}
	a := Action{Kind: Prompt, Text: text, Ask: ask, Question: r.s.Question}
	if q := r.pending(); q.asked() {
		a.Node, a.Block = r.s.At.Node, r.s.At.Block
		ask.Input, ask.Silence = q.input, q.silence
	}
	r.emit(a)
}

// offers are the buttons of choices that Okienko adds.
func (r *run) offers(ids []string) []Choice {
	var choices []Choice
	for _, id := range ids {
		choices = append(choices, Choice{id, r.offerLabel(id)})
	}
	return choices
}

func (r *run) offerLabel(id string) string {
	switch id {
	case flow.HumanNode:
		return r.label("human")
	case flow.MenuChoice:
		return r.label("menu")
	case flow.PassChoice:
		return r.label("pass", Value{"text", clip(oneLine(r.s.Unknown), flow.MaxLabel/2)})
	}
	if entry := r.entry(id); entry != nil {
		return clip(entry.Question, flow.MaxLabel)
	}
	return ""
}

// takesOffer tries the text as one of the choices that Okienko added last: its label, what the text was
// understood as, or a plain yes when only one was offered.
func (r *run) takesOffer() bool {
	u := r.in.Understanding
	for _, id := range r.s.Offered {
		if u.Choice == id || same(r.in.Text, r.offerLabel(id)) {
			r.choose(id)
			return true
		}
	}
	if u.Wish != wishYes {
		return false
	}
	// "Yes" to one suggestion is that entry, "yes" to the offer of a person is a person.
	if id, ok := onlyEntry(r.s.Offered); ok {
		r.choose(id)
		return true
	}
	if len(r.s.Offered) > 0 && r.s.Offered[0] == flow.HumanNode {
		r.choose(flow.HumanNode)
		return true
	}
	return false
}

func onlyEntry(offered []string) (string, bool) {
	entries := slices.DeleteFunc(slices.Clone(offered), func(id string) bool { return !strings.HasPrefix(id, flow.EntryMark) })
	if len(entries) != 1 {
		return "", false
	}
	return entries[0], true
}

// same compares what was typed with a label: case, spaces around and a dot at the end don't matter.
func same(typed, label string) bool {
	return label != "" && strings.EqualFold(bare(typed), bare(label))
}

func bare(text string) string { return strings.Trim(oneLine(text), " .!?,;:„”\"'") }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
