package engine

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

const thousandsSpace = "\u00a0" // as Poles write it: 1 234,50

// readNumber reads a number as people of the language write it, and the form that variables are kept in.
// Spaces part thousands. Of a dot and a comma the last one is before decimals; a single mark followed
// by groups of three digits parts thousands where that is the habit ("1.234" in Polish, "1,234" in English).
func readNumber(text, language string) (float64, bool) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' {
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "−", "-"))
	decimal := decimalMark(text, language)
	plain := strings.Map(func(r rune) rune {
		switch {
		case r == decimal:
			return '.'
		case r == '.' || r == ',':
			return -1
		}
		return r
	}, text)
	if strings.ContainsAny(plain, "eExXnNpP_") { // what only machines write
		return 0, false
	}
	n, err := strconv.ParseFloat(plain, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

func decimalMark(text, language string) rune {
	dot, comma := strings.LastIndexByte(text, '.'), strings.LastIndexByte(text, ',')
	thousands := "."
	if language == "en" {
		thousands = ","
	}
	switch {
	case dot < 0 && comma < 0:
		return '.'
	case dot >= 0 && comma >= 0 && dot > comma:
		return '.'
	case dot >= 0 && comma >= 0:
		return ','
	case inThrees(text, thousands):
		return 0
	case dot >= 0:
		return '.'
	}
	return ','
}

// inThrees reports whether the mark parts digits into groups of three: "1.234.567".
func inThrees(text, mark string) bool {
	groups := strings.Split(strings.TrimLeft(text, "+-"), mark)
	if len(groups) < 2 || groups[0] == "" || groups[0] == "0" || len(groups[0]) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// oneNumber finds the only number in a text.
func oneNumber(text, language string) (float64, bool) {
	if n, ok := readNumber(text, language); ok {
		return n, true
	}
	var found []string
	var run strings.Builder
	flush := func() {
		if t := strings.Trim(run.String(), " .,"); strings.ContainsAny(t, "0123456789") {
			found = append(found, t)
		}
		run.Reset()
	}
	for _, r := range text + "\n" {
		switch {
		case unicode.IsDigit(r) || r == '.' || r == ',' || r == '-' && run.Len() == 0:
			run.WriteRune(r)
		case (r == ' ' || r == '\u00a0' || r == '\u202f') && run.Len() > 0:
			run.WriteRune(' ')
		default:
			flush()
		}
	}
	if len(found) != 1 {
		return 0, false
	}
	return readNumber(found[0], language)
}

// writeNumber is the form that variables are kept in: "1234.5". Six decimals are more than money
// or measures need, and hide what binary fractions can't hold.
func writeNumber(n float64) string {
	n = math.Round(n*1e6) / 1e6
	if n == 0 {
		return "0" // not "-0"
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// formatNumber is a kept number as people read it; what is no number stays as it is.
func formatNumber(kept, language string) string {
	if _, err := strconv.ParseFloat(kept, 64); err != nil {
		return kept
	}
	whole, decimals, _ := strings.Cut(kept, ".")
	space, mark := thousandsSpace, ","
	if language == "en" {
		space, mark = ",", "."
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + space + whole[i:]
	}
	if decimals != "" {
		decimals = mark + decimals
	}
	return sign + whole + decimals
}
