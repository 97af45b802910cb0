package nlu

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Moods.
const (
	angry      = "angry"
	frustrated = "frustrated"
)

// angryWords are insults, threats and strong words; frustratedWords tell of trouble that lasts.
var (
	angryWords      = patterns("kurw* chuj* huj* jeban* pierdol* wkurw* wkurz* gowno gown* dupa dupie cholera cholern* oszust* oszukal* oszukan* zlodziej* zlodziei skandal* kpina kpiny zenada zenujac* zenua masakra dno idiot* debil* kretyn* glupi* policj* prokuratur* uokik rzecznik* fuck* shit* scam* idiot* ridiculous")
	frustratedWords = patterns("znowu znow nadal wciaz ciagle bezsens* beznadziej* bezuzyteczn* nieprofesjonaln* tragedia tragiczn* porazka absurd* denerwuj* irytuj* zirytowan* zdenerwowan* useless terrible awful annoying")
	frustratedLines = []string{"mam dosc", "ile mozna", "ile razy", "ktorys raz", "po raz kolejny", "kolejny raz", "trzeci raz", "czwarty raz", "piaty raz", "setny raz", "nic nie rozumiesz", "nie rozumiesz", "nie o to pytam", "to nie pomaga", "nie pomogles", "how many times", "third time"}
	shouting        = regexp.MustCompile(`[!?]{3,}|!{2,}`)
)

// moods are the signs of anger and frustration in a text.
func moods(text string, tokens []token) []string {
	var found []string
	if slices.ContainsFunc(tokens, func(t token) bool { return oneOf(t.folded, angryWords) }) || capitals(text) {
		found = append(found, angry)
	}
	if frustratedIn(tokens) || shouting.MatchString(text) {
		found = append(found, frustrated)
	}
	return found
}

func frustratedIn(tokens []token) bool {
	folded := make([]string, len(tokens))
	for i, t := range tokens {
		folded[i] = t.folded
	}
	line := " " + strings.Join(folded, " ") + " "
	if slices.ContainsFunc(frustratedLines, func(phrase string) bool { return strings.Contains(line, " "+phrase+" ") }) {
		return true
	}
	strong := 0
	for _, word := range folded {
		if oneOf(word, frustratedWords) {
			strong++
		}
	}
	return strong > 0 && len(tokens) > 2
}

// capitals reports whether nearly all letters of more than a word or two are capitals.
func capitals(text string) bool {
	const enough, share = 12, 0.8
	upper, letters := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return letters >= enough && float64(upper) >= share*float64(letters) && strings.Contains(strings.TrimSpace(text), " ")
}
