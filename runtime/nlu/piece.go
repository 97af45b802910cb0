package nlu

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"okienko/runtime/nlu/morph"
)

// piece is a run of letters or of digits in a text, with where it stands: "15ta" is two pieces, "3.12" too.
// Dates and times are read from pieces, as what stands between them tells "15:30" from "15, 30".
type piece struct {
	typed    string // lower case, as typed
	text     string // without diacritics
	from, to int    // in bytes of the text
	number   int    // -1 for letters, and for more digits than any date has
}

// maxPieces bounds the work on a text, as MaxTokens does.
const maxPieces = 2 * MaxTokens

// cut takes a clipped text to pieces.
func cut(text string) []piece {
	const letters = 5 // of most words, with the blank before
	pieces := make([]piece, 0, min(maxPieces, len(text)/letters+1))
	for i := 0; i < len(text) && len(pieces) < maxPieces; {
		r, size := utf8.DecodeRuneInString(text[i:])
		of := kindOfRune(r)
		if of == 0 {
			i += size
			continue
		}
		end := i + size
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if kindOfRune(r) != of {
				break
			}
			end += size
		}
		pieces = append(pieces, pieceOf(text, i, end))
		i = end
	}
	return pieces
}

func kindOfRune(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return 1
	case unicode.IsLetter(r):
		return 2
	}
	return 0
}

func pieceOf(text string, from, to int) piece {
	typed := strings.ToLower(text[from:to])
	return piece{typed, morph.Fold(typed), from, to, smallNumber(typed)}
}

// smallNumber reads up to four digits, -1 for anything else.
func smallNumber(digits string) int {
	n := 0
	if len(digits) > 4 {
		return -1
	}
	for _, r := range digits {
		if r < '0' || r > '9' {
			return -1
		}
		n = 10*n + int(r-'0')
	}
	return n
}
