package engine

import "okienko/runtime/flow"

// Exits that every question has.
const (
	exitFailed  = "failed"
	exitSilence = "silence"
	exitLeft    = "left" // of a hand-over
)

// silence reacts once to a question that stays without an answer, and only a few times in a row,
// so that a flow that leads back to its question doesn't go on talking to nobody.
func (r *run) silence() {
	q := r.pending()
	if !q.asked() || r.in.Question != r.s.Question || r.s.Silences >= flow.MaxSilences {
		return
	}
	r.s.Silences++
	r.s.Question++ // a second silence of this question is late
	r.at = q.at()
	r.say(q.quiet)
	if q.abandon != nil {
		q.abandon()
		r.goOn(q, exitSilence)
		return
	}
	if q.block().Base().To(exitSilence) != "" {
		r.goOn(q, exitSilence)
	}
}
