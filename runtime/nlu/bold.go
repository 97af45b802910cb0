package nlu

import "okienko/runtime/flow"

// BoldnessStep is what a step of the owner's slider means.
type BoldnessStep struct {
	AnswerAt  float64 // confidence from which is answered
	SuggestAt float64 // and from which is suggested
	Strays    int     // of 100 messages that no entry answers, about how many are answered, on the questions it was chosen with
}

// strays are what the steps of boldness were chosen for.
var strays = [len(boldness)]int{1: 1, 2: 2, 3: 4, 4: 10, 5: 20}

// Boldness returns a step of 1 to flow.MaxBoldness; any other is flow.DefaultBoldness.
func Boldness(step int) BoldnessStep {
	if step < 1 || step >= len(boldness) {
		step = flow.DefaultBoldness
	}
	return BoldnessStep{boldness[step].answer, boldness[step].suggest, strays[step]}
}
