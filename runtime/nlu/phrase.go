package nlu

// phrases is a list of sayings, each a row of patterns; they are written with bars between.
type phrases [][]pattern

func phrasesOf(written ...string) phrases {
	list := make(phrases, len(written))
	for i, saying := range written {
		list[i] = patterns(saying)
	}
	return list
}

// in reports whether one of the sayings is in the tokens.
func (p phrases) in(tokens []token) bool {
	for _, saying := range p {
		if _, _, ok := follow(tokens, saying, true); ok {
			return true
		}
	}
	return false
}

// maxBetween is how many other words may stand between two words of a saying.
const maxBetween = 1

// follow finds where the words of a saying stand in their order, with at most maxBetween others between two;
// unless exact, a long word may hold a slip.
func follow(tokens []token, saying []pattern, exact bool) (from, to int, ok bool) {
	for from := range tokens {
		at := from
		if !saying[0].like(tokens[at].folded, exact) {
			continue
		}
		found := true
		for _, word := range saying[1:] {
			next := at + 1
			for next < len(tokens) && next <= at+1+maxBetween && !word.like(tokens[next].folded, exact) {
				next++
			}
			if next >= len(tokens) || next > at+1+maxBetween {
				found = false
				break
			}
			at = next
		}
		if found {
			return from, at + 1, true
		}
	}
	return 0, 0, false
}
