package words

import (
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// warsaw is the zone's file of the IANA time zone database (public domain), as Go ships it:
// a server may have no time zones of its own, and all of them would weigh half a megabyte.
//
//go:embed zone/Europe-Warsaw
var warsaw []byte

// Zone is the time zone of the shops that Okienko serves.
var Zone = zone()

var months = map[string][12]string{
	"pl": {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

func zone() *time.Location {
	z, err := time.LoadLocationFromTZData("Europe/Warsaw", warsaw)
	if err != nil {
		panic(fmt.Sprintf("words: %v", err)) // the file is built in
	}
	return z
}

// Clock is a time of day: 14:05.
func Clock(t time.Time) string { return t.In(Zone).Format("15:04") }

// Day is a date as people say it: "21 listopada", with the year if it is not now's.
func Day(ctx context.Context, t, now time.Time) string {
	t = t.In(Zone)
	day := strconv.Itoa(t.Day()) + " " + months[Language(ctx)][t.Month()-1]
	if t.Year() != now.In(Zone).Year() {
		day += " " + strconv.Itoa(t.Year())
	}
	return day
}

// Moment is Day and Clock, with today and yesterday called so.
func Moment(ctx context.Context, t, now time.Time) string {
	switch daysBetween(t, now) {
	case 0:
		return Clock(t)
	case 1:
		return T(ctx, "words.yesterday") + ", " + Clock(t)
	}
	return Day(ctx, t, now) + ", " + Clock(t)
}

func daysBetween(t, now time.Time) int {
	midnight := func(t time.Time) time.Time {
		y, m, d := t.In(Zone).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(now).Sub(midnight(t)).Hours() / 24)
}

// Number is a whole number as people write it: "1 234" in Polish (with a no-break space), "1,234" in English.
func Number(ctx context.Context, n int) string {
	separator := "\u00a0"
	if Language(ctx) == "en" {
		separator = ","
	}
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return sign + strings.Join(append([]string{digits}, groups...), separator)
}
