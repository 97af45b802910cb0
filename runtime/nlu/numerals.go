package nlu

import "strings"

// cardinals are numbers in words, folded, as they are said of days and money.
var cardinals = map[string]int{
	"jeden": 1, "jedna": 1, "jedno": 1, "dwa": 2, "dwie": 2, "trzy": 3, "cztery": 4, "piec": 5, "szesc": 6, "siedem": 7, "osiem": 8,
	"dziewiec": 9, "dziesiec": 10, "jedenascie": 11, "dwanascie": 12, "trzynascie": 13, "czternascie": 14, "pietnascie": 15,
	"szesnascie": 16, "siedemnascie": 17, "osiemnascie": 18, "dziewietnascie": 19, "dwadziescia": 20, "trzydziesci": 30,
	"czterdziesci": 40, "piecdziesiat": 50, "szescdziesiat": 60, "siedemdziesiat": 70, "osiemdziesiat": 80, "dziewiecdziesiat": 90,
	"sto": 100, "dwiescie": 200, "trzysta": 300, "czterysta": 400, "piecset": 500, "szescset": 600, "siedemset": 700, "osiemset": 800,
	"dziewiecset": 900, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
}

// ordinalStems begin the words for "first" to "twentieth", and "thirtieth".
var ordinalStems = map[string]int{
	"pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "piat": 5, "szost": 6, "siodm": 7, "osm": 8, "dziewiat": 9, "dziesiat": 10,
	"jedenast": 11, "dwunast": 12, "trzynast": 13, "czternast": 14, "pietnast": 15, "szesnast": 16, "siedemnast": 17, "osiemnast": 18,
	"dziewietnast": 19, "dwudziest": 20, "trzydziest": 30,
}

// endings of ordinals: of a day of the month, and of an hour.
var (
	ofDay  = []string{"iego", "ego"}
	ofHour = []string{"iej", "ej", "ia", "a"}
)

// ordinalAt reads an ordinal with one of the endings, also "dwudziestej pierwszej", and of how many pieces it is.
func ordinalAt(pieces []piece, i int, endings []string) (number, n int) {
	if i >= len(pieces) {
		return 0, 0
	}
	number = ordinalIn(pieces[i].text, endings)
	if number == 0 {
		return 0, 0
	}
	if number%10 == 0 && number >= 20 && i+1 < len(pieces) {
		if unit := ordinalIn(pieces[i+1].text, endings); unit > 0 && unit < 10 {
			return number + unit, 2
		}
	}
	return number, 1
}

func ordinalIn(word string, endings []string) int {
	for _, ending := range endings {
		if stem, ok := strings.CutSuffix(word, ending); ok {
			if n := ordinalStems[stem]; n > 0 {
				return n
			}
		}
	}
	return 0
}

// countAt reads a number in digits or words below a thousand, and of how many pieces it is.
func countAt(pieces []piece, i int) (count, n int) {
	if i >= len(pieces) {
		return 0, 0
	}
	if pieces[i].number >= 0 {
		return pieces[i].number, 1
	}
	least := 1000
	for ; i+n < len(pieces); n++ {
		value := cardinals[pieces[i+n].text]
		if value == 0 || value >= least {
			break
		}
		count += value
		least = place(value)
	}
	return count, n
}

// place is below what the next word of a number must be: after "sto" tens, after "dwadziescia" units.
func place(value int) int {
	switch {
	case value >= 100:
		return 100
	case value >= 20:
		return 10
	}
	return 1
}
