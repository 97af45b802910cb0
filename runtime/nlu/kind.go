package nlu

import (
	"math"
	"math/bits"
	"strings"
)

// kinds is the set of what a text asks about a thing: its cost, the time it takes, where it is.
// "Ile kosztuje zwrot" and "ile trwa zwrot" share their telling word; the kind tells them apart.
type kinds uint16

// kindWords are the words of each kind, folded; "ile dni" must stand side by side, a star is any ending.
var kindWords = byLetter([]string{
	"koszt*|kosztuj*|cen|cena|ceny|cene|cennik*|oplat*|platn*|darmow*|bezplatn*|gratis|free|drog*|tani*|taniej|ile zaplac*|ile place*|ile wynosi*|ile bierz*|ile za|za ile|kto placi|kto pokrywa|doplac*",
	"ile czasu|ile dni|ile godzin|ile trwa*|ile idzie|ile sie czeka|ile czeka*|jak dlugo|jak szybko|kiedy|termin*|czas|czasu|do kiedy|od kiedy|przez ile|w jakim czasie|dlugo|tyg*|dni|dzien|godzin",
	"gdzie|skad|dokad|adres*|ktorym miejscu|lokalizacj*|w ktorym|dojech*|dojazd*",
	"jak|w jaki sposob|procedur*|instrukcj*|krok*|co zrobic|co robic|co mam zrobic|co teraz|co dalej|jak mam",
	"czy|mozna|moge|mozliw*|da sie|wolno|macie|jest opcja|bedzie mozna",
	"nie dziala*|nie moge|nie da sie|nie udal*|nie przysz*|nie dosta*|nie otrzyma*|nie dotar*|nie mam|problem*|blad|bledu|brak|brakuj*|zgubi*|zapomnia*|nie wchodzi|nie chce|zepsu*|popsu*|uszkodz*|zniszcz*|zlaman*|pekni*|odrzuc*",
	"zmian*|zmieni*|zmienic|edyt*|popraw*|inny|inna|inne|innego|pomyli*|bledn*|zly|zle|zla|zlego|przelozy*|przesun*",
	"anulow*|anuluj*|rezygn*|zrezygn*|wycof*|odwol*|usun*|skasow*|zamkn*|wypis*|rozmysl*|cofn*",
	"status*|na jakim etapie|co z|co sie dzieje|gdzie jest|gdzie moja|gdzie moj|sprawdz*|ruszyl*|juz wysla*|doszl*|dotarl*",
	"kto|kogo|komu|czlowiek*|konsultant*|kontakt*|zadzwoni*|dzwoni*|telefon*|mail*|email*",
})

// kindWord is one way of asking for a kind.
type kindWord struct {
	kind  kinds
	words []pattern
}

// byLetter reads patterns with bars between, a text for each kind, and sorts them by their first letter.
func byLetter(written []string) (list [256][]kindWord) {
	for i, ways := range written {
		for _, way := range strings.Split(ways, "|") {
			list[way[0]] = append(list[way[0]], kindWord{1 << i, patterns(way)})
		}
	}
	return list
}

// kindsOf finds the kinds of a text.
func kindsOf(tokens []token) kinds {
	var found kinds
	for i, t := range tokens {
		for _, way := range kindWords[t.folded[0]] {
			if found&way.kind == 0 && fits(tokens[i:], way.words) {
				found |= way.kind
			}
		}
	}
	return found
}

// fits reports whether the words stand side by side at the beginning of the tokens.
func fits(tokens []token, words []pattern) bool {
	if len(words) > len(tokens) {
		return false
	}
	for i, word := range words {
		if !word.is(tokens[i].folded) {
			return false
		}
	}
	return true
}

// overlap is the share of kinds that two texts have in common, 0 to 1.
func (k kinds) overlap(other kinds) float64 {
	if k == 0 || other == 0 {
		return 0
	}
	common := float64(bits.OnesCount16(uint16(k & other)))
	return common / math.Sqrt(float64(bits.OnesCount16(uint16(k))*bits.OnesCount16(uint16(other))))
}
