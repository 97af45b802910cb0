package nlu

import (
	"slices"
	"time"

	"okienko/runtime/nlu/morph"
)

// named is what a word of the calendar names.
type named struct {
	relative bool // days counts from today
	days     int
	month    time.Month // 0 if none
	isDay    bool
	weekday  time.Weekday
}

// namedWords remembers what words name, as slips take time to find.
var namedWords = newMemo[named](2048)

func namedBy(word string) named {
	return namedWords.of(word, func() named {
		if n := nameOf(word, func(name string) bool { return name == word }); n != (named{}) {
			return n
		}
		return nameOf(word, func(name string) bool { return slipOf(word, name) })
	})
}

func nameOf(word string, like func(name string) bool) (n named) {
	for _, r := range relativeDays {
		if slices.ContainsFunc(r.names, like) {
			return named{relative: true, days: r.days}
		}
	}
	for i, names := range monthNames {
		if slices.ContainsFunc(names, like) {
			n.month = time.Month(i + 1)
			break
		}
	}
	for i, names := range weekdayNames {
		if slices.ContainsFunc(names, like) {
			n.isDay, n.weekday = true, time.Weekday(i)
			break
		}
	}
	return n
}

// slipOf reports whether an unknown word is a misspelt name.
func slipOf(word, name string) bool {
	const least, most = 5, 16
	if len(word) < least || len(name) < least || len(word) > most {
		return false
	}
	_, near := morph.Distance(word, name, morph.MaxCost(min(len(word), 7)))
	return near && morph.Lemmas(word) == nil
}
