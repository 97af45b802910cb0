package engine

import (
	"strconv"
	"time"
)

// dayText is a date as people write it, with the year: what has legal effect must not be ambiguous.
func dayText(t time.Time, language string) string {
	return strconv.Itoa(t.Day()) + " " + monthName(t.Month(), language) + " " + strconv.Itoa(t.Year())
}

// momentText is a date with the time of day. The input's time is in the shop's zone.
func momentText(t time.Time, language string) string {
	return dayText(t, language) + ", " + t.Format("15:04")
}

func monthName(m time.Month, language string) string {
	if language == "en" {
		return m.String()
	}
	return [...]string{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"}[m-1]
}
