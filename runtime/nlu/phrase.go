package nlu

// phrases is a list of sayings, each a row of patterns.
type phrases = *shelves[[]pattern]

func phrasesOf(written ...string) phrases {
	var list shelves[[]pattern]
	for _, saying := range written {
		shelf := list.of(saying)
		*shelf = append(*shelf, patterns(saying))
	}
	return &list
}

// hasSaying reports whether one of the sayings is in the tokens, without a slip.
func hasSaying(tokens []token, list phrases) bool {
	for from, t := range tokens {
		for _, saying := range *list.of(t.folded) {
			if _, ok := followFrom(tokens, from, saying, true); ok {
				return true
			}
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
		if to, ok := followFrom(tokens, from, saying, exact); ok {
			return from, to, true
		}
	}
	return 0, 0, false
}

// followFrom is follow for a saying that begins with a certain token.
func followFrom(tokens []token, at int, saying []pattern, exact bool) (to int, ok bool) {
	if !saying[0].like(tokens[at].folded, exact) {
		return 0, false
	}
	for _, word := range saying[1:] {
		next := at + 1
		for next < len(tokens) && next <= at+1+maxBetween && !word.like(tokens[next].folded, exact) {
			next++
		}
		if next >= len(tokens) || next > at+1+maxBetween {
			return 0, false
		}
		at = next
	}
	return at + 1, true
}
