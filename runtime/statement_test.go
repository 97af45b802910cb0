package runtime_test

import (
	"strings"
	"testing"
	"time"
)

// A statement opens one case at once, with the day by which the shop has to act; what comes later is added to it.
func TestStatementOpensACase(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.begin().Token
	first := s.say(token, "m1", `"text": "Składam reklamację, wazon doszedł pęknięty"`)
	if !strings.Contains(said(first.Events), "Reklamacja wpłynęła 20 listopada 2026, 13:00.") || !strings.Contains(said(first.Events), "system left") {
		t.Errorf("got\n%s", said(first.Events))
	}
	s.say(token, "m2", `"text": "zamówienie 10234"`)
	s.say(token, "m3", `"text": "ola@przyklad.pl"`)
	s.say(token, "m4", `"text": "składam reklamację"`)
	cases, err := s.store.Cases(t.Context(), s.ref.Shop, "new")
	must(t, err)
	equal(t, len(cases), 1)
	c := cases[0]
	equal(t, c.Kind+" "+c.Order+" "+c.Email, "complaint 10234 ola@przyklad.pl")
	equal(t, c.Text, "Składam reklamację, wazon doszedł pęknięty")
	equal(t, c.Due.Format(time.DateOnly), "2026-12-04")
}
