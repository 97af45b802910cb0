package nlu

import (
	"slices"
	"strings"
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
	past     bool // it tells of something that was
	// A date or a time may begin with the word, as hardly any do: see mayDate, mayTime.
	date, time bool
}

// namedWords remembers what words name, as slips take time to find.
var namedWords = newMemo[named](2048)

func namedBy(word string) named {
	return namedWords.of(word, func() named {
		n := nameOf(word, func(name string) bool { return name == word })
		if n == (named{}) {
			n = nameOf(word, func(name string) bool { return slipOf(word, name) })
		}
		n.date = n != (named{}) || mayDate(word)
		n.time = mayTime(word)
		n.past = tellsOfPast(word)
		return n
	})
}

// mayDate tells the other words with which a date may begin: "za 2 dni", "trzeciego maja", "ok. tydzień temu".
func mayDate(word string) bool {
	_, measure := unitOf(word)
	return measure || word == "za" || word == "in" || cardinals[word] > 0 || ordinalIn(word, ofDay) > 0 || slices.Contains(about, word)
}

// mayTime tells the words with which a time may begin: "od 8", "w południe", "kwadrans po ósmej".
func mayTime(word string) bool {
	led := [][]string{exactly, after, until, between, {"wpol", "w", "za", "kwadrans"}}
	return strings.HasPrefix(word, "godz") || ordinalIn(word, ofHour) > 0 ||
		slices.ContainsFunc(led, func(words []string) bool { return slices.Contains(words, word) }) ||
		slices.ContainsFunc(dayParts, func(p dayPart) bool { return p.words[0] == word })
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
