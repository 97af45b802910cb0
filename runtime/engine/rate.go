package engine

import "okienko/runtime/flow"

// likely is the share, of what the wrong answer leaves, from which another entry is worth offering.
const likely = 0.2

// rated reacts to a thumb. Only a new thumb down is answered: with the entries that came next and with a
// person. It opens no conversation anew and leaves open what was asked.
func (r *run) rated() {
	rating := r.in.Rating
	if rating == nil || rating.Thumb >= 0 || rating.Was < 0 {
		return
	}
	if r.in.Text != "" {
		r.s.Unknown = r.in.Text
	}
	if q := r.pending(); q.asked() && isHandOver(q) { // on the way to a person already
		r.again("no_help")
		return
	}
	ids := r.others(rating.Entry)
	if len(ids) == 0 {
		r.offer(r.text("no_help"), flow.HumanNode)
		return
	}
	r.offer(r.text("no_help_suggest"), append(ids, flow.HumanNode)...)
}

// others are the choices of entries that the text may have meant if not the one given.
func (r *run) others(wrong string) []string {
	left := 1.0
	for _, m := range r.in.Understanding.Entries {
		if m.Entry == wrong {
			left -= m.Confidence
		}
	}
	var ids []string
	for _, m := range r.in.Understanding.Entries {
		if m.Entry != wrong && m.Confidence >= likely*left && r.bot.Entry(m.Entry) != nil && len(ids) < flow.MaxOffers {
			ids = append(ids, flow.EntryMark+m.Entry)
		}
	}
	return ids
}
