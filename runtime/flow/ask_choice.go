package flow

import (
	"slices"
	"strconv"
)

// AskChoice offers buttons; each choice has an exit of its own (its id), and "other" takes what fits none.
//
//	{"type": "ask_choice", "id": "b1", "prompt": "W czym pomóc?",
//	 "choices": [{"id": "c1", "label": "Zwrot"}, {"id": "c2", "label": "Dostawa"}],
//	 "exits": [{"id": "c1", "to": "n2"}]}
type AskChoice struct {
	Core
	Question
	Choices []Choice `json:"choices"`
}

// Type is "ask_choice".
func (*AskChoice) Type() string { return "ask_choice" }

// Outs are the ways out of this block.
func (b *AskChoice) Outs() []Out { return choiceOuts(b.Choices) }

func (b *AskChoice) validate(c *checker) {
	c.question(&b.Question)
	if len(b.Choices) == 0 {
		c.refuse("choices", "no_choices")
	}
	c.count("choices", len(b.Choices), MaxChoices, "too_many_choices")
	for i, choice := range b.Choices {
		field := "choices." + strconv.Itoa(i) + ".label"
		if !IsID(choice.ID) {
			c.refuse(field, "bad_id", "id", choice.ID)
		}
		c.required(field, choice.Label, "no_label")
		c.text(field, choice.Label, MaxLabel)
	}
}

func (b *AskChoice) inspect(c *checker) {
	c.unattended(b)
	connected := func(choice Choice) bool { return b.To(choice.ID) != "" }
	if !slices.ContainsFunc(b.Choices, connected) {
		return // all go on with what follows: only the answer matters
	}
	for _, choice := range b.Choices {
		if !connected(choice) {
			c.hint("choice_without_exit", "label", choice.Label)
		}
	}
}

// Choice is one button.
type Choice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func choiceOuts(choices []Choice) []Out {
	outs := make([]Out, 0, len(choices)+3)
	for _, choice := range choices {
		outs = append(outs, Out{ID: choice.ID, Label: choice.Label})
	}
	return questionOuts(append(outs, Out{ID: "other", Key: "exit.other"})...)
}
