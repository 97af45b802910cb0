package engine

import (
	"slices"

	"okienko/runtime/flow"
)

// Reasons of a miss and of a handoff.
const (
	reasonSuggest  = "suggest"  // only guesses
	reasonUnknown  = "unknown"  // not understood
	reasonLanguage = "language" // in a language that the bot doesn't speak
	reasonInvalid  = "invalid"  // ill-formed as the answer to the question asked
	reasonElse     = "else"     // not understood, but the owner drew a way for that
	reasonWish     = "wish"     // the customer asked for a person
	reasonPatience = "patience" // too many misses
	reasonBroken   = "broken"   // the bot can't go on
	reasonBlock    = "block"    // the owner's flow led there
)

// miss counts a misunderstanding. Anger counts twice, but nobody is handed over before being asked.
func (r *run) miss(reason string) {
	last := r.patience() - 1
	if len(r.in.Understanding.Moods) > 0 && r.s.Misses+1 < last {
		r.s.Misses++
	}
	r.s.Misses++
	r.missed(reason)
}

// missed tells the host that nothing fitted, and keeps the text for a person.
func (r *run) missed(reason string) {
	r.s.Unknown = r.in.Text
	r.emit(Action{Kind: Miss, Node: r.s.At.Node, Block: r.s.At.Block, Text: r.in.Text, Reason: reason})
}

func (r *run) patience() int { return or(r.bot.Settings.Patience, flow.DefaultPatience) }

// exhausted reports that patience ran out; about is one miss before.
func (r *run) exhausted() bool { return r.s.Misses >= r.patience() }

func (r *run) aboutToLose() bool { return r.s.Misses >= r.patience()-1 }

// suggests asks "did you mean" with the entries that come closest, unless it just asked exactly that.
func (r *run) suggests(q question) bool {
	if r.in.Understanding.Outcome != "suggest" {
		return false
	}
	closest := r.closest(r.in.Understanding.Entries)
	ids := append(closest, flow.HumanNode)
	if len(closest) == 0 || slices.Equal(ids, r.s.Offered) {
		return false
	}
	r.miss(reasonSuggest)
	if r.exhausted() {
		r.toHuman(reasonPatience)
		return true
	}
	r.offer(r.text("suggest"), ids...)
	last := &r.out[len(r.out)-1]
	last.Kind, last.Entries = Suggest, entriesOf(closest)
	return true
}

// leastOffered is the confidence from which an entry is worth a button beside the likeliest: one that is as good as
// out of the question only makes the customer read more.
const leastOffered = 0.04

// closest are buttons for the entries that a text may be about.
func (r *run) closest(matches []Match) (ids []string) {
	for i, m := range matches {
		if len(ids) < flow.MaxOffers && r.bot.Entry(m.Entry) != nil && (i == 0 || m.Confidence >= leastOffered) {
			ids = append(ids, flow.EntryMark+m.Entry)
		}
	}
	return ids
}

// misses is what happens when nothing fits: an honest "I don't know" outside of a question, the retry
// text within one. Tries run out before patience, so that the owner's own way of failing is taken first.
func (r *run) misses(q question) {
	if !q.asked() {
		r.missesIdle()
		return
	}
	if r.misfit.unknown {
		r.miss(reasonUnknown)
	} else {
		r.miss(reasonInvalid)
	}
	r.s.Tries++
	if r.s.Tries >= q.tries && r.givesUp(q) {
		return
	}
	if r.exhausted() {
		r.toHuman(reasonPatience)
		return
	}
	r.retry(q)
}

func (r *run) missesIdle() {
	r.miss(reasonUnknown)
	switch {
	case r.exhausted():
		r.toHuman(reasonPatience)
	case r.aboutToLose():
		r.offer(r.text("unknown_human"), flow.HumanNode, flow.MenuChoice)
	default:
		r.offer(r.text("unknown"), flow.HumanNode, flow.MenuChoice)
	}
}

// givesUp leaves a question whose tries ran out. Without an exit of its own, lost patience goes first.
func (r *run) givesUp(q question) bool {
	if q.abandon != nil {
		r.at = q.at()
		q.abandon()
		r.s.Misses = 0
	} else if q.block().Base().To(exitFailed) == "" && r.exhausted() {
		return false
	}
	r.goOn(q, exitFailed)
	return true
}

// retry asks again in other words. A person is offered beside it where the bot did not know, and anywhere
// when patience is about to run out.
func (r *run) retry(q question) {
	text := q.retry
	if text == "" || r.s.Tries > 1 {
		text = r.text(r.misfit.key, r.misfit.extra...)
	}
	switch {
	case isHandOver(q):
		r.prompt(q, text)
	case r.aboutToLose():
		r.prompt(q, text+" "+r.text("offer_human"), flow.HumanNode)
	case r.misfit.unknown:
		r.prompt(q, text, flow.HumanNode)
	default:
		r.prompt(q, text)
	}
}
