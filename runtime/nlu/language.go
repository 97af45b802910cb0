package nlu

import (
	"strings"
	"unicode"
)

// tongue is a language with what gives it away: short words, words of shopping that lend themselves to other
// languages too, and letters.
type tongue struct {
	code    string
	words   map[string]bool
	lent    map[string]bool
	letters string
}

func tongueOf(code, words, lent, letters string) tongue {
	return tongue{code, setOf(words), setOf(lent), letters}
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// Words that two of the languages have are left out, as are those that Poles use: "sorry", "tracking", "ich".
var (
	latin = []tongue{
		tongueOf("pl", "nie czy jest sie jak na co ile mam moge gdzie kiedy dla za po przez prosze bo albo lub ze moj moja moje jaki jaka jakie chce czemu dlaczego juz tylko macie mozna byc ktory ktora dzien dobry dziekuje chcialbym chcialabym moj swoj was wam od pod przy oraz jeszcze", "", "ąćęłńśźż"),
		tongueOf("en", "the is are how what where when why which who can could would should your you have has does did dont it its im am of for with from this that there any if want need get got been will and not about", "hello hi order orders return refund size delivery package parcel shipping ship please thanks thank much long track cost price buy bought money back pay card shoes", ""),
		tongueOf("de", "der die das ist und wie wann wo mein meine meinen meiner nicht kann haben habe eine einen bitte wird mir mit auf für fur von dem es gibt noch wurde warum welche möchte mochte kein keine bei aus guten zurück wir ihr sind ich", "hallo danke bestellung lieferung paket rücksendung rucksendung bestellt geld größe versand umtausch tag", "äöüß"),
		tongueOf("cs", "jsem kdy kde prosím prosim dobrý není neni můžu muzu nebo kolik stojí stoji jaký bych děkuji dekuji jsou moje jste chtěl chtel chtěla", "objednávka objednavka zboží zbozi doprava vrátit vratit", "ěřůčšžýťďň"),
	}
	slavic = []tongue{
		tongueOf("uk", "як що де коли чи мій моя моє це за можна чому скільки дякую будь ласка привіт добрий день мені хочу мого коштує повернути замовлення посилка є ще його для", "", "іїєґ"),
		tongueOf("ru", "где когда как стоит стоимость что мой моё мое это можно почему сколько спасибо пожалуйста здравствуйте привет добрый мне хочу моего заказ вернуть посылка если ещё еще его", "", "ыэъё"),
	}
)

// bilingual are words of Polish that English has too.
var bilingual = setOf("i to do my on no a by me so we in at or it as")

// language guesses what a text is written in; "" if nothing gives it away. Polish is assumed rather than
// another one: a Pole who makes slips must not be told to write Polish.
func language(tokens []token, text string) string {
	if cyrillic(text) {
		return best(tokens, text, slavic, 0)
	}
	polish := 0
	for _, t := range tokens {
		if !bilingual[t.folded] && !inAny(t) && senseOf(t).polish {
			polish++
		}
	}
	return best(tokens, text, latin, polish)
}

// best is the language with the most signs, the first being given some more.
func best(tokens []token, text string, tongues []tongue, more int) string {
	lower := strings.ToLower(text)
	code, most, few := "", more, len(tokens) < 3
	for i, t := range tongues {
		score := t.score(tokens, lower)
		if i == 0 {
			score += more
			most = 0
		}
		const enough = 2
		if score > most && (i == 0 || score > enough || few && score > 0) {
			code, most = t.code, score
		}
		most = max(most, score)
	}
	if code == "" || code == "pl" && 2*most < len(tokens) {
		return ""
	}
	return code
}

// score counts the signs of a language: two for a word of its own, three for letters, one for a lent word.
func (t *tongue) score(tokens []token, lower string) int {
	score := 0
	for _, token := range tokens {
		switch {
		case t.words[token.text] || t.words[token.folded]:
			score += 2
		case t.lent[token.text] || t.lent[token.folded]:
			score++
		}
	}
	if t.letters != "" && strings.ContainsAny(lower, t.letters) {
		score += 3
	}
	return score
}

// inAny reports whether a word counts for a language already.
func inAny(t token) bool {
	for i := range latin {
		if latin[i].words[t.folded] || latin[i].lent[t.folded] {
			return true
		}
	}
	return false
}

func cyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}
