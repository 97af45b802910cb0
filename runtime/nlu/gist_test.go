package nlu

import (
	"math"
	"testing"
)

func TestTextsAboutTheSameAreAlike(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b        string
		least, most float64
	}{
		{"Czy wysyłacie do Niemiec?", "czy wysylacie do niemiec", .95, 1},
		{"Czy wysyłacie do Niemiec?", "wysyłka do Niemiec", .5, 1},
		{"jak zwrócić buty", "chcę zwrócić but", .6, 1},
		{"Ile kosztuje dostawa?", "Jak prać sweter?", 0, .1},
		{"Czy wysyłacie do Niemiec?", "czy macie raty", 0, .2},
		{"Do kiedy mogę zwrócić towar?", "Jak zwrócić towar?", .5, .8},
		{"", "raty", 0, 0},
		{"😀 !!!", "😀 !!!", 0, 0},
	} {
		a, b := GistOf(c.a), GistOf(c.b)
		like := a.Likeness(b)
		if like < c.least || like > c.most {
			t.Errorf("%q and %q are alike by %.2f: %v", c.a, c.b, like, a.Telling())
		}
		if other := b.Likeness(a); math.Abs(other-like) > 1e-6 {
			t.Errorf("%q: %v one way, %v the other", c.a, like, other)
		}
	}
}
