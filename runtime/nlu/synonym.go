package nlu

import (
	"slices"
	"strconv"

	"okienko/runtime/nlu/intent"
)

// synonyms are the owner's groups of words and phrases that mean one thing in her shop.
type synonyms struct {
	starts  map[string][]member // by the dictionary forms of their first words
	longest int                 // member, in words
	vectors [][]intent.Piece    // of each group's words, for the model of intents
}

// phrase is a word or several, each by its dictionary forms.
type phrase [][]string

type member struct {
	group  int
	phrase phrase
}

// ownMark begins the term of a group, which is no word.
const ownMark = "="

func newSynonyms(groups [][]string) *synonyms {
	s := &synonyms{starts: map[string][]member{}}
	for i, group := range groups {
		var pieces []intent.Piece
		for _, text := range group {
			tokens := tokenize(clip(text))
			if len(tokens) == 0 {
				continue
			}
			p := phraseOf(tokens)
			s.longest = max(s.longest, len(p))
			for _, start := range p[0] {
				s.starts[start] = append(s.starts[start], member{i, p})
			}
			for _, t := range tokens {
				pieces = append(pieces, wordPieces(t, senseOf(t))...)
			}
		}
		for j := range pieces {
			pieces[j].Share /= float32(max(1, len(group)))
		}
		s.vectors = append(s.vectors, pieces)
	}
	return s
}

func phraseOf(tokens []token) phrase {
	p := make(phrase, len(tokens))
	for i, t := range tokens {
		p[i] = append(slices.Clone(senseOf(t).terms), t.folded)
	}
	return p
}

// at are the groups one of whose members a token belongs to: all words of "kiosk pod lasem" stand for the group.
func (s *synonyms) at(words phrase, i int) []int {
	var groups []int
	for first := max(0, i-s.longest+1); first <= i; first++ {
		for _, start := range words[first] {
			for _, m := range s.starts[start] {
				if len(m.phrase) > i-first && !slices.Contains(groups, m.group) && m.phrase.begins(words[first:]) {
					groups = append(groups, m.group)
				}
			}
		}
	}
	return groups
}

func (p phrase) begins(words phrase) bool {
	if len(p) > len(words) {
		return false
	}
	for i := range p {
		if !overlap(p[i], words[i]) {
			return false
		}
	}
	return true
}

func ownTerm(group int) string { return ownMark + strconv.Itoa(group) }
