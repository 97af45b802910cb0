package engine

import "okienko/runtime/flow"

func (r *run) setVariable(b *flow.SetVariable) move {
	value := r.plain(b.Value)
	switch b.Operation {
	case "append":
		value = r.s.Value(b.Variable) + value
	case "add":
		value = r.sum(b.Variable, value, 1)
	case "subtract":
		value = r.sum(b.Variable, value, -1)
	case "clear":
		value = ""
	case "now":
		value = r.in.At.Format("2006-01-02 15:04") // in the zone of the input's time: the host's choice
	}
	r.set(b.Variable, value)
	return move{}
}

// sum adds to a variable. What is no number counts as nothing, so an empty counter begins at 0.
func (r *run) sum(variable, value string, sign float64) string {
	have, _ := readNumber(r.s.Value(variable), "en")
	more, _ := readNumber(value, r.bot.Language)
	return writeNumber(have + sign*more)
}
