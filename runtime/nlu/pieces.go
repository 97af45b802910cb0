package nlu

import (
	"strconv"

	"okienko/runtime/nlu/intent"
)

// pieces are what the model of intents is asked for: the dictionary forms of a word, what they stand for in a
// shop, the word's family and its letters in threes and fours, its pairs with the word before, and the kinds.
func pieces(tokens []token) []intent.Piece {
	list := textPieces(tokens)
	for _, t := range tokens {
		list = append(list, wordPieces(t, senseOf(t))...)
	}
	return list
}

// textPieces are those that no word has alone.
func textPieces(tokens []token) []intent.Piece {
	var list []intent.Piece
	before := ""
	for _, t := range tokens {
		after := t.folded
		if s := senseOf(t); len(s.terms) > 0 {
			after = s.terms[0]
		}
		if before != "" {
			list = append(list, intent.Piece{Name: "b" + before + " " + after, Share: pairShare})
		}
		before = after
	}
	kinds := kindsOf(tokens)
	for i := range 16 {
		if kinds&(1<<i) != 0 {
			list = append(list, intent.Piece{Name: "k" + strconv.Itoa(i), Share: kindShare})
		}
	}
	return list
}

// How much each kind of piece adds, beside a word's dictionary form.
const (
	conceptShare = 0.6
	pairShare    = 0.5
	kindShare    = 0.5
	familyShare  = 0.7
	gramShare    = 1.2 // for all grams of a word together
)

func wordPieces(t token, s sense) []intent.Piece {
	var list []intent.Piece
	for _, term := range s.terms {
		list = append(list, intent.Piece{Name: "l" + term, Share: 1 / float32(len(s.terms))})
	}
	for _, name := range s.concepts {
		list = append(list, intent.Piece{Name: name, Share: conceptShare / float32(len(s.concepts))})
	}
	for _, name := range s.families {
		list = append(list, intent.Piece{Name: name, Share: familyShare / float32(len(s.families))})
	}
	word := "^" + t.folded + "$"
	count := max(0, len(word)-2) + max(0, len(word)-3)
	for _, size := range []int{3, 4} {
		for i := 0; i+size <= len(word); i++ {
			list = append(list, intent.Piece{Name: "g" + word[i:i+size], Share: gramShare / float32(count)})
		}
	}
	return list
}
