package nlu

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// relativeDays are told from today.
var relativeDays = []struct {
	days  int
	names []string
}{
	{0, []string{"dzis", "dzisiaj", "today"}}, {1, []string{"jutro", "jutra", "jtr", "tomorrow"}}, {2, []string{"pojutrze"}},
	{-1, []string{"wczoraj", "yesterday"}}, {-2, []string{"przedwczoraj"}},
}

// relativeDay reads "jutro", "pojutrze", with a slip too.
func (c *calendar) relativeDay(i int) (time.Time, int) {
	name := namedBy(c.word(i))
	if c.now.IsZero() || !name.relative {
		return time.Time{}, 0
	}
	return c.today().AddDate(0, 0, name.days), 1
}

// unit is a measure of time.
type unit struct{ years, months, days int }

func (u unit) times(n int) unit { return unit{u.years * n, u.months * n, u.days * n} }

// unitOf is the measure that a folded word names.
func unitOf(word string) (unit, bool) {
	switch {
	case slices.Contains([]string{"dzien", "dni", "dnia", "doba", "dobe", "doby", "day", "days"}, word):
		return unit{days: 1}, true
	case strings.HasPrefix(word, "tydzien") || strings.HasPrefix(word, "tygod") || word == "tyg" || word == "week" || word == "weeks":
		return unit{days: 7}, true
	case strings.HasPrefix(word, "miesi") || word == "mies" || word == "msc" || word == "month" || word == "months":
		return unit{months: 1}, true
	case word == "rok" || word == "lata" || word == "lat" || word == "year" || word == "years":
		return unit{years: 1}, true
	}
	return unit{}, false
}

// about are words before a stretch of time that is not exact, or is one.
var about = strings.Fields("ok okolo jakies a about")

// stretch reads "2 dni", "dwa tygodnie", "tydzień", "a week".
func (c *calendar) stretch(i int) (u unit, n int) {
	if slices.Contains(about, c.word(i)) {
		i++
		n++
	}
	count, digits := countAt(c.pieces, i)
	if digits == 0 {
		count = 1
	}
	u, ok := unitOf(c.word(i + digits))
	const most = 999
	if !ok || count > most {
		return unit{}, 0
	}
	return u.times(count), n + digits + 1
}

// dayIn reads "za 2 dni", "za tydzień", "za 3 dni robocze", "in 2 days".
func (c *calendar) dayIn(i int) (time.Time, int) {
	if c.now.IsZero() || c.word(i) != "za" && c.word(i) != "in" {
		return time.Time{}, 0
	}
	u, n := c.stretch(i + 1)
	if n == 0 {
		return time.Time{}, 0
	}
	if strings.HasPrefix(c.word(i+1+n), "roboc") {
		return workday(c.today(), u.days), n + 2
	}
	return c.today().AddDate(u.years, u.months, u.days), n + 1
}

// workday is the day a number of days on, Saturdays and Sundays not counted. Holidays are.
func workday(day time.Time, count int) time.Time {
	for count > 0 {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			count--
		}
	}
	return day
}

// dayAgo reads "2 dni temu", "tydzień temu", "a week ago".
func (c *calendar) dayAgo(i int) (time.Time, int) {
	if c.now.IsZero() {
		return time.Time{}, 0
	}
	u, n := c.stretch(i)
	if n == 0 || c.word(i+n) != "temu" && c.word(i+n) != "ago" {
		return time.Time{}, 0
	}
	return c.today().AddDate(-u.years, -u.months, -u.days), n + 1
}

// weekdayNames are the forms of each day in the singular, folded, from Sunday on.
var weekdayNames = [7][]string{
	{"niedziele", "niedziela", "niedzieli", "niedz", "nd", "sunday"}, {"poniedzialek", "poniedzialku", "pon", "pn", "monday"},
	{"wtorek", "wtorku", "wt", "tuesday"}, {"srode", "sroda", "srody", "srodzie", "sr", "wednesday"},
	{"czwartek", "czwartku", "czw", "thursday"}, {"piatek", "piatku", "pt", "friday"},
	{"sobote", "sobota", "soboty", "sobocie", "sob", "saturday"},
}

// The words before a day of the week that say which one is meant.
var (
	beforeWeekday = wordsOf("w we na do od po przed i lub albo a czy on until by since this ten ta te najblizsz*")
	nextWeekday   = wordsOf("przyszl* nastepn* next")
	lastWeekday   = wordsOf("zeszl* ubiegl* poprzedni* ostatni* minion* last")
)

// weekday reads "w piątek", "w przyszły piątek", "od poniedziałku". Without more it is the next such day,
// today left out; "przyszły" is that of the next week, which begins on Monday.
func (c *calendar) weekday(i int) (time.Time, int) {
	day, ok := c.weekdayAt(i)
	before := c.word(i - 1)
	if c.now.IsZero() || !ok {
		return time.Time{}, 0
	}
	today := c.today()
	ahead := (int(day)-int(today.Weekday())+6)%7 + 1 // 1 to 7
	switch {
	case oneOf(before, nextWeekday):
		sunday := (7 - int(today.Weekday())) % 7
		return today.AddDate(0, 0, sunday+(int(day)+6)%7+1), 1
	case oneOf(before, lastWeekday), c.past && oneOf(before, beforeWeekday):
		if ahead == 7 {
			return today.AddDate(0, 0, -7), 1
		}
		return today.AddDate(0, 0, ahead-7), 1
	case oneOf(before, beforeWeekday), i == 0, strings.ContainsAny(c.gap(i), ",./"):
		return today.AddDate(0, 0, ahead), 1
	}
	return time.Time{}, 0
}

// weekdayAt knows a day of the week; "w soboty" and "w niedziele" are all of them, hence none.
func (c *calendar) weekdayAt(i int) (time.Weekday, bool) {
	name := namedBy(c.word(i))
	return name.weekday, name.isDay && !c.everyWeek(i)
}

func (c *calendar) everyWeek(i int) bool {
	if before := c.word(i - 1); before != "w" && before != "we" {
		return false
	}
	switch c.word(i) {
	case "soboty", "srody":
		return true
	case "niedziele": // typed without diacritics where others have them
		return c.pieces[i].typed == "niedziele" && len(c.text) != utf8.RuneCountInString(c.text)
	}
	return false
}
