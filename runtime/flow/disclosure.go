package flow

import (
	"strings"
	"unicode"
)

// Discloses reports whether a text says that it comes from a machine, as the first message of
// every conversation must (AI Act, art. 50). It looks for words that say so plainly, in its own languages and in those
// in which it tells that it doesn't speak them.
func Discloses(text string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "bot", "bota", "botem", "chatbot", "chatbotem", "czatbot", "czatbotem", "automat", "automatem", "ai":
			return true
		}
		for _, stem := range []string{"automatyczn", "wirtualn", "automated", "automatic", "virtual", "automatisch", "автоматичн"} {
			if strings.HasPrefix(word, stem) {
				return true
			}
		}
	}
	return false
}
