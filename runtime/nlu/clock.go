package nlu

import (
	"fmt"
	"slices"
	"strings"

	"okienko/runtime/engine"
)

// The words before an hour.
var (
	exactly = strings.Fields("o ok okolo kolo godz godzina godzine godzinie godziny godzinach godzin g at")
	after   = strings.Fields("po od after from since")
	until   = strings.Fields("przed do before until by till")
	between = strings.Fields("miedzy pomiedzy between")
	joined  = strings.Fields("a i do and to")
)

type dayPart struct {
	words []string
	span  string
}

// dayParts are stretches of the day; those of two words stand with a blank.
var dayParts = []dayPart{
	{[]string{"przed", "poludniem"}, "08:00-12:00"}, {[]string{"w", "poludnie"}, "12:00"}, {[]string{"po", "poludniu"}, "12:00-18:00"},
	{[]string{"popoludniu"}, "12:00-18:00"}, {[]string{"w", "nocy"}, "22:00-06:00"}, {[]string{"rano"}, "06:00-10:00"},
	{[]string{"wieczorem"}, "18:00-22:00"}, {[]string{"o", "polnocy"}, "00:00"}, {[]string{"in", "the", "morning"}, "06:00-10:00"},
	{[]string{"in", "the", "afternoon"}, "12:00-18:00"}, {[]string{"in", "the", "evening"}, "18:00-22:00"},
}

// timeAt reads a time of day that begins with a piece.
func (c *calendar) timeAt(i int) (engine.Extracted, int) {
	if c.number(i) < 0 && !namedBy(c.word(i)).time {
		return engine.Extracted{}, 0
	}
	for _, reader := range []func(int) (string, int){c.ranged, c.open, c.exact, c.bare, c.dayPart} {
		if text, n := reader(i); n > 0 {
			return engine.Extracted{Kind: "time", Text: text}, n
		}
	}
	return engine.Extracted{}, 0
}

// ranged reads "między 10 a 14", "od 10 do 14", "w godz. 10-14", "10:00-14:00".
func (c *calendar) ranged(i int) (string, int) {
	start, led := i, false
	if word := c.word(i); slices.Contains(between, word) || slices.Contains(after, word) || strings.HasPrefix(word, "godz") {
		start, led = i+1, true
		if strings.HasPrefix(c.word(start), "godz") {
			start++
		}
	}
	from, n := c.moment(start)
	if n == 0 {
		return "", 0
	}
	next := start + n
	dash := strings.Contains("-–—", strings.TrimSpace(c.gap(next))) && strings.TrimSpace(c.gap(next)) != ""
	switch {
	case dash:
	case led && slices.Contains(joined, c.word(next)):
		next++
	default:
		return "", 0
	}
	to, m := c.moment(next)
	if m == 0 || to <= from || !led && !c.dated && !c.withMinutes(start) || !c.free(next+m) || led && !c.plausible(start, from) {
		return "", 0
	}
	return clockOf(from) + "-" + clockOf(to), next + m - i
}

// open reads "po 15", "przed 12:30", "do osiemnastej".
func (c *calendar) open(i int) (string, int) {
	late, early := slices.Contains(after, c.word(i)), slices.Contains(until, c.word(i))
	if !late && !early {
		return "", 0
	}
	start := i + 1
	named := strings.HasPrefix(c.word(start), "godz")
	if named {
		start++
	}
	at, n := c.moment(start)
	if n == 0 || !c.free(start+n) || !named && !c.plausible(start, at) {
		return "", 0
	}
	at, more := c.halfOfDay(at, start+n)
	if early {
		return "-" + clockOf(at), start + n + more - i
	}
	return clockOf(at) + "-", start + n + more - i
}

// exact reads "o 15", "godz. 8:30", "o wpół do ósmej", "o 3 po południu".
func (c *calendar) exact(i int) (string, int) {
	start := i
	for start < i+3 && slices.Contains(exactly, c.word(start)) {
		start++
	}
	at, n := c.spoken(start)
	if n == 0 && start > i {
		if at, n = c.moment(start); n > 0 && !c.free(start+n) {
			return "", 0
		}
	}
	if n == 0 {
		return "", 0
	}
	at, more := c.halfOfDay(at, start+n)
	return clockOf(at), start + n + more - i
}

// bare reads "15:30", and "8 rano" beside a date.
func (c *calendar) bare(i int) (string, int) {
	at, n := c.moment(i)
	if n == 0 {
		return "", 0
	}
	half, more := c.halfOfDay(at, i+n)
	if !c.withMinutes(i) && more == 0 {
		return "", 0
	}
	return clockOf(half), n + more
}

