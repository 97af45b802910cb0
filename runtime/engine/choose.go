package engine

import (
	"slices"
	"strings"

	"okienko/runtime/flow"
)

// choose acts on a click. Buttons stay in the window, so one of an earlier question still works:
// the conversation goes on from there.
func (r *run) choose(id string) {
	q := r.pending()
	r.in.Choice = id
	switch {
	case id == flow.HumanNode:
		r.toHuman(reasonWish)
	case id == flow.MenuChoice:
		r.wish(wishMenu)
	case id == flow.PassChoice && isHandOver(q) && r.s.Unknown != "":
		r.takes(q)
	case id == flow.PassChoice:
		r.toHuman(reasonWish)
	case r.entry(id) != nil:
		r.chooseEntry(q, r.entry(id))
	case q.asked() && offersChoice(q, id):
		r.takes(q)
	default:
		r.chooseEarlier(id)
	}
}

// chooseEntry answers with an entry. One picked from "did you mean" tells what the text before it meant.
func (r *run) chooseEntry(q question, entry *flow.Entry) {
	if r.s.Unknown != "" && slices.Contains(r.s.Offered, flow.EntryMark+entry.ID) {
		r.emit(Action{Kind: Meant, Entry: entry.ID, Text: r.s.Unknown})
	}
	if _, ok := blockOf(q).(*flow.AnswerFAQ); ok {
		r.takes(q)
		return
	}
	r.tell(entry)
	r.afterAnswer(q)
}

// chooseEarlier looks for the newest question that had this choice, then for any that has it.
func (r *run) chooseEarlier(id string) {
	for i := len(r.s.Trail) - 1; i >= 0; i-- {
		if q := r.questionOf(r.s.Trail[i]); offersChoice(q, id) {
			r.answerEarlier(q)
			return
		}
	}
	for _, f := range r.bot.Flows {
		for i := range f.Nodes {
			n := &f.Nodes[i]
			for j := range n.Blocks {
				if q, ok := r.questionAt(n, j); ok && offersChoice(q, id) {
					r.answerEarlier(q)
					return
				}
			}
		}
	}
	if r.in.Text != "" {
		r.in.Kind = Text
		r.read()
		return
	}
	r.say(r.text("gone"))
	r.resume()
}

func (r *run) answerEarlier(q question) {
	r.leave()
	r.s.At = q.at()
	r.takes(q)
}

func offersChoice(q question, id string) bool {
	for _, c := range q.choices {
		if c.ID == id {
			return true
		}
	}
	return false
}

func blockOf(q question) flow.Block {
	if !q.asked() {
		return nil
	}
	return q.block()
}

// entry is the entry that a choice stands for; nil if it is another choice or the entry is gone.
func (r *run) entry(choice string) *flow.Entry {
	id, ok := strings.CutPrefix(choice, flow.EntryMark)
	if !ok {
		return nil
	}
	return r.bot.Entry(id)
}
