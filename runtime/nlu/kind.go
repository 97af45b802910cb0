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
var kindWords = split([]string{
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

// split makes words of patterns separated by bars.
func split(kinds []string) [][][]string {
	list := make([][][]string, len(kinds))
	for i, patterns := range kinds {
		for _, pattern := range strings.Split(patterns, "|") {
			list[i] = append(list[i], strings.Fields(pattern))
		}
	}
	return list
}

// kindsOf finds the kinds of a text.
func kindsOf(tokens []token) kinds {
	var found kinds
	for kind, patterns := range kindWords {
		for _, pattern := range patterns {
			if stands(tokens, pattern) {
				found |= 1 << kind
				break
			}
		}
	}
	return found
}

// stands reports whether the words stand side by side in the text.
func stands(tokens []token, words []string) bool {
	for i := 0; i+len(words) <= len(tokens); i++ {
		if fits(tokens[i:], words) {
			return true
		}
	}
	return false
}

func fits(tokens []token, words []string) bool {
	for i, word := range words {
		if !like(tokens[i].folded, word, true) {
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
