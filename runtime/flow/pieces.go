package flow

import "strings"

// Piece is a part of a text: plain Text, or a Variable with what stands in for it while it is empty.
type Piece struct {
	Text     string
	Variable string
	Fallback string
}

// Pieces splits a text at its {{variable ?? fallback}} marks. There is nothing else that a text can do:
// no nesting, no functions, and what a variable holds is never split again. A mark that isn't closed,
// or holds no variable's name, is plain text.
func Pieces(text string) []Piece {
	var pieces []Piece
	plain := 0
	for at := 0; ; {
		open := strings.Index(text[at:], "{{")
		if open < 0 {
			break
		}
		open += at
		end := strings.Index(text[open:], "}}")
		if end < 0 {
			break
		}
		piece, ok := mark(text[open+2 : open+end])
		if !ok {
			at = open + 1
			continue
		}
		if open > plain {
			pieces = append(pieces, Piece{Text: text[plain:open]})
		}
		pieces = append(pieces, piece)
		at = open + end + 2
		plain = at
	}
	if plain < len(text) {
		pieces = append(pieces, Piece{Text: text[plain:]})
	}
	return pieces
}

func mark(inside string) (Piece, bool) {
	name, fallback, _ := strings.Cut(inside, "??")
	name = strings.TrimSpace(name)
	return Piece{Variable: name, Fallback: strings.TrimSpace(fallback)}, IsName(name)
}

// IsName reports whether a variable may be called so: letters, digits and _, not beginning with a digit.
func IsName(name string) bool {
	if name == "" || len(name) > MaxName {
		return false
	}
	for i, r := range name {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", r)
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// IsID reports whether an id can be used in a bot: letters, digits, - and _, up to MaxID of them.
func IsID(id string) bool {
	if id == "" || len(id) > MaxID {
		return false
	}
	for i := range len(id) {
		c := id[i]
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}
