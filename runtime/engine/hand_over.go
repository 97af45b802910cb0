package engine

import "okienko/runtime/flow"

// The stages of a hand-over.
const (
	stageMessage = "message"
	stageEmail   = "email"
)

// handOver says that a person will take it, tells the host, and asks for the message.
func (r *run) handOver(b *flow.HandOver, n *flow.Node, index int) move {
	text := r.markdown(b.Text)
	switch {
	case r.reason == reasonBroken:
		text = r.text("trouble")
	case text == "":
		text = r.text("hand_over")
	}
	r.say(text)
	if r.reason == "" {
		r.reason = reasonBlock
	}
	r.emit(Action{Kind: Handoff, Node: n.ID, Block: b.ID, Reason: r.reason})
	r.s.Stage = stageMessage
	return r.ask(r.leaveMessage(b, question{node: n, index: index}))
}

// leaveMessage is the question that a hand-over waits with: first for the message, then for an address.
func (r *run) leaveMessage(b *flow.HandOver, q question) question {
	q.tries, q.silence = or(b.Tries, flow.DefaultTries), r.patienceFor(b.SilenceAfter)
	if r.s.Stage == stageEmail {
		q.prompt, q.input = r.markdown(b.AskEmail), "email"
		if q.prompt == "" {
			q.prompt = r.label("leave_email")
		}
		q.accept = func() (move, misfit) { return r.takeAddress(b) }
		q.abandon = func() { // better a message without an address than none
			if !r.s.Details {
				r.openCase(b, Case{Text: r.s.Message})
			}
		}
		return q
	}
	q.prompt, q.input, q.open, q.final = r.markdown(b.Ask), "message", true, true
	if q.prompt == "" {
		q.prompt = r.label("leave_message")
	}
	if r.s.Unknown != "" {
		q.choices = r.offers([]string{flow.PassChoice})
	}
	q.accept = func() (move, misfit) { return r.takeMessage(b, q) }
	return q
}

func (r *run) takeMessage(b *flow.HandOver, q question) (move, misfit) {
	text := r.in.Text
	if r.passes() {
		text = r.s.Unknown
	}
	if text == "" {
		return move{}, misfit{key: "leave_message"}
	}
	c := Case{Email: r.knownEmail(), Phone: r.in.phone(""), Text: text}
	if address := r.in.email(); address != "" {
		c.Email = address
	}
	stated := r.statesInMessage(&c)
	if c.Email != "" {
		r.openCase(b, c)
		return move{exit: exitLeft}, misfit{}
	}
	if stated {
		r.file(r.at, c)
	}
	r.s.Message, r.s.Stage = text, stageEmail
	m := r.ask(r.leaveMessage(b, question{node: q.node, index: q.index}))
	r.s.Details = stated
	return m, misfit{}
}

// passes reports whether the customer clicked or typed the choice that hands over the last text.
func (r *run) passes() bool {
	return r.s.Unknown != "" && (r.in.Choice == flow.PassChoice || same(r.in.Text, r.offerLabel(flow.PassChoice)))
}

// takeAddress also takes a phone number: whoever leaves one wants to be called.
func (r *run) takeAddress(b *flow.HandOver) (move, misfit) {
	c := Case{Email: r.in.email(), Text: r.s.Message}
	if c.Email == "" {
		c.Phone = r.in.phone("")
	}
	if c.Email == "" && c.Phone == "" {
		return move{}, misfit{key: "retry_email"}
	}
	if c.Email != "" {
		r.set(r.variableOf("email"), c.Email)
	}
	r.openCase(b, c)
	return move{exit: exitLeft}, misfit{}
}

// statesInMessage makes the message to the shop a statement, if it is one that was not made before.
func (r *run) statesInMessage(c *Case) bool {
	kind := r.in.Understanding.Statement
	if kind == "" || r.passes() {
		return false
	}
	stated := r.statement(kind)
	if r.stateAgain(kind, stated.Order) {
		return false
	}
	c.Kind, c.Order, c.Due = kind, stated.Order, stated.Due
	return true
}

// openCase tells the host about the message and confirms it, naming where the reply goes. A statement's case
// is open already if it had to wait for the address.
func (r *run) openCase(b *flow.HandOver, c Case) {
	switch {
	case r.s.Details:
		c.Kind, c.Text = r.s.Stated[len(r.s.Stated)-1].Kind, ""
		r.emit(Action{Kind: AddToCase, Node: r.at.Node, Block: b.ID, Case: &c})
		r.s.Stated[len(r.s.Stated)-1].Addressed = true
	case c.Kind != "":
		r.file(r.at, c)
	default:
		r.emit(Action{Kind: OpenCase, Node: r.at.Node, Block: b.ID, Case: &c})
	}
	r.s.Message, r.s.Unknown, r.s.Details = "", "", false
	if b.Done != "" {
		r.say(r.fill(b.Done, escape, Value{"email", escape(c.Email)}, Value{"phone", escape(c.Phone)}))
		return
	}
	switch {
	case c.Email != "":
		r.say(r.text("left_email", Value{"email", escape(c.Email)}))
	case c.Phone != "":
		r.say(r.text("left_phone", Value{"phone", escape(c.Phone)}))
	default:
		r.say(r.text("left"))
	}
}

// knownEmail is the address that the customer gave before.
func (r *run) knownEmail() string { return r.s.Value(r.variableOf("email")) }

// variableOf is the name of the first variable of a type; "" if there is none.
func (r *run) variableOf(variableType string) string {
	for _, v := range r.bot.Variables {
		if v.Type == variableType {
			return v.Name
		}
	}
	return ""
}

func isHandOver(q question) bool {
	_, ok := blockOf(q).(*flow.HandOver)
	return ok
}
