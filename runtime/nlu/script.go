package nlu

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"okienko/runtime/nlu/lexicon"
)

// lookAlikes are Cyrillic and Greek letters that look like Latin ones, with those.
var lookAlikes = map[rune]rune{
	'а': 'a', 'в': 'b', 'е': 'e', 'к': 'k', 'м': 'm', 'н': 'h', 'о': 'o', 'р': 'p', 'с': 'c', 'т': 't', 'у': 'y', 'х': 'x', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'ո': 'n',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'І': 'I', 'Ј': 'J', 'Ѕ': 'S',
	'α': 'a', 'ε': 'e', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x', 'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
}

// legible writes letters of odd forms as plain ones, composed, without marks heaped on them, and a word that
// mixes alphabets in the Latin one. A text of one alphabet stays as it is.
func legible(text string) string {
	text = norm.NFKC.String(text)
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, text)
	if !mixed(text) {
		return text
	}
	words := strings.Split(text, " ")
	for i, word := range words {
		if mixed(word) {
			words[i] = strings.Map(latinOf, word)
		}
	}
	return strings.Join(words, " ")
}

func latinOf(r rune) rune {
	if same, ok := lookAlikes[r]; ok {
		return same
	}
	return r
}

// mixed reports whether a text has Latin letters and others.
func mixed(text string) bool {
	latin, other := false, false
	for _, r := range text {
		latin = latin || unicode.Is(unicode.Latin, r)
		other = other || unicode.In(r, unicode.Cyrillic, unicode.Greek)
	}
	return latin && other
}

// calm writes a letter that stands three times or more in a row once: "gdzieeee" is "gdzie". Sizes ("xxxl"),
// addresses ("www") and numbers stay.
func calm(word string) string {
	if !drawn(word) {
		return word
	}
	letters := []rune(word)
	var kept []rune
	for i := 0; i < len(letters); {
		end := i + 1
		for end < len(letters) && letters[end] == letters[i] {
			end++
		}
		if end-i > 2 && drawable(letters[i]) {
			kept = append(kept, letters[i])
		} else {
			kept = append(kept, letters[i:end]...)
		}
		i = end
	}
	return string(kept)
}

// drawn reports whether a letter stands three times in a row.
func drawn(word string) bool {
	var before, earlier rune
	for _, r := range word {
		if r == before && r == earlier && drawable(r) {
			return true
		}
		before, earlier = r, before
	}
	return false
}

func drawable(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune("xwi", r) }

// saysNothing reports whether a text has no word long enough to ask for anything: signs, numbers, letters.
func saysNothing(tokens []token) bool {
	const letters = 3
	return !slices.ContainsFunc(tokens, func(t token) bool {
		return !isNumber(t.text) && (utf8.RuneCountInString(t.text) >= letters || lexicon.Meant(t.folded) != t.folded)
	})
}
