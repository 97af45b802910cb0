package nlu_test

import (
	"testing"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// Each step answers and suggests more than the one before, and strays more.
func TestBoldnessGrowsWithItsSteps(t *testing.T) {
	t.Parallel()
	for step := 2; step <= flow.MaxBoldness; step++ {
		careful, bold := nlu.Boldness(step-1), nlu.Boldness(step)
		if bold.AnswerAt >= careful.AnswerAt || bold.SuggestAt >= careful.SuggestAt || bold.Strays <= careful.Strays || bold.SuggestAt >= bold.AnswerAt {
			t.Errorf("step %d: %+v after %+v", step, bold, careful)
		}
	}
	for _, step := range []int{-1, 0, flow.MaxBoldness + 1} {
		if nlu.Boldness(step) != nlu.Boldness(flow.DefaultBoldness) {
			t.Errorf("step %d is not the default", step)
		}
	}
}
