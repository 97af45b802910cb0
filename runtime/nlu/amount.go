package nlu

import (
	"strconv"
	"strings"

	"okienko/runtime/engine"
	"okienko/runtime/nlu/morph"
)

// coins are words for sums of money, each with its złotys.
var coins = map[string]int{
	"stowa": 100, "stowe": 100, "stowy": 100, "stow": 100, "stowke": 100, "stowka": 100, "stowki": 100,
	"dyche": 10, "dycha": 10, "dychy": 10, "dych": 10, "dyszke": 10, "piatak": 5, "tysiak": 1000, "tysiaka": 1000, "tysiaki": 1000, "tysiakow": 1000,
}

var (
	zlotys   = wordsOf("zl zlot* pln zeta zeciakow")
	thousand = wordsOf("tysiac tysiace tysiecy tys")
)

// spokenAmounts finds sums that are said in words, "dwie stówy", "sto złotych", "2 tys. zł", and
// returns the text with blanks for them.
func spokenAmounts(text string) ([]engine.Extracted, string) {
	var found []engine.Extracted
	if !hasMoneyWord(text) {
		return nil, text
	}
	pieces := cut(text)
	for i := 0; i < len(pieces); {
		zloty, n := amountAt(pieces, i)
		if n == 0 {
			i++
			continue
		}
		found = append(found, engine.Extracted{Kind: "amount", Text: strconv.Itoa(zloty)})
		from, to := pieces[i].from, pieces[i+n-1].to
		text = text[:from] + strings.Repeat(" ", to-from) + text[to:]
		i += n
	}
	return found, text
}

// hasMoneyWord saves the work for the many texts that name no sum.
func hasMoneyWord(text string) bool {
	text = morph.Fold(strings.ToLower(text))
	for _, sign := range []string{"zl", "pln", "zeta", "st", "dych", "dysz", "tys", "piatak"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// amountAt reads a sum that begins with a piece.
func amountAt(pieces []piece, i int) (zloty, n int) {
	if word := pieces[i].text; word == "pol" && i+1 < len(pieces) {
		switch next := pieces[i+1].text; {
		case next == "tysiaca":
			return 500, 2
		case coins[next] == 100:
			return 50, 2
		}
	}
	count, n := countAt(pieces, i)
	if n == 0 {
		return coins[pieces[i].text], min(coins[pieces[i].text], 1)
	}
	next := func() string {
		if i+n < len(pieces) {
			return pieces[i+n].text
		}
		return ""
	}
	if worth := coins[next()]; worth > 0 {
		return count * worth, n + 1
	}
	large := oneOf(next(), thousand)
	if large {
		n++
		rest, m := countAt(pieces, i+n)
		count, n = count*1000+rest, n+m
	}
	if !oneOf(next(), zlotys) {
		return 0, 0
	}
	return count, n + 1
}
