package nlu

import (
	"regexp"
	"strings"
	"time"

	"okienko/runtime/engine"
)

// finder takes values of one kind out of a text; what it took is not looked at again.
type finder struct {
	kind    string
	digits  int                 // the least that the text must have
	signs   string              // of which the text must have one; "" for none
	pattern *regexp.Regexp      // the value is the last group that matched, or everything
	clean   func(string) string // "" if it is no value after all
}

// What can't be taken for a date goes before dates are read, what may be one comes after. In each list the
// surer come first. RE2 takes linear time for any text.
var (
	beforeDates = []finder{
		{"email", 0, "@", regexp.MustCompile(`(?i)[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,24}`), strings.ToLower},
		{"date", 4, "-.", regexp.MustCompile(`\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.(?:20)?\d{2}\b|\b\d{1,2}-\d{1,2}-20\d{2}\b`), isoDate},
		{"amount", 1, "zZpP", regexp.MustCompile(`(?i)(\d{1,3}(?:[ \x{a0}.]\d{3})+(?:,\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)\s*(?:zł|zl|pln|zeta|zik[oa]|złot\pL*|zlot\pL*)(?:[^\pL]|$)`), decimal},
		{"amount", 1, "€$£eEuUdDgG", regexp.MustCompile(`(?i)(\d{1,9}(?:[.,]\d{1,2})?\s*(?:€|eur\pL{0,2}|\$|usd|dolar\pL*|£|gbp))(?:[^\pL]|$)`), foreignMoney},
		{"order", 0, "", regexp.MustCompile(`(?i)(?:^|[^\pL])(?:zam[óo]wieni\pL*|zam|order|nr|numer\pL*|no\.)[.:]?\s*(?:(?:nr|numer\pL*|number|no|zam|to|jest|o|mam|is)\s*[.:]?\s*){0,3}#?\s*([a-z]{0,4}[-/]?\d[a-z0-9/-]{2,24})|#([a-z0-9][a-z0-9/-]{2,24})`), orderNumber},
		{"postcode", 5, "kK", regexp.MustCompile(`(?i)\bkod\pL{0,3}(?:\s+poczt\pL{0,7})?\s*:?\s*(\d{2}[ -]?\d{3})\b`), postcode},
		{"date", 6, "/", regexp.MustCompile(`\b\d{1,2}/\d{1,2}/20\d{2}\b`), isoDate},
	}
	afterDates = []finder{
		{"phone", 2, "", regexp.MustCompile(`\(?(?:\+|\b00)48\)?[ -]?\d{2,3}(?:[ -]?\d{2,3}){2,3}\b|\b[1-9]\d{2}[ -]?\d{3}[ -]?\d{3}\b|\(?\b[1-9]\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}\b|\+\d[\d ]{6,16}\d\b`), phone},
		{"postcode", 5, "-", regexp.MustCompile(`\b\d{2}-\d{3}\b`), same},
		{"order", 5, "", regexp.MustCompile(`\b(?:[A-Z]{1,5}[-/])?\d{5,12}(?:[-/]\d{2,6})?\b`), same},
		{"number", 1, "", regexp.MustCompile(`\b\d{1,9}(?:[.,]\d{1,4})?\b`), decimal},
	}
)

// maxValues is how many values of a text are kept.
const maxValues = 10

// values finds addresses, numbers, sums, dates and times in a text. Without now those are left out that
// are told from today.
func values(text string, now time.Time) []engine.Extracted {
	var found []engine.Extracted
	digits := strings.ContainsAny(text, "0123456789@#")
	if digits {
		found, text = find(beforeDates, text)
	}
	spoken, text := spokenAmounts(text)
	dates, text := readCalendar(text, now)
	found = append(append(found, spoken...), dates...)
	if digits {
		rest, _ := find(afterDates, text)
		found = append(found, rest...)
	}
	return found[:min(len(found), maxValues)]
}

// find runs finders one after the other, and returns the text with blanks for what they took.
func find(finders []finder, text string) ([]engine.Extracted, string) {
	var found []engine.Extracted
	for _, f := range finders {
		if !f.worthwhile(text) {
			continue
		}
		for _, at := range f.pattern.FindAllStringSubmatchIndex(text, -1) {
			from, to := lastGroup(at)
			value := f.clean(text[from:to])
			if value == "" {
				continue
			}
			if len(found) < maxValues {
				found = append(found, engine.Extracted{Kind: f.kind, Text: value})
			}
			text = text[:at[0]] + strings.Repeat(" ", at[1]-at[0]) + text[at[1]:]
		}
	}
	return found, text
}

// worthwhile tells most texts in which nothing is to be found apart without the regular expression.
func (f *finder) worthwhile(text string) bool {
	if f.signs != "" && !strings.ContainsAny(text, f.signs) {
		return false
	}
	digits := 0
	for i := 0; i < len(text) && digits < f.digits; i++ {
		if '0' <= text[i] && text[i] <= '9' {
			digits++
		}
	}
	return digits >= f.digits
}

func lastGroup(at []int) (from, to int) {
	for i := len(at) - 2; i > 0; i -= 2 {
		if at[i] >= 0 {
			return at[i], at[i+1]
		}
	}
	return at[0], at[1]
}
