package builder

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// groupID names a group of synonyms by its words: groups have no ids of their own in the bot's format, and
// one that was changed meanwhile is another.
func groupID(group []string) string {
	sum := sha256.Sum256([]byte(strings.Join(group, "\n")))
	return hex.EncodeToString(sum[:8])
}

// findGroup is the index of the group of that id, -1 if there is none.
func findGroup(groups [][]string, id string) int {
	return slices.IndexFunc(groups, func(g []string) bool { return groupID(g) == id })
}

// readGroup takes words apart at commas, semicolons and lines. What differs only in case and accents is one word.
func readGroup(typed string) []string {
	var group []string
	seen := map[string]bool{}
	for part := range strings.FieldsFuncSeq(typed, func(c rune) bool { return strings.ContainsRune(",;\n\r", c) }) {
		word := strings.Join(strings.Fields(strings.ToValidUTF8(part, "")), " ")
		if same := sameWord(word); word != "" && !seen[same] {
			seen[same] = true
			group = append(group, word)
		}
	}
	return group
}

// sameWord is equal for words that are one. What has no letters is only equal to itself.
func sameWord(word string) string {
	if folded := faqfile.Fold(word); folded != "" {
		return folded
	}
	return word
}

// checkGroup tells what does not fit in a group beside the others, nil if all does.
func checkGroup(group []string, others [][]string) *fault.Error {
	refuse := func(key string, args ...any) *fault.Error { return fault.New(fault.Invalid, key, args...).On("words") }
	for _, word := range group {
		if faqfile.Fold(word) == "" {
			return refuse("synonyms.no_letters", "word", word)
		}
		if utf8.RuneCountInString(word) > flow.MaxQuery {
			return refuse("synonyms.long", "word", string([]rune(word)[:30]), "most", flow.MaxQuery)
		}
	}
	switch {
	case len(group) < 2:
		return refuse("synonyms.few")
	case len(group) > flow.MaxPhrases:
		return refuse("synonyms.many", "most", flow.MaxPhrases)
	case len(others) >= flow.MaxSynonyms:
		return refuse("synonyms.full", "most", flow.MaxSynonyms)
	}
	for _, word := range group {
		if i := groupWith(others, word); i >= 0 {
			return refuse("synonyms.taken", "word", word, "words", strings.Join(others[i], ", "))
		}
	}
	return nil
}

// groupWith is the index of the group that has a word, -1 if none has.
func groupWith(groups [][]string, word string) int {
	same := sameWord(word)
	return slices.IndexFunc(groups, func(g []string) bool {
		return slices.ContainsFunc(g, func(other string) bool { return sameWord(other) == same })
	})
}

// putGroup is the list with a group in the place of the one of that id, or before all others if it is new.
func putGroup(groups [][]string, id string, group []string) ([][]string, *fault.Error) {
	at, fresh := findGroup(groups, id), id == newGroup
	if at < 0 && !fresh {
		return nil, fault.New(fault.Conflict, "synonyms.gone").On("words")
	}
	others := slices.Clone(groups)
	if !fresh {
		others = slices.Delete(others, at, at+1)
	}
	if misfit := checkGroup(group, others); misfit != nil {
		return nil, misfit
	}
	return slices.Insert(others, max(at, 0), group), nil
}