// moment reads an hour with or without minutes, in minutes since midnight.
func (c *calendar) moment(i int) (minutes, n int) {
	const lastHour = 24
	hour := c.number(i)
	if hour < 0 {
		if hour, n = ordinalAt(c.pieces, i, ofHour); n == 0 || hour > lastHour {
			return 0, 0
		}
		return hour % lastHour * 60, n
	}
	if hour > lastHour || len(c.word(i)) > 2 {
		return 0, 0
	}
	if c.withMinutes(i) || c.minutesAfterDot(i) {
		return hour%lastHour*60 + c.number(i+1), 2
	}
	if gap := strings.TrimSpace(c.gap(i + 1)); c.number(i+1) >= 0 && gap != "-" && gap != "–" && gap != "," && i+1 < len(c.pieces) {
		return 0, 0 // of a longer number
	}
	if c.suffixed(i+1, "ta", "tej", "sta", "stej", "ej", "a", "h") && (c.gap(i+1) == "-" || c.gap(i+1) == "") {
		return hour % lastHour * 60, 2
	}
	return hour % lastHour * 60, 1
}

func (c *calendar) withMinutes(i int) bool {
	return c.number(i) >= 0 && c.gap(i+1) == ":" && c.minutes(i+1)
}

// minutesAfterDot reads "15.30" where a time is awaited.
func (c *calendar) minutesAfterDot(i int) bool {
	before := c.word(i - 1)
	awaited := slices.Contains(exactly, before) || slices.Contains(after, before) || slices.Contains(until, before) || slices.Contains(between, before) || slices.Contains(joined, before)
	return awaited && c.gap(i+1) == "." && c.minutes(i+1)
}

func (c *calendar) minutes(i int) bool {
	return c.number(i) >= 0 && c.number(i) < 60 && len(c.word(i)) == 2
}

// spoken reads "wpół do ósmej", "za kwadrans szósta", "kwadrans po ósmej".
func (c *calendar) spoken(i int) (minutes, n int) {
	var words, offset int
	switch {
	case c.word(i) == "wpol" && c.word(i+1) == "do":
		words, offset = 2, -30
	case c.word(i) == "w" && c.word(i+1) == "pol" && c.word(i+2) == "do":
		words, offset = 3, -30
	case c.word(i) == "za" && c.word(i+1) == "kwadrans":
		words, offset = 2, -15
	case c.word(i) == "kwadrans" && c.word(i+1) == "po":
		words, offset = 2, 15
	default:
		return 0, 0
	}
	at, n := c.moment(i + words)
	if n == 0 {
		return 0, 0
	}
	const day = 24 * 60
	return (at + offset + day) % day, words + n
}

// halfOfDay moves an hour to the half of the day that the words after it name.
func (c *calendar) halfOfDay(minutes, i int) (at, n int) {
	const noon = 12 * 60
	late, words := false, 0
	switch word := c.word(i); {
	case word == "rano" || word == "am":
		return minutes, 1
	case word == "wieczorem" || word == "popoludniu" || word == "pm":
		late, words = true, 1
	case word == "po" && c.word(i+1) == "poludniu":
		late, words = true, 2
	}
	if late && minutes < noon {
		minutes += noon
	}
	return minutes, words
}

func (c *calendar) dayPart(i int) (string, int) {
	for _, part := range dayParts {
		n := 0
		for n < len(part.words) && c.word(i+n) == part.words[n] {
			n++
		}
		if n == len(part.words) {
			return part.span, n
		}
	}
	return "", 0
}

// afterHour are words that may follow an hour; another one may be what the number counts.
var afterHour = wordsOf("i a ale bo czy w we na juz nie to jest jestem bede bedzie bedziemy moge mozna prosze poprosze od do lub albo oraz najlepiej kurier* otwart* czynn* jutro dzis dzisiaj pojutrze rano wieczorem po przed codziennie tylko kiedy jak gdyz wtedy odbior* przyjd* przyjed* please and or in the")

// free reports whether what follows an hour is no thing that it counts.
func (c *calendar) free(i int) bool {
	switch {
	case i >= len(c.pieces) || strings.ContainsAny(c.gap(i), ",.;!?()"):
		return true
	case c.number(i) >= 0 || measured(c.word(i)):
		return false
	}
	return c.dated || oneOf(c.word(i), afterHour)
}

// plausible leaves out what is hardly an hour: "po 2" where no day is named is a number.
func (c *calendar) plausible(i, at int) bool {
	const early = 6 * 60
	return c.dated || c.number(i) < 0 || c.withMinutes(i) || at >= early && !oneOf(c.word(i-2), sizeWords)
}

func clockOf(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }
