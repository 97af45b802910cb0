package nlu

import (
	"slices"
	"strings"
	"time"

	"okienko/runtime/engine"
)

// calendar reads the dates and times of a text. A date is written YYYY-MM-DD. A time is HH:MM, or a
// stretch of the day with its beginning, its end or both: "15:00-", "-15:00", "10:00-14:00".
type calendar struct {
	pieces []piece
	text   string
	now    time.Time // in the shop's zone; zero leaves out what is told from today
	past   bool      // the text tells of something that was
	dated  bool      // a date was found
	found  []engine.Extracted
	spans  [][2]int // of the text, that were taken
}

// readCalendar finds the dates and times of a text and returns it with blanks where they stood.
func readCalendar(text string, now time.Time) ([]engine.Extracted, string) {
	c := calendar{pieces: cut(text), text: text, now: now}
	c.past = slices.ContainsFunc(c.pieces, func(p piece) bool { return namedBy(p.text).past })
	c.read(c.dateAt)
	c.dated = len(c.found) > 0
	c.read(c.timeAt)
	for _, span := range c.spans {
		text = text[:span[0]] + strings.Repeat(" ", span[1]-span[0]) + text[span[1]:]
	}
	return c.found, text
}

// read goes through the pieces with one kind of reader, which says how many pieces a value takes.
func (c *calendar) read(at func(i int) (value engine.Extracted, n int)) {
	for i := 0; i < len(c.pieces); {
		value, n := at(i)
		if n == 0 || c.taken(i, n) {
			i++
			continue
		}
		if !slices.Contains(c.found, value) {
			c.found = append(c.found, value)
		}
		c.spans = append(c.spans, [2]int{c.pieces[i].from, c.pieces[i+n-1].to})
		i += n
	}
}

// taken reports whether one of n pieces belongs to a value already.
func (c *calendar) taken(i, n int) bool {
	from, to := c.pieces[i].from, c.pieces[i+n-1].to
	return slices.ContainsFunc(c.spans, func(span [2]int) bool { return from < span[1] && to > span[0] })
}

// word is the folded text of a piece; "" beyond the ends.
func (c *calendar) word(i int) string {
	if i < 0 || i >= len(c.pieces) {
		return ""
	}
	return c.pieces[i].text
}

func (c *calendar) number(i int) int {
	if i < 0 || i >= len(c.pieces) {
		return -1
	}
	return c.pieces[i].number
}

// gap is what stands between a piece and the one before.
func (c *calendar) gap(i int) string {
	if i <= 0 || i >= len(c.pieces) {
		return ""
	}
	return c.text[c.pieces[i-1].to:c.pieces[i].from]
}

// past tense of a customer's own doing, or of a parcel's.
var pastStems = wordsOf("kupil* zakupil* zamowil* zaplacil* oplacil* odebral* dostal* otrzymal* wyslal* nadal* oddal* zwrocil* odeslal* przyszl* przyszedl* dotarl* doszl* zlozyl* pisal* napisal* dzwonil* przelal* mial* mialo byl* bylam bylem czekam ordered bought paid received sent")

// tellsOfPast leaves out "nadal", which is none of "nadać".
func tellsOfPast(word string) bool { return word != "nadal" && oneOf(word, pastStems) }

func dateValue(day time.Time) engine.Extracted {
	return engine.Extracted{Kind: "date", Text: day.Format(time.DateOnly)}
}

// today is midnight of the shop's day.
func (c *calendar) today() time.Time {
	return time.Date(c.now.Year(), c.now.Month(), c.now.Day(), 0, 0, 0, 0, time.UTC)
}
