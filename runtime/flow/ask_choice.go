package flow

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

func (b *AskChoice) validate(c *checker) {}

func (b *AskChoice) inspect(c *checker) {}

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
