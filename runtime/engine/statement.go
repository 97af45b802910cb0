package engine

import (
	"strings"

	"okienko/runtime/flow"
)

// The kinds of statement. They have legal effect once they have arrived, in whatever form: a withdrawal by
// art. 30 of the act on consumer rights, a complaint by art. 7a, which gives the shop 14 days to answer.
const (
	Withdrawal = "withdrawal"
	Complaint  = "complaint"
)

// Stated is a statement that was taken in a conversation.
type Stated struct {
	Kind  string `json:"kind"`
	Order string `json:"order,omitempty"`

	Addressed bool `json:"addressed,omitempty"` // the shop knows where to reply
}

// states takes a statement at once: it opens a case, confirms with the date that it has arrived, answers what is
// asked beside it, and asks for what the shop needs to find the order. A hand-over takes it as its message.
// Who only states is told nothing more: "to withdraw, write to us" would be odd after she has.
func (r *run) states(q question) bool {
	kind := r.in.Understanding.Statement
	if kind == "" || isHandOver(q) {
		return false
	}
	c := r.statement(kind)
	if r.stateAgain(kind, c.Order) {
		r.say(r.text("stated_again"))
	} else {
		r.file(Position{}, c)
	}
	if r.asksBack() {
		r.tell(r.bot.Entry(r.in.Understanding.Entries[0].Entry))
	}
	last := r.s.Stated[len(r.s.Stated)-1]
	r.askDetails(q, last.Order == "", !last.Addressed)
	return true
}

// statement is the case that a statement opens, with what is known of the customer.
func (r *run) statement(kind string) Case {
	c := Case{Kind: kind, Order: r.in.order(), Email: r.knownEmail(), Phone: r.in.phone(""), Text: r.in.Text, Due: r.in.At.AddDate(0, 0, flow.StatementDays)}
	if c.Order == "" {
		c.Order = r.knownOrder()
	}
	if address := r.in.email(); address != "" {
		c.Email = address
		r.set(r.variableOf("email"), address)
	}
	return c
}

// stateAgain reports whether the statement was made before, and completes it if it now names the order.
// One about another order is another statement.
func (r *run) stateAgain(kind, order string) bool {
	for i := range r.s.Stated {
		s := &r.s.Stated[i]
		if s.Kind != kind || s.Order != "" && order != "" && s.Order != order {
			continue
		}
		if s.Order == "" && order != "" {
			s.Order = order
			r.emit(Action{Kind: AddToCase, Case: &Case{Kind: kind, Order: order}})
		}
		return true
	}
	return false
}

// file opens the case of a statement and confirms that it has arrived. What comes of it a person decides.
func (r *run) file(at Position, c Case) {
	r.s.Stated = append(r.s.Stated, Stated{c.Kind, c.Order, c.Email != ""})
	r.s.Unknown = ""
	r.emit(Action{Kind: OpenCase, Node: at.Node, Block: at.Block, Case: &c})
	r.say(r.text(c.Kind, Value{"date", momentText(r.in.At, r.bot.Language)}, Value{"due", dayText(c.Due, r.bot.Language)}))
}

// askDetails asks for what is missing, and goes back to the open question if nothing is. A person is offered with it.
func (r *run) askDetails(q question, order, email bool) {
	r.s.Details = order || email
	switch {
	case order && email:
		r.offer(r.text("details"), flow.HumanNode)
	case order:
		r.offer(r.text("details_order"), flow.HumanNode)
	case email:
		r.offer(r.text("details_email"), flow.HumanNode)
	case q.asked():
		r.prompt(q, strings.TrimSpace(r.text("return")+" "+q.prompt), flow.HumanNode)
		return
	default:
		r.offer(r.text("anything_else"), flow.HumanNode, flow.MenuChoice)
		return
	}
	r.out[len(r.out)-1].Ask.Input = Text
}

// addsDetails puts an order number or an address, as asked for, into the case of the statement.
func (r *run) addsDetails(q question) bool {
	if !r.s.Details || isHandOver(q) || len(r.s.Stated) == 0 {
		return false
	}
	last := &r.s.Stated[len(r.s.Stated)-1]
	c := Case{Kind: last.Kind, Email: r.in.email()}
	if last.Order == "" {
		c.Order = r.in.orderAlone()
	}
	if c.Order == "" && c.Email == "" {
		return false
	}
	if c.Order != "" {
		last.Order = c.Order
	}
	if c.Email != "" {
		r.set(r.variableOf("email"), c.Email)
	}
	r.emit(Action{Kind: AddToCase, Case: &c})
	r.say(r.text("details_added"))
	if q.input == "email" && c.Email != "" {
		r.s.Details = false
		return r.takes(q)
	}
	last.Addressed = last.Addressed || c.Email != ""
	r.askDetails(q, last.Order == "", !last.Addressed)
	return true
}

// order is the order number in what was written; "" if there is none.
func (in Input) order() string {
	for _, v := range in.Understanding.Values {
		if v.Kind == "order" {
			return v.Text
		}
	}
	return ""
}

// orderAlone also takes what is hardly anything else where an order number was asked for.
func (in Input) orderAlone() string {
	if order := in.order(); order != "" {
		return order
	}
	const least, most = 2, 30
	for _, word := range strings.Fields(in.Text) {
		word = strings.Trim(word, ".,;:#!?()")
		if len(word) >= least && len(word) <= most && strings.ContainsAny(word, "0123456789") && !strings.Contains(word, "@") {
			return word
		}
	}
	return ""
}

// knownOrder is the order number that the customer gave to a question before, told by the variable's name.
func (r *run) knownOrder() string {
	for _, v := range r.bot.Variables {
		name := strings.ToLower(v.Name)
		if text := r.s.Value(v.Name); text != "" && (strings.Contains(name, "zam") || strings.Contains(name, "order")) {
			return text
		}
	}
	return ""
}
