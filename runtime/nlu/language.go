package nlu

import (
	"slices"
	"strings"
	"unicode"
)

// tongue is a language with the short words that give it away. Words of two languages are left out.
type tongue struct {
	code    string
	words   []string
	letters string
}

var tongues = []tongue{
	{"pl", strings.Fields("nie czy jest sie jak na co ile mam moge gdzie kiedy dla za po przez prosze bo albo lub ze moj moja moje jaki jaka jakie chce"), "ąćęłńśźż"},
	{"en", strings.Fields("the is are how what where when can my you your i of and for with have does order much please want"), ""},
	{"de", strings.Fields("ich der die das ist und wie wann wo mein meine nicht kann haben sie ein eine bitte bestellung wird"), "äß"},
	{"uk", strings.Fields("як що де коли чи мій моя не це за я можна чому скільки"), "іїєґ"},
}

// language guesses what a text is written in; "" if nothing gives it away.
func language(tokens []token, text string) string {
	lower := strings.ToLower(text)
	best, most := "", 0
	for _, t := range tongues {
		score := 0
		for _, token := range tokens {
			if slices.Contains(t.words, token.folded) || slices.Contains(t.words, token.text) {
				score += 2
			}
		}
		if strings.ContainsAny(lower, t.letters) {
			score += 3
		}
		if score > most {
			best, most = t.code, score
		}
	}
	if best == "" && cyrillic(text) {
		return ""
	}
	if best == "" {
		return byDictionary(tokens)
	}
	return best
}

func cyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// byDictionary calls a text Polish if most of its words are.
func byDictionary(tokens []token) string {
	known := 0
	for _, t := range tokens {
		if senseOf(t).polish {
			known++
		}
	}
	if len(tokens) > 0 && 2*known > len(tokens) {
		return "pl"
	}
	return ""
}
