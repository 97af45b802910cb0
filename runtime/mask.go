package runtime

import (
	"regexp"
	"strings"
	"unicode"

	"okienko/views/words"
)

// maxQuestion is how many characters of a question are kept: longer ones are stories.
const maxQuestion = 300

// masks in order: what an e-mail address holds is no number. RE2 takes linear time for any text.
var masks = []struct {
	key     string // of the words that stand for it
	pattern *regexp.Regexp
}{
	{"question.mask_email", regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`)},
	{"question.mask_number", regexp.MustCompile(`(?:\pL{2})?\d{2,4}(?:[ -]?\d{4}){3,}(?:[ -]?\d{1,4})?`)}, // cards, accounts
	{"question.mask_phone", regexp.MustCompile(`(?:(?:\+|\b00)\d{1,3}[ -]?)?\b\d{3}[ -]?\d{3}[ -]?\d{3}\b|\+\d(?:[ -]?\d){7,14}`)},
	{"question.mask_number", regexp.MustCompile(`(?:\b\pL{1,5}[-/]?)?\d{5,}(?:[-/]\d+)*`)},
}

// mask takes out of a text what tells who wrote it: addresses, phone numbers, long numbers such as those of
// orders. It is "" if nothing else is left.
func mask(text, language string) string {
	if Phrase(text) == "" {
		return ""
	}
	return brief(replaced(text, func(key string) string { return words.In(language, key) }), maxQuestion)
}

// Phrase is what a customer's text may teach the bot: without what mask takes out, "" if nothing else is left.
func Phrase(text string) string {
	text = replaced(text, func(string) string { return " " })
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return ""
	}
	return brief(text, maxQuestion)
}

// replaced puts something else in place of personal data, by its key. Most texts hold neither digits nor an @.
func replaced(text string, by func(key string) string) string {
	if !strings.ContainsAny(text, "0123456789@") {
		return text
	}
	for _, m := range masks {
		text = m.pattern.ReplaceAllLiteralString(text, by(m.key))
	}
	return text
}
