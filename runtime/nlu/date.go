package nlu

import (
	"slices"
	"time"

	"okienko/runtime/engine"
)

// monthNames are the ways of writing each month, folded: as one says it with a day, as such, and short.
var monthNames = [12][]string{
	{"stycznia", "styczen", "sty", "january", "jan"}, {"lutego", "luty", "lut", "february", "feb", "ii"},
	{"marca", "marzec", "mar", "march", "iii"}, {"kwietnia", "kwiecien", "kwi", "april", "apr", "iv"},
	{"maja", "maj", "may"}, {"czerwca", "czerwiec", "cze", "june", "jun", "vi"},
	{"lipca", "lipiec", "lip", "july", "jul", "vii"}, {"sierpnia", "sierpien", "august", "aug", "viii"},
	{"wrzesnia", "wrzesien", "wrz", "september", "sept", "sep", "ix"}, {"pazdziernika", "pazdziernik", "paz", "october", "oct"},
	{"listopada", "listopad", "lis", "november", "nov", "xi"}, {"grudnia", "grudzien", "gru", "december", "dec", "xii"},
}

// dateAt reads a date that begins with a piece.
func (c *calendar) dateAt(i int) (engine.Extracted, int) {
	if c.number(i) < 0 && !namedBy(c.word(i)).date {
		return engine.Extracted{}, 0
	}
	for _, reader := range []func(int) (time.Time, int){c.dayOfMonth, c.daySharingMonth, c.monthThenDay, c.relativeDay, c.dayIn, c.dayAgo, c.weekday, c.dayAlone} {
		if day, n := reader(i); n > 0 {
			return dateValue(day), n
		}
	}
	return engine.Extracted{}, 0
}

// dayOfMonth reads "3 grudnia", "3-go grudnia 2026", "trzeciego grudnia", "3.12".
func (c *calendar) dayOfMonth(i int) (time.Time, int) {
	day, n := c.dayNumber(i)
	if n == 0 {
		return time.Time{}, 0
	}
	if c.word(i+n) == "of" {
		n++
	}
	month := c.monthAt(i, i+n)
	if month == 0 {
		return time.Time{}, 0
	}
	n++
	if year := c.number(i + n); year >= 2000 && year < 2100 {
		return c.valid(year, month, day, n+1)
	}
	return c.nearest(month, day, n)
}

// dayNumber reads the day in digits, with or without an ending, or in words.
func (c *calendar) dayNumber(i int) (day, n int) {
	if day, n = ordinalAt(c.pieces, i, ofDay); n > 0 {
		return day, n
	}
	day = c.number(i)
	if day < 1 || day > 31 {
		return 0, 0
	}
	if c.suffixed(i+1, "go", "ego", "tego", "ty", "th", "st", "nd", "rd") {
		return day, 2
	}
	return day, 1
}

// suffixed reports whether a piece is one of the endings of the number before it.
func (c *calendar) suffixed(i int, endings ...string) bool {
	gap := c.gap(i)
	return (gap == "" || gap == "-") && i < len(c.pieces) && slices.Contains(endings, c.word(i))
}

// beforeDate are words after which two numbers with a dot are a date, however short.
var beforeDate = []string{"do", "od", "dnia", "dniu", "z", "ze", "na", "przed", "po", "w", "by", "on", "until", "since"}

// monthAt reads the month that follows a day. "8.5" may be a size, "3.12" and "do 3.5" are dates.
func (c *calendar) monthAt(day, i int) time.Month {
	number := c.number(i)
	if number < 0 {
		if gap := c.gap(i); gap == "" || len(gap) > 3 {
			return 0
		}
		return namedBy(c.word(i)).month
	}
	if c.number(day) < 0 || c.gap(i) != "." || number < 1 || number > 12 || measured(c.word(i+1)) || oneOf(c.word(day-1), sizeWords) {
		return 0
	}
	if c.gap(i+1) == "." && c.number(i+1) >= 0 { // of a longer number
		return 0
	}
	if len(c.word(i)) < 2 && !slices.Contains(beforeDate, c.word(day-1)) {
		return 0
	}
	return time.Month(number)
}

var (
	sizeWords = wordsOf("rozmiar* rozm wersj* model* nr numer* size version ver")
	unitWords = wordsOf("zl pln eur cm mm m km kg g dag l ml szt sztuk* par* dni dnia dzien lat lata roku tyg tygodn* mies* msc min minut* sekund* godzin* h procent* osob* raz* pacz* produkt* ksiazk* opakow* rat rata raty pozycj* litr* metr* krok* dob* euro days weeks months hours minutes years pcs items pairs zlot* stow* dych* tysi*")
)

// measured reports whether a word makes the number before it a measure.
func measured(word string) bool { return oneOf(word, unitWords) }

// daySharingMonth reads the first of "3-5 grudnia", "od 3 do 5 grudnia".
func (c *calendar) daySharingMonth(i int) (time.Time, int) {
	day := c.number(i)
	next := i + 1
	switch {
	case c.gap(next) == "-" || c.gap(next) == "–" || c.gap(next) == " - ":
	case slices.Contains([]string{"do", "i", "a", "lub", "albo", "to"}, c.word(next)):
		next++
	default:
		return time.Time{}, 0
	}
	later, n := c.dayOfMonth(next)
	if n == 0 || day < 1 || day > later.Day() || namedBy(c.word(next+n-1)).month == 0 && c.number(next+n-1) < 2000 {
		return time.Time{}, 0
	}
	date, _ := c.valid(later.Year(), later.Month(), day, 1)
	return date, 1
}

// monthThenDay reads "December 3rd".
func (c *calendar) monthThenDay(i int) (time.Time, int) {
	const english = 3 // of the names of a month, from this on
	word := c.word(i)
	for m, names := range monthNames {
		if len(word) < 3 || !slices.Contains(names[english:], word) {
			continue
		}
		if day, n := c.dayNumber(i + 1); n > 0 && c.number(i+1) > 0 {
			return c.nearest(time.Month(m+1), day, n+1)
		}
	}
	return time.Time{}, 0
}

// dayAlone reads "do 15-go": the next such day, or in the past the last one.
func (c *calendar) dayAlone(i int) (time.Time, int) {
	day := c.number(i)
	if c.now.IsZero() || day < 1 || day > 31 || !c.suffixed(i+1, "go", "ego", "tego") {
		return time.Time{}, 0
	}
	step := 1
	if c.past {
		step = -1
	}
	for date := c.today(); ; date = date.AddDate(0, 0, step) {
		if date.Day() == day {
			return date, 2
		}
	}
}

// valid is a date that exists.
func (c *calendar) valid(year int, month time.Month, day, n int) (time.Time, int) {
	date := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if date.Day() != day {
		return time.Time{}, 0
	}
	return date, n
}

// nearest gives a day without a year the year in which it is closest to now: people write about
// what was lately or will be soon.
func (c *calendar) nearest(month time.Month, day, n int) (time.Time, int) {
	if c.now.IsZero() {
		return time.Time{}, 0
	}
	var best time.Time
	for year := c.now.Year() - 1; year <= c.now.Year()+1; year++ {
		date, ok := c.valid(year, month, day, 1)
		if ok > 0 && (best.IsZero() || date.Sub(c.today()).Abs() < best.Sub(c.today()).Abs()) {
			best = date
		}
	}
	if best.IsZero() {
		return best, 0
	}
	return best, n
}
