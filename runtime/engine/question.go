package engine

import (
	"strings"

	"okienko/runtime/flow"
)

// question is what a block that waits looks like to the rest of the engine. Its zero value means
// that nothing was asked.
type question struct {
	node    *flow.Node
	index   int
	prompt  string
	retry   string // the owner's words for an answer that doesn't fit; used once, then the default texts
	input   string
	choices []Choice
	tries   int
	silence int
	quiet   string // said after the silence
	other   string // exit for a text that fits nothing
	open    bool   // any text is an answer, so wishes and plain questions are looked for before
	final   bool   // open, and even a question is the answer
	// accept takes the input as the answer: how to go on, or why it doesn't fit.
	accept func() (move, misfit)
	// abandon rescues what was collected when the customer doesn't go on; may be nil.
	abandon func()
}

// misfit is the default text that says why an input is no answer; the zero value means that it is one.
type misfit struct {
	key     string
	extra   []Value
	unknown bool // the text was not understood, rather than ill-formed: a person may know
}

func (q question) asked() bool { return q.node != nil }

func (q question) block() flow.Block { return q.node.Blocks[q.index] }

func (q question) at() Position { return Position{q.node.ID, q.block().Base().ID} }

// asks fills in what all asking blocks share.
func (r *run) asks(b flow.Asker, q question) question {
	base := b.AskBase()
	q.prompt, q.retry, q.quiet = r.markdown(base.Prompt), r.markdown(base.Retry), r.markdown(base.SilenceText)
	if q.prompt == "" {
		q.prompt = r.label("anything_else")
	}
	q.tries = or(base.Tries, flow.DefaultTries)
	q.silence = r.patienceFor(base.SilenceAfter)
	return q
}

func (r *run) patienceFor(seconds int) int {
	return or(seconds, or(r.bot.Settings.SilenceAfter, flow.DefaultSilence))
}

// ask asks a question and waits.
func (r *run) ask(q question) move {
	r.s.At, r.s.Tries, r.s.Offered, r.s.Details = q.at(), 0, nil, false
	r.prompt(q, q.prompt)
	return move{rest: true}
}

// prompt puts a question into words, with further choices that Okienko adds.
func (r *run) prompt(q question, text string, offers ...string) {
	r.s.Question++
	r.s.Offered = offers
	at := q.at()
	choices := append(q.choices[:len(q.choices):len(q.choices)], r.offers(offers)...)
	ask := &Ask{Input: q.input, Choices: choices, Silence: q.silence}
	r.emit(Action{Kind: Prompt, Node: at.Node, Block: at.Block, Text: text, Ask: ask, Question: r.s.Question})
}

// pending is the question that the session waits for; none if the bot no longer has it.
func (r *run) pending() question {
	return r.questionOf(r.s.At)
}

func (r *run) questionOf(at Position) question {
	if at == (Position{}) {
		return question{}
	}
	n := r.node(at.Node)
	if n == nil {
		return question{}
	}
	for i, b := range n.Blocks {
		if b != nil && b.Base().ID == at.Block {
			q, _ := r.questionAt(n, i)
			return q
		}
	}
	return question{}
}

// takes tries the input as the answer to the question and goes on if it is one.
func (r *run) takes(q question) bool {
	if !q.asked() {
		return false
	}
	r.at = q.at()
	m, why := q.accept()
	if why.key != "" {
		r.misfit = why
		return false
	}
	r.s.Misses = 0
	if m.rest { // the block asks on
		return true
	}
	r.goOn(q, m.exit)
	return true
}

// goOn leaves a question by an exit, or by the next block if it isn't connected.
func (r *run) goOn(q question, exit string) {
	r.leave()
	if to := q.block().Base().To(exit); to != "" {
		r.walk(to, 0)
		return
	}
	r.walk(q.node.ID, q.index+1)
}

// resume asks the open question again after something came between, or asks what else there is.
func (r *run) resume() {
	if r.pending().asked() {
		r.again("return")
		return
	}
	r.offer(r.text("anything_else"), flow.MenuChoice)
}

// again asks the open question again, after the words of a key that fit what came between.
func (r *run) again(key string) {
	q := r.pending()
	text := r.text(key)
	r.prompt(q, strings.TrimSpace(text+" "+q.prompt))
}

func or(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}
