package blockform

import "okienko/runtime/flow"

func (r *reader) question(q *flow.Question) {
	r.text("prompt", &q.Prompt, flow.MaxPrompt)
	r.variable("variable", &q.Variable)
	r.text("retry", &q.Retry, flow.MaxPrompt)
	r.text("silence_text", &q.SilenceText, flow.MaxPrompt)
	r.patience(&q.Tries, &q.SilenceAfter)
}

func (r *reader) patience(tries, silence *int) {
	r.count("tries", tries, 1, flow.MaxTries)
	r.count("silence_after", silence, flow.MinSilence, flow.MaxSilence)
}

// variable reads the choice of a variable. The choice "new" waits for a name and changes nothing.
func (r *reader) variable(field string, to *string) {
	value := r.form.Get(field)
	switch {
	case !r.form.Has(field):
	case value == New:
		r.typed[field] = New
	case value == "" || flow.IsName(value):
		*to = value
	}
}

// New is what a select posts for a variable or a node that is to be made.
const New = "+new"
