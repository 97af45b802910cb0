package nlu

import (
	"slices"
	"strings"

	"okienko/runtime/flow"
	"okienko/runtime/nlu/morph"
)

// wishWords are the ways of saying a wish in one language. A text is the wish if it has all words of
// one of the keys, and nothing but key words, companions and fillers. A word ending in * is a beginning.
type wishWords struct {
	wish string
	keys []string
	with string // words that may stand beside a key
}

// maxWish is the number of words above which a text is about something.
const maxWish = 9

// wishes in the order in which they are tried.
var wishes = []wishWords{
	{"human", []string{
		"czlowiek*", "konsultant*", "doradc*", "pracowni*", "operator*", "zyw* osob*", "prawdziw* osob*", "kims", "ktos", "kogos",
		"osoba", "osobe", "osoby", "obslug*", "sprzedawc*", "human", "person", "agent*", "representative", "somebody", "someone", "support", "staff", "consultant",
	}, "rozmow* rozmawia* porozmawia* pogada* gada* polacz* laczy* przelacz* przekieruj* polaczeni* skontaktowac kontakt* napisac zadzwonic zyw* prawdziw* normaln* jakims jakimkolwiek kims ktos kogos klient* sklep* biur* infolini* bot* nie botem automat* zespol* wasz* halo tam jest czy moge mozna moglbym moglabym potrzebuje wole chcialbym chcialabym talk speak chat connect live real customer service human person someone not robot* transfer switch get can want need"},
	{"restart", []string{"od nowa", "od poczatku", "od zera", "restart*", "zresetuj", "reset", "start over", "start again", "jeszcze raz od poczatku"},
		"zacznij zacznijmy zaczac zaczynamy rozmow* jeszcze raz wszystko conversation begin"},
	{"back", []string{"wstecz", "cofn*", "wroc", "powrot", "wracam", "poprzedni*", "krok wstecz", "back", "go back", "previous"},
		"krok do pytani* poprzedni* chce moge o jeden sie step question one"},
	{"menu", []string{"menu", "menu glown*", "opcje", "lista temat*", "tematy", "w czym mozesz pomoc", "co potrafisz", "co umiesz", "options", "topics", "main menu"},
		"pokaz* glown* wroc wrocic powrot wracam do wszystkie jakie masz show main back go to what"},
	{"end", []string{"koniec", "zakoncz*", "do widzenia", "dowidzenia", "zegnam", "na razie", "narazie", "to wszystko", "to tyle", "milego dnia", "milego wieczoru", "pa", "papa", "pa pa", "bye", "goodbye", "good bye", "end chat", "that s all", "thats all"},
		"rozmow* czat* chat* dzieki dziekuje bardzo juz ok okej super pozdrawiam see you all thanks thank nara"},
	{"thanks", []string{"dzieki", "dziekuje", "dziekuj*", "dzienki", "dziekowac", "dzk", "dzieks", "thanks", "thank you", "thx", "ty bardzo dziekuje", "super", "swietnie"},
		"bardzo wielkie slicznie serdecznie ok okej super swietnie pomoc* za wam ci pieknie jasne rozumiem very much lot a for help great so"},
	{"greeting", []string{"dzien dobry", "dobry wieczor", "czesc", "hej", "hejka", "siema", "siemka", "witam", "witajcie", "halo", "dobry", "elo", "yo", "hello", "hi", "hey", "good morning", "good evening"},
		"wam was panstwa wszystkim serdecznie dzien jest tam kto ktos there"},
	{"yes", []string{"tak", "no", "jasne", "oczywiscie", "pewnie", "zgoda", "zgadza sie", "dokladnie", "owszem", "poprosze", "ok", "okej", "oki", "dobrze", "yes", "yeah", "yep", "sure"},
		"to wlasnie tak jak najbardziej please okay"},
	{"no", []string{"nie", "nie dziekuje", "niekoniecznie", "raczej nie", "nope", "no thanks", "nie trzeba", "nie chce", "not really"},
		"dzieki dziekuje to nie o to chodzi raczej juz"},
}

// fillers may stand in any wish.
var fillers = strings.Fields("prosze poprosze daj dawaj chce bym no to a i ale z ze do mnie mi sie moze hej dzien dobry witam juz teraz please i to the a me my with let us would like")

// wishOf is the wish a short text expresses, "" if none. The owner's phrases come first.
func wishOf(tokens []token, listeners []flow.Listener) string {
	if len(tokens) == 0 || len(tokens) > maxWish {
		return ""
	}
	for _, l := range listeners {
		for _, phrase := range l.Phrases {
			if says(tokens, tokenize(clip(phrase))) {
				return l.Wish
			}
		}
	}
	for _, exact := range []bool{true, false} {
		for i := range wishes {
			if wishes[i].in(tokens, exact) {
				return wishes[i].wish
			}
		}
	}
	return ""
}

// says reports whether the tokens are the phrase, give or take fillers and slips.
func says(tokens, phrase []token) bool {
	if len(phrase) == 0 {
		return false
	}
	for _, p := range phrase {
		if !slices.ContainsFunc(tokens, func(t token) bool { return like(t.folded, p.folded, false) }) {
			return false
		}
	}
	for _, t := range tokens {
		inPhrase := slices.ContainsFunc(phrase, func(p token) bool { return like(t.folded, p.folded, false) })
		if !inPhrase && !slices.Contains(fillers, t.folded) {
			return false
		}
	}
	return true
}

// in tries exact words first for all wishes, so that a slip of one is not taken for another.
func (w *wishWords) in(tokens []token, exact bool) bool {
	for _, key := range w.keys {
		words := strings.Fields(key)
		if has(tokens, words, exact) && w.allowed(tokens, words, exact) {
			return true
		}
	}
	return false
}

func has(tokens []token, words []string, exact bool) bool {
	for _, word := range words {
		if !slices.ContainsFunc(tokens, func(t token) bool { return like(t.folded, word, exact) }) {
			return false
		}
	}
	return true
}

func (w *wishWords) allowed(tokens []token, key []string, exact bool) bool {
	allowed := append(append(strings.Fields(w.with), fillers...), key...)
	for _, t := range tokens {
		if !slices.ContainsFunc(allowed, func(word string) bool { return like(t.folded, word, exact) }) {
			return false
		}
	}
	return true
}

// like compares a folded word with a pattern; unless exact, a long enough word may have a slip.
func like(word, pattern string, exact bool) bool {
	beginning, open := strings.CutSuffix(pattern, "*")
	if word == beginning || open && strings.HasPrefix(word, beginning) {
		return true
	}
	const longEnough = 5
	if exact || len(word) < longEnough || len(beginning) < longEnough {
		return false
	}
	if open && len(word) > len(beginning) {
		word = word[:len(beginning)]
	}
	_, ok := morph.Distance(word, beginning, 1)
	return ok
}
