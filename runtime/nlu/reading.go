package nlu

// Reading is a word of a text as an index reads it.
type Reading struct {
	Text  string   // lower case, as typed
	Terms []string // its dictionary forms, or the stem of a word that no dictionary holds; two words that share one are the same
}

// Read takes a text apart into what is read of it: see MaxRunes, MaxTokens.
func Read(text string) []Reading {
	tokens := reading(text)
	words := make([]Reading, len(tokens))
	for i, t := range tokens {
		words[i] = Reading{t.text, senseOf(t).terms}
	}
	return words
}
