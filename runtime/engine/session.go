package engine

import (
	"slices"
	"strings"

	"okienko/runtime/flow"
)

// clone copies a session, so that a turn never writes into the caller's.
func (s Session) clone() Session {
	s.Trail = slices.Clone(s.Trail)
	s.Values = slices.Clone(s.Values)
	s.Offered = slices.Clone(s.Offered)
	s.Said = slices.Clone(s.Said)
	s.Stated = slices.Clone(s.Stated)
	return s
}

// Value is the value of a variable; "" if it has none.
func (s Session) Value(name string) string {
	i, ok := s.find(name)
	if !ok {
		return ""
	}
	return s.Values[i].Text
}

func (s Session) find(name string) (int, bool) {
	return slices.BinarySearchFunc(s.Values, name, func(v Value, name string) int { return strings.Compare(v.Name, name) })
}

// set gives a variable a value and tells the host. A block without a variable sets nothing.
func (r *run) set(name, text string) {
	if name == "" {
		return
	}
	text = clip(text, flow.MaxAnswer)
	i, ok := r.s.find(name)
	if ok {
		r.s.Values[i].Text = text
	} else {
		r.s.Values = slices.Insert(r.s.Values, i, Value{name, text})
	}
	r.emit(Action{Kind: Set, Node: r.at.Node, Block: r.at.Block, Name: name, Value: text})
}

// contactValues are the values of the customer, which outlive a conversation.
func (r *run) contactValues() []Value {
	var kept []Value
	for _, v := range r.s.Values {
		if d := r.bot.Variable(v.Name); d != nil && d.Scope == flow.ScopeContact {
			kept = append(kept, v)
		}
	}
	return kept
}

// leave closes the question asked and remembers it for "back".
func (r *run) leave() {
	at := r.s.At
	if at != (Position{}) && (len(r.s.Trail) == 0 || r.s.Trail[len(r.s.Trail)-1] != at) {
		r.s.Trail = append(r.s.Trail, at)
	}
	if extra := len(r.s.Trail) - flow.MaxTrail; extra > 0 {
		r.s.Trail = slices.Clone(r.s.Trail[extra:])
	}
	if r.s.Message != "" { // not sent yet: it can still be passed on
		r.s.Unknown = r.s.Message
	}
	r.s.At, r.s.Stage, r.s.Message, r.s.Tries, r.s.Offered = Position{}, "", "", 0, nil
}

// remember keeps the beginning of what the customer wrote, with which a follow-up ("a do Niemiec?") is understood.
func (r *run) remember() { r.s.Heard = clip(r.in.Text, flow.MaxHeard) }
