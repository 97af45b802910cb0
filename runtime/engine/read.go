package engine

import (
	"strings"

	"okienko/runtime/flow"
)

// sure is the confidence from which an entry interrupts a question that would take any text as its answer.
// Below it the text is more likely meant as the answer.
const sure = 0.7

// read tries a text in order: a statement, what a statement's case wants, the answer to the question asked, a choice offered, a wish, an entry,
// "did you mean", the exit for everything else. What fits nothing is a miss.
//
// A question that takes any text looks for choices, wishes and plain questions to the shop first:
// "poproszę człowieka" is no answer to "jaki to model?". A message to the shop is never interrupted.
func (r *run) read() {
	q := r.pending()
	switch {
	case r.states(q):
	case r.addsDetails(q):
	case !q.open && r.takes(q):
	case r.takesOffer():
	case r.hearsWish(q):
	case q.open && !(r.asksBack() && !q.final) && r.takes(q):
	case r.answers(q):
	case r.suggests(q):
	case r.admitsLanguage(q):
	case r.goesElse(q):
	default:
		r.misses(q)
	}
}

// knows reports whether the text was understood as a question that an entry answers.
func (r *run) knows() bool {
	u := r.in.Understanding
	return u.Outcome == "answer" && len(u.Entries) > 0 && r.bot.Entry(u.Entries[0].Entry) != nil
}

// asksBack reports whether the text plainly asks the shop something instead of answering.
func (r *run) asksBack() bool {
	return r.knows() && r.in.Understanding.Entries[0].Confidence >= sure && looksAsked(r.in.Text)
}

// looksAsked reports whether a text has the form of a question, with or without the mark.
func looksAsked(text string) bool {
	if strings.HasSuffix(text, "?") {
		return true
	}
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch first {
	case "czy", "ile", "jak", "jaki", "jaka", "jakie", "gdzie", "kiedy", "kto", "co", "dlaczego", "czemu", "który", "ktory",
		"how", "what", "when", "where", "why", "who", "which", "can", "do", "does", "is", "are":
		return true
	}
	return false
}

// answers says an entry's answer and returns to the open question.
func (r *run) answers(q question) bool {
	if !r.knows() {
		return false
	}
	rest := r.tellAll()
	if rest != nil {
		r.owes(rest, q)
	}
	if rest == nil || q.asked() {
		r.afterAnswer(q)
	}
	return true
}

// afterAnswer goes back to the question that the answer came between. To someone who is angry
// an answer alone is not enough: a person is offered with it.
func (r *run) afterAnswer(q question) {
	r.s.Misses = max(r.s.Misses-1, 0)
	r.s.Offered = nil
	switch {
	case q.asked():
		r.resume()
	case len(r.in.Understanding.Moods) > 0:
		r.offer(r.text("offer_human"), flow.HumanNode)
	}
}

func (r *run) tell(entry *flow.Entry) {
	r.emit(Action{Kind: Answer, Entry: entry.ID, Text: r.markdown(entry.Answer)})
}

// goesElse takes the exit that the owner drew for texts that fit nothing.
func (r *run) goesElse(q question) bool {
	if !q.asked() || q.other == "" || q.block().Base().To(q.other) == "" {
		return false
	}
	r.missed(reasonElse)
	r.goOn(q, q.other)
	return true
}
