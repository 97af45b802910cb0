package morph

import (
	"strings"
	"unicode/utf8"
)

var folder = strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z")

// Fold writes a lower-case text without the Polish diacritics, as most customers type.
func Fold(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return folder.Replace(text)
		}
	}
	return text
}

// Variants are the letters that a letter typed without diacritics may stand for.
func Variants(letter rune) []string {
	switch letter {
	case 'a':
		return []string{"a", "ą"}
	case 'c':
		return []string{"c", "ć"}
	case 'e':
		return []string{"e", "ę"}
	case 'l':
		return []string{"l", "ł"}
	case 'n':
		return []string{"n", "ń"}
	case 'o':
		return []string{"o", "ó"}
	case 's':
		return []string{"s", "ś"}
	case 'z':
		return []string{"z", "ż", "ź"}
	}
	return []string{string(letter)}
}
