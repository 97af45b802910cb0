package nlu

import (
	"slices"

	"okienko/runtime/flow"
)

// wishWords are the ways of saying a wish. A text is the wish if it has all words of one of the keys,
// and nothing but words of that key, companions and fillers.
type wishWords struct {
	wish string
	keys [][]pattern
	with []pattern // words that may stand beside a key
}

// sayWish reads keys and companions as they are written below.
func sayWish(wish string, keys []string, with string) wishWords {
	w := wishWords{wish: wish, with: patterns(with)}
	for _, key := range keys {
		w.keys = append(w.keys, patterns(key))
	}
	return w
}

// maxWish is the number of words above which a text is about something.
const maxWish = 9

// wishes in the order in which they are tried.
var wishes = []wishWords{
	sayWish("human", []string{
		"czlowiek*", "konsultant*", "doradc*", "pracowni*", "operator*", "zyw* osob*", "prawdziw* osob*", "kims", "ktos", "kogos",
		"osoba", "osobe", "osoby", "jest tam kto", "jest tu kto", "nie chce botem", "nie chce automatem", "obslug*", "sprzedawc*", "human", "person", "agent*", "representative", "somebody", "someone", "support", "staff", "consultant",
	}, "dajcie gadac botem kto na tu o jakis jakas prosze rozmow* rozmawia* porozmawia* pogada* gada* polacz* laczy* przelacz* przekieruj* polaczeni* skontaktowac kontakt* napisac zadzwonic zyw* prawdziw* normaln* jakims jakimkolwiek kims ktos kogos klient* sklep* biur* infolini* bot* nie botem automat* zespol* wasz* halo tam jest czy moge mozna moglbym moglabym potrzebuje wole chcialbym chcialabym talk speak chat connect live real customer service human person someone not robot* transfer switch get can want need"),
	sayWish("restart", []string{"od nowa", "od poczatku", "od zera", "restart*", "zresetuj", "reset", "start over", "start again", "jeszcze raz od poczatku", "begin again", "od samego poczatku", "nowa rozmowa"},
		"zacznij zacznijmy zaczac zaczynamy rozmow* jeszcze raz wszystko conversation begin s"),
	sayWish("back", []string{"wstecz", "cofn*", "wroc", "powrot", "wracam", "wrocic", "wrocmy", "wracamy", "poprzedni*", "krok wstecz", "back", "go back", "previous"},
		"krok do pytani* poprzedni* chce moge o jeden sie step question one"),
	sayWish("menu", []string{"menu", "menu glown*", "opcje", "lista temat*", "tematy", "w czym mozesz pomoc", "co potrafisz", "co umiesz", "co mozesz", "w czym pomagasz", "w czym mozecie pomoc", "manu", "options", "topics", "main menu"},
		"pokaz* glown* wroc wrocic powrot wracam do wszystkie jakie masz show main back go to what sa"),
	sayWish("end", []string{"koniec", "zakoncz*", "do widzenia", "dowidzenia", "zegnam", "na razie", "narazie", "to wszystko", "to tyle", "juz nic", "nic wiecej", "na tyle", "dobranoc", "milego dnia", "milego wieczoru", "pa", "papa", "pa pa", "bye", "goodbye", "good bye", "end chat", "that s all", "thats all"},
		"by bylo nie rozmow* czat* chat* dzieki dziekuje bardzo juz ok okej super pozdrawiam see you all thanks thank nara"),
	sayWish("no", []string{"no thanks", "no thank you"}, ""),
	sayWish("thanks", []string{"dzieki", "dziekuje", "dziekuj*", "dzienki", "dziekowac", "dzk", "dzieks", "dziena", "dziekowka", "dziekoweczka", "dziekuwa", "thanks", "thank you", "thx", "ty bardzo dziekuje", "super", "swietnie"},
		"odpowiedz informacj* wyjasnieni* bardzo wielkie slicznie serdecznie ok okej super swietnie pomoc* za wam ci pieknie jasne rozumiem very much lot a for help great so"),
	sayWish("greeting", []string{"dzien dobry", "dobry wieczor", "czesc", "hej", "hejka", "siema", "siemka", "heja", "hejo", "dzindobry", "dziendobry", "witam", "witajcie", "halo", "dobry", "elo", "yo", "hello", "hi", "hey", "good morning", "good evening"},
		"wam was panstwa wszystkim serdecznie dzien jest tam kto ktos there"),
	sayWish("yes", []string{"tak", "no", "jasne", "oczywiscie", "pewnie", "zgoda", "zgadza sie", "dokladnie", "owszem", "jak najbardziej", "spoko", "moze byc", "okk", "okey", "poprosze", "ok", "okej", "oki", "dobrze", "yes", "yeah", "yep", "sure"},
		"to wlasnie tak jak najbardziej please okay"),
	sayWish("no", []string{"nie", "no thanks", "absolutnie nie", "w zadnym razie", "jednak nie", "nie potrzebuje", "zadne", "zadna", "zaden", "ani jedno ani drugie", "nic z tego", "nie dziekuje", "niekoniecznie", "raczej nie", "nope", "no thanks", "nie trzeba", "nie chce", "not really"},
		"tych opcj* z absolutnie teraz thanks dzieki dziekuje to nie o to chodzi raczej juz"),
}

// fillers may stand in any wish.
var fillers = patterns("prosze poprosze daj dajcie dawaj chce bym no to a i ale z ze do mnie mi sie moze hej dzien dobry witam juz teraz please i to the a me my with let us would like")

// wishOf is the wish a short text expresses, "" if none. The owner's phrases come first.
func wishOf(tokens []token, listeners []flow.Listener) string {
	if len(tokens) == 0 || len(tokens) > maxWish {
		return ""
	}
	for _, l := range listeners {
		for _, phrase := range l.Phrases {
			if says(tokens, reading(phrase)) {
				return l.Wish
			}
		}
	}
	for _, exact := range []bool{true, false} {
		possible := wishesWith(tokens, exact)
		for i := range wishes {
			if possible&(1<<i) != 0 && wishes[i].in(tokens, exact) {
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
		if !slices.ContainsFunc(tokens, func(t token) bool { return pattern{text: p.folded}.like(t.folded, false) }) {
			return false
		}
	}
	for _, t := range tokens {
		inPhrase := slices.ContainsFunc(phrase, func(p token) bool { return pattern{text: p.folded}.like(t.folded, false) })
		if !inPhrase && !anyLike(fillers, t.folded, true) {
			return false
		}
	}
	return true
}

// in tries exact words first for all wishes, so that a slip of one is not taken for another.
func (w *wishWords) in(tokens []token, exact bool) bool {
	return slices.ContainsFunc(w.keys, func(key []pattern) bool {
		return hasAll(tokens, key, exact) && w.allow(tokens, key, exact)
	})
}

func hasAll(tokens []token, key []pattern, exact bool) bool {
	for _, word := range key {
		if !slices.ContainsFunc(tokens, func(t token) bool { return word.like(t.folded, exact) }) {
			return false
		}
	}
	return true
}

func (w *wishWords) allow(tokens []token, key []pattern, exact bool) bool {
	for _, t := range tokens {
		if !anyLike(key, t.folded, exact) && !anyLike(w.with, t.folded, exact) && !anyLike(fillers, t.folded, exact) {
			return false
		}
	}
	return true
}

func anyLike(list []pattern, word string, exact bool) bool {
	return slices.ContainsFunc(list, func(p pattern) bool { return p.like(word, exact) })
}
