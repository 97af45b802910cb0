package engine

import "okienko/runtime/flow"

func (r *run) askChoice(b *flow.AskChoice, q question) question {
	q = r.asks(b, q)
	q.input, q.other = "choice", "other"
	for _, c := range b.Choices {
		q.choices = append(q.choices, Choice{c.ID, r.plain(c.Label)})
	}
	q.accept = func() (move, misfit) {
		c, ok := r.chosen(q.choices)
		if !ok {
			return move{}, misfit{key: "retry_choice", unknown: true}
		}
		r.set(b.Variable, c.Label)
		return move{exit: c.ID}, misfit{}
	}
	return q
}

// chosen is the choice that was clicked, typed or meant.
func (r *run) chosen(choices []Choice) (Choice, bool) {
	for _, c := range choices {
		if r.in.Kind == Choose && c.ID == r.in.Choice {
			return c, true
		}
	}
	if r.in.Kind != Text {
		return Choice{}, false
	}
	for _, c := range choices {
		if same(r.in.Text, c.Label) {
			return c, true
		}
	}
	for _, c := range choices {
		if c.ID == r.in.Understanding.Choice {
			return c, true
		}
	}
	return Choice{}, false
}
