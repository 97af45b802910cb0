package nlu

import (
	"slices"
)

// besides are words that someone adds who says the same again.
var besides = wordsOf("prosze pytam pytalam pytalem halo hej no to ale wiec powtarzam jeszcze raz ponownie dzien dobry witam czy ktos odpowie please again hello")

// again reports whether the tokens are what the customer said before, give or take slips and impatience.
// A lone word may be the answer to another question.
func again(tokens []token, previous string) bool {
	if previous == "" {
		return false
	}
	now, before := telling(tokens), telling(reading(previous))
	const least, letters = 2, 6
	if len(now) != len(before) || len(now) == 0 || len(now) < least && len(now[0].folded) < letters {
		return false
	}
	return slices.EqualFunc(now, before, func(a, b token) bool {
		return a.folded == b.folded || !isNumber(a.text) && pattern{text: b.folded}.like(a.folded, false)
	})
}

func telling(tokens []token) []token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return oneOf(t.folded, besides) })
}
