package nlu_test

import (
	"fmt"
	"slices"
	"testing"

	"okienko/runtime/nlu"
)

func TestFormsOfAWordShareATerm(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{{"Skrytki", "skrytka"}, {"BUTY", "butów"}, {"sneakersy", "sneakersów"}, {"paczke", "paczkę"}} {
		one, two := nlu.Read(pair[0]), nlu.Read(pair[1])
		if len(one) != 1 || !slices.ContainsFunc(one[0].Terms, func(term string) bool { return slices.Contains(two[0].Terms, term) }) {
			t.Errorf("%v: %v and %v", pair, one, two)
		}
	}
	if got := fmt.Sprint(nlu.Read("Gdzie kurier? 🙂 12")); got != "[{gdzie [gdzie]} {kurier [kurier]} {12 [12]}]" {
		t.Error(got)
	}
}
