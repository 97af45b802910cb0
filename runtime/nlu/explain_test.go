package nlu

import "testing"

func TestExplain(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	e := x.Explain("ile kosztuje przesylka kureirem zyrafa", Context{Language: "pl"})
	if len(e.Candidates) == 0 || e.AnswerAt <= e.SuggestAt || e.SuggestAt <= 0 {
		t.Fatalf("%+v", e)
	}
	first, shares := e.Candidates[0], 0.0
	if first.Entry != "d-koszt" || first.Phrasing == "" {
		t.Errorf("%+v", first)
	}
	how := map[string]string{}
	for _, w := range first.Words {
		how[w.Text] = w.How
		shares += w.Weight
	}
	if how["kosztuje"] == "" || how["przesylka"] == "" || how["zyrafa"] != "" {
		t.Errorf("words were found so: %v", how)
	}
	if shares < 0.99 || shares > 1.01 {
		t.Errorf("the words' shares add up to %v", shares)
	}
	if e := x.Explain("", Context{}); e.Outcome != Unknown || len(e.Candidates) != 0 {
		t.Errorf("an empty text: %+v", e)
	}
}
