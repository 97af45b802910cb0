package nlu

import (
	"regexp"
	"strings"

	"okienko/runtime/engine"
)

// finder takes values of one kind out of a text; what it took is not looked at again.
type finder struct {
	kind    string
	pattern *regexp.Regexp // the value is the last group that matched, or everything
	clean   func(string) string
}

// finders in order: the surer come first. RE2 takes linear time for any text.
var finders = []finder{
	{"email", regexp.MustCompile(`(?i)[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,24}`), strings.ToLower},
	{"date", regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b`), isoDate},
	{"amount", regexp.MustCompile(`(?i)(\d{1,3}(?:[ \x{a0}]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)\s*(?:zł|zl|pln|złotych|zlotych|złote|zlote)(?:[^\pL]|$)`), decimal},
	{"order", regexp.MustCompile(`(?i)(?:zam[óo]wieni\pL*|zam|order|nr|numer|no)[.:]?\s*(?:nr|numer|number|no)?[.:]?\s*#?\s*([a-z]{0,4}[-/]?\d[a-z0-9/-]{2,24})|#([a-z0-9][a-z0-9/-]{2,24})`), strings.ToUpper},
	{"phone", regexp.MustCompile(`(?:(?:\+|00)48[ -]?)?\b[1-9]\d{2}[ -]?\d{3}[ -]?\d{3}\b|\+\d{8,15}\b`), phone},
	{"postcode", regexp.MustCompile(`\b\d{2}-\d{3}\b`), same},
	{"order", regexp.MustCompile(`\b(?:[A-Z]{1,5}[-/])?\d{5,12}(?:[-/]\d{2,6})?\b`), same},
	{"number", regexp.MustCompile(`\b\d{1,9}(?:[.,]\d{1,4})?\b`), decimal},
}

// maxValues is how many values of a text are kept.
const maxValues = 10

// values finds addresses, numbers and sums in a text. All have a digit or one of the signs.
func values(text string) []engine.Extracted {
	if !strings.ContainsAny(text, "0123456789@#") {
		return nil
	}
	var found []engine.Extracted
	for _, f := range finders {
		for _, at := range f.pattern.FindAllStringSubmatchIndex(text, -1) {
			from, to := lastGroup(at)
			if len(found) < maxValues {
				found = append(found, engine.Extracted{Kind: f.kind, Text: f.clean(text[from:to])})
			}
			text = text[:at[0]] + strings.Repeat(" ", at[1]-at[0]) + text[at[1]:]
		}
	}
	return found
}

func lastGroup(at []int) (from, to int) {
	for i := len(at) - 2; i > 0; i -= 2 {
		if at[i] >= 0 {
			return at[i], at[i+1]
		}
	}
	return at[0], at[1]
}

func same(text string) string { return text }

// decimal writes "1 234,50" as "1234.50".
func decimal(text string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(text)
}

// phone writes a number in E.164 form; one without a prefix is Polish.
func phone(text string) string {
	digits := strings.NewReplacer(" ", "", "-", "").Replace(text)
	switch {
	case strings.HasPrefix(digits, "+"):
		return digits
	case strings.HasPrefix(digits, "00"):
		return "+" + digits[2:]
	}
	return "+48" + digits
}

// isoDate writes 3.12.2026 as 2026-12-03.
func isoDate(text string) string {
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return text
	}
	return parts[2] + "-" + twoDigits(parts[1]) + "-" + twoDigits(parts[0])
}

func twoDigits(number string) string {
	if len(number) == 1 {
		return "0" + number
	}
	return number
}
