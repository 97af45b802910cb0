package engine

import "okienko/runtime/flow"

// tellAll says the answer, or those to all questions of the message that have one, and returns the first
// question that has none.
func (r *run) tellAll() *Part {
	parts := r.in.Understanding.Parts
	if len(parts) == 0 {
		r.tell(r.bot.Entry(r.in.Understanding.Entries[0].Entry))
		return nil
	}
	var rest *Part
	for i := range parts {
		entry := r.answerTo(&parts[i])
		if entry != nil {
			r.tell(entry)
		} else if rest == nil {
			rest = &parts[i]
		}
	}
	return rest
}

func (r *run) answerTo(p *Part) *flow.Entry {
	if p.Outcome != "answer" || len(p.Entries) == 0 {
		return nil
	}
	return r.bot.Entry(p.Entries[0].Entry)
}

// owes admits that a question of the message is still without an answer: with the entries that come
// closest, and a person. An open question is asked again behind it. What was answered counts as help, so
// patience loses nothing.
func (r *run) owes(p *Part, q question) {
	r.missed(reasonUnknown)
	r.s.Unknown = p.Text
	quoted := Value{"text", clip(oneLine(p.Text), flow.MaxLabel)}
	if q.asked() {
		r.say(r.text("part_unknown", quoted))
		return
	}
	var ids []string
	if p.Outcome == "suggest" {
		ids = r.closest(p.Entries)
	}
	if len(ids) == 0 {
		r.offer(r.text("part_unknown", quoted), flow.HumanNode)
		return
	}
	r.offer(r.text("part_suggest", quoted), append(ids, flow.HumanNode)...)
	last := &r.out[len(r.out)-1]
	last.Kind, last.Entries = Suggest, entriesOf(ids)
}

func entriesOf(ids []string) []string {
	entries := make([]string, len(ids))
	for i, id := range ids {
		entries[i] = id[len(flow.EntryMark):]
	}
	return entries
}
