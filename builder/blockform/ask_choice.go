package blockform

import (
	"strconv"

	"okienko/runtime/flow"
)

func (r *reader) askChoice(b *flow.AskChoice) {
	r.question(&b.Question)
	for i := range b.Choices {
		posted := "label." + b.Choices[i].ID
		if r.form.Has(posted) {
			r.words("choices."+strconv.Itoa(r.row("choice", b.Choices[i].ID, i))+".label", r.form.Get(posted), &b.Choices[i].Label, flow.MaxLabel)
		}
	}
	if r.form.Get("do") == "choice.add" && len(b.Choices) >= flow.MaxChoices {
		r.refuse("choices", "", "inspector.error.choices", "limit", flow.MaxChoices)
		return
	}
	b.Choices = arrange(r, "choice", b.Choices,
		func(c flow.Choice) string { return c.ID },
		func() flow.Choice { return flow.Choice{ID: r.newID()} })
}
