package nlu

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

func same(text string) string { return text }

// decimal writes "1 234,50" and "1.234,50" as "1234.50".
func decimal(text string) string {
	if thousands.MatchString(text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	return strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(text)
}

// thousands knows dots that part thousands, which no sum of money has at its end.
var thousands = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$`)

// foreignMoney writes "20 euro" as "20 EUR".
func foreignMoney(text string) string {
	number := strings.TrimRightFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	currency := "EUR"
	switch rest := strings.ToLower(text[len(number):]); {
	case strings.ContainsAny(rest, "$ud"):
		currency = "USD"
	case strings.ContainsAny(rest, "£gp"):
		currency = "GBP"
	}
	if strings.Contains(strings.ToLower(text), "eur") {
		currency = "EUR"
	}
	return decimal(number) + " " + currency
}

// phone writes a number in E.164 form; one without a prefix is Polish. "" if it has too few digits for one.
func phone(text string) string {
	digits := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(text)
	switch {
	case strings.HasPrefix(digits, "+48") && len(digits) != len("+48600700800"):
		return ""
	case strings.HasPrefix(digits, "+"):
		return digits
	case strings.HasPrefix(digits, "0048"):
		return phone("+" + digits[2:])
	}
	return "+48" + digits
}

// postcode writes 31042 as 31-042.
func postcode(text string) string { return text[:2] + "-" + text[len(text)-3:] }

// orderNumber is in capitals, as shops write it. "3/4" is a half.
func orderNumber(text string) string { return strings.ToUpper(strings.Trim(text, "-/")) }

// isoDate writes 3.12.2026 as 2026-12-03; "" for what is in no calendar.
func isoDate(text string) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(parts[0]) != 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	if len(parts[0]) == 2 {
		parts[0] = "20" + parts[0]
	}
	var ymd [3]int
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil {
			return ""
		}
		ymd[i] = n
	}
	day := time.Date(ymd[0], time.Month(ymd[1]), ymd[2], 0, 0, 0, 0, time.UTC)
	if day.Day() != ymd[2] || int(day.Month()) != ymd[1] {
		return ""
	}
	return day.Format(time.DateOnly)
}
