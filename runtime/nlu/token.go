package nlu

import (
	"strings"
	"unicode"

	"okienko/runtime/nlu/morph"
)

// What is read of a text. Longer ones are stories whose beginning says what they are about,
// or attacks; both must take bounded time.
const (
	MaxRunes  = 1000
	MaxTokens = 64
)

// token is a word or number of a text.
type token struct {
	text   string // lower case, as typed
	folded string // without diacritics
}

// clip makes a text short, composed and free of what can't be seen.
func clip(text string) string {
	if len(text) <= MaxRunes && plain(text) {
		return text
	}
	var b strings.Builder
	runes := 0
	for _, r := range text {
		if runes++; runes > MaxRunes {
			break
		}
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Cf):
		default:
			b.WriteRune(r)
		}
	}
	return legible(b.String())
}

// plain tells a text of visible ASCII characters, as most customers write, which needs no cleaning.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// readings of the owner's texts, which are compared with every message: labels of buttons and phrases.
var readings = newMemo[[]token](1024)

func reading(text string) []token {
	return readings.of(text, func() []token { return tokenize(clip(text)) })
}

// tokenize splits a clipped text into words and numbers. "e-mail" is one word.
func tokenize(text string) []token {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	tokens := make([]token, 0, min(len(words), MaxTokens))
	for i := 0; i < len(words) && len(tokens) < MaxTokens; i++ {
		word := calm(words[i])
		if word == "e" && i+1 < len(words) && strings.HasPrefix(words[i+1], "mail") {
			i++
			word = calm(words[i])
		}
		tokens = append(tokens, token{word, morph.Fold(word)})
	}
	return tokens
}

func isNumber(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit) && !strings.ContainsFunc(word, unicode.IsLetter)
}
