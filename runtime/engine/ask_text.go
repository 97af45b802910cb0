package engine

import (
	"strconv"
	"unicode/utf8"

	"okienko/runtime/flow"
)

func (r *run) askText(b *flow.AskText, q question) question {
	q = r.asks(b, q)
	q.input, q.open = "text", true
	q.accept = func() (move, misfit) {
		why := fitsLength(r.in.Text, b.Min, or(b.Max, flow.MaxAnswer))
		if why.key == "" {
			r.set(b.Variable, r.in.Text)
		}
		return move{}, why
	}
	return q
}

func fitsLength(text string, least, most int) misfit {
	length := utf8.RuneCountInString(text)
	switch {
	case length == 0:
		return misfit{key: "retry_text"}
	case length < least:
		return misfit{key: "retry_short", extra: []Value{{"min", strconv.Itoa(least)}}}
	case length > most:
		return misfit{key: "retry_long", extra: []Value{{"max", strconv.Itoa(most)}}}
	}
	return misfit{}
}
