package nlu

import (
	"slices"
	"strings"
	"unicode"
)

// Moods.
const (
	angry      = "angry"
	frustrated = "frustrated"
)

// angryWords are insults and strong words that no product is called by; what has a harmless meaning
// beside ("dno" of a bag, "policja" of a toy) is looked for in sayings.
var (
	angryWords = wordsOf("kurw* qrw* chuj* huje hujow* huj jeban* jebac pierdol* spierdal* wypierdal* zajeb* wkurw* wkurz* gowno gowna gownian* cholern* pieprzon* zasran* " +
		"oszusc* oszukal* oszukan* oszukuj* oszukiw* oszustw* zlodziej* zlodziei kradziej* skandaliczn* kpina kpiny zenada zenujac* zenua idioci idiotyczn* debil* kretyn* bezczeln* chamst* chamsk* " +
		"fuck* shit shitty bullshit scam scammer* wtf ridiculous disgrace* outrage* pissed betrug betruger scheisse verarsch*")
	angrySayings = phrasesOf("to skandal", "jakis skandal", "to oszust*", "jestescie oszust*", "to zlodziej*", "banda oszust*", "banda zlodziei", "do dupy", "w dupie", "dupe zawrac*",
		"na policje", "do prokuratury", "do rzecznik*", "do uokik", "do sadu", "zglosze was", "zglaszam was", "podam was", "glupi bot", "glupi automat", "glupia maszyn*", "jestes glupi*", "jestes bezuzyteczn*", "totaln* dno", "kompletn* dno",
		"to dno", "co za cyrk", "to jakis cyrk", "jaja sobie", "robicie jaja", "kpicie sobie", "nabijacie sie", "robicie z nas", "robicie ze mnie", "kupa smiechu", "szlag mnie", "szlag trafi*", "mam was dosc", "nigdy wiecej", "najgorszy sklep", "najgorsz* obslug*", "rip off", "worst shop", "worst service", "sue you", "call the police")
	politeWords = wordsOf("prosze poprosze dziekuj* dzieki dziekuje dzien dobry witam pozdrawiam uprzejmie super swietn* wspanial* pieknie cudown* fajn* polecam hurra juhu brawo gratul* wesolych please thanks thank great hello")
)

// frustratedSayings tell of trouble that lasts; frustratedWords do so beside other words.
var (
	frustratedWords   = wordsOf("bezsens* beznadziej* bezuzyteczn* nieprofesjonaln* tragedia tragiczn* porazka absurd* denerwuj* irytuj* zirytowan* zdenerwowan* masakra masakryczn* koszmar* dramat kurde kurcze kurna cholera niepowazn* lekcewaz* olewacie ignorujecie rozczarowan* zawiedzion* wnerw* useless terrible awful annoying frustrat* disappoint* unacceptable furchtbar unverschamt")
	frustratedSayings = phrasesOf("mam dosc", "mam juz dosc", "dosc tego", "ile mozna", "ile razy", "ile jeszcze", "jak dlugo jeszcze", "ktorys raz", "po raz kolejny", "kolejny raz pisz*", "kolejny raz pyta*", "kolejny raz prosz*", "kolejny raz to samo",
		"juz drugi raz", "juz trzeci raz", "to trzeci raz", "trzeci raz pisz*", "trzeci raz pyta*", "trzeci raz prosz*", "trzeci raz dzwoni*", "trzeci raz zglasz*", "czwarty raz", "piaty raz", "dziesiaty raz", "setny raz", "enty raz", "n ty raz", "3 raz pisz*", "3 raz pyta*", "juz 3 raz",
		"nic nie rozumiesz", "nie rozumiesz", "nie o to pyta*", "nie o to pytalam", "to nie pomaga", "nie pomogles", "nie pomoglo", "nic nie pomog*", "nie odpowiadasz na", "nie na temat", "czytasz w ogole", "czytac nie umiesz", "w kolko to samo", "ciagle to samo", "caly czas to samo",
		"nikt nie odpisuj*", "nikt nie odpowiada", "nikt mi nie", "nikt nie odbiera", "nikt sie nie", "nikt nie reaguj*", "zero odpowiedzi", "zero kontaktu", "zero reakcji", "brak odpowiedzi", "brak kontaktu", "brak reakcji", "nie odpisujecie", "nie odpowiadacie", "nie odbieracie", "nie reagujecie", "i cisza", "i nic", "nadal nic", "dalej nic", "wciaz nic", "ciagle nic", "znowu nic", "nic sie nie dzieje",
		"nadal nie", "wciaz nie", "ciagle nie", "znowu nie", "znow nie", "caly czas nie", "do tej pory nie", "do dzis nie", "znowu to samo", "znowu ten sam", "znowu bled*", "znowu blad", "czekam i czekam", "ile mam czekac", "jak dlugo mam", "tyle czasu", "czekam juz tydzien", "czekam juz dwa", "czekam juz miesiac", "czekam od tygodni*", "czekam od miesiac*", "od tygodnia czekam",
		"brak slow", "rece opadaja", "szkoda slow", "nie do przyjecia", "jakas masakra", "jakis zart", "to zart", "zarty sobie", "jak grochem o", "do niczego", "nie dziala nic", "nic nie dziala", "cierpliwosc sie konczy", "trace cierpliwosc", "stracil* cierpliwosc",
		"how many times", "third time", "how much longer", "no one answers", "nobody answers", "nobody replies", "no one replies", "still nothing", "still no reply", "still waiting", "fed up", "sick of", "waste of time", "zum dritten mal", "immer noch nicht", "niemand antwortet")
	happily = wordsOf("kupuj* zamawiam* zadowol* polecam super swietn*")
)

// moods are the signs of anger and frustration in a text. Who says the same again was not helped the first time.
func moods(text string, tokens []token, previous string) []string {
	polite := hasAny(tokens, politeWords)
	var found []string
	if insults(text, tokens) || !polite && capitals(text, tokens) {
		found = append(found, angry)
	}
	if frustratedIn(tokens) || !polite && shouts(text) || strings.ContainsAny(text, "😤😠🙄😒😩😫") || again(tokens, previous) {
		found = append(found, frustrated)
	}
	return found
}

func insults(text string, tokens []token) bool {
	return hasAny(tokens, angryWords) || hasSaying(tokens, angrySayings) || swearsMasked(text) || strings.ContainsAny(text, "😡🤬🖕")
}

func frustratedIn(tokens []token) bool {
	if hasSaying(tokens, frustratedSayings) && !hasAny(tokens, happily) {
		return true
	}
	return len(tokens) > 2 && hasAny(tokens, frustratedWords)
}

// shouts reports whether a text has two exclamation marks, or three marks of either kind, in a row.
func shouts(text string) bool {
	marks := 0
	for i := range len(text) {
		if text[i] != '!' && text[i] != '?' {
			marks = 0
			continue
		}
		if marks++; marks > 2 || marks == 2 && text[i-1:i+1] == "!!" {
			return true
		}
	}
	return false
}

// capitals reports whether nearly all letters of a sentence are capitals. Names of products are no sentence.
func capitals(text string, tokens []token) bool {
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
	return letters >= enough && float64(upper) >= share*float64(letters) && len(tokens) > 1 &&
		slices.ContainsFunc(tokens, func(t token) bool { return slices.Contains(sentenceWords, t.folded) })
}

// sentenceWords tell a sentence from a name.
var sentenceWords = strings.Fields("nie jest gdzie kiedy czemu dlaczego co ile jak czy kto ja mi moja moje moj mojej chce chcialam chcialem mam juz wy wam was sie do na to za bo wreszcie natychmiast macie where when why what not is my i you the give want wo ist nicht")

// swearRoots are whole words that people mask, and what their masks leave.
var swearRoots = strings.Fields("kurwa kurwy kurwe kurwo kurw chuj chuja chuju huj jebac jebany jebana jebane jebani pierdole pierdolic pierdoleni spierdalaj spierdalajcie wypierdalaj wkurwia wkurwiony wkurwiona wkurwiacie zajebac dupa dupie dupy gowno skurwysyn skurwiel fuck fucking shit")

// masks are the signs that stand for letters of a strong word.
const masks = "*#@$&"

// swearsMasked finds strong words with signs for letters: "k***a", "ch*j", "wk#rw#ony".
func swearsMasked(text string) bool {
	if !strings.ContainsAny(text, masks) {
		return false
	}
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		word = strings.Trim(word, `.,!?;:()"'`)
		if !strings.ContainsAny(word, masks) || strings.ContainsAny(word, "0123456789.:/") || len(word) > 20 {
			continue
		}
		if slices.ContainsFunc(swearRoots, func(root string) bool { return masked(word, root) }) {
			return true
		}
	}
	return false
}

// masked reports whether the letters of a word that can be seen fit a root: each run of signs stands for
// at least one letter, the first letter and one more stand there.
func masked(word, root string) bool {
	seen := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(masks, r) })
	visible := strings.Join(seen, "")
	if len(seen) == 0 || len(visible) < 2 && len(word) < 4 || !strings.HasPrefix(word, seen[0]) || !strings.HasPrefix(root, seen[0]) || len(visible) >= len(root) {
		return false
	}
	rest := root[len(seen[0]):]
	for _, part := range seen[1:] {
		at := strings.Index(rest[min(1, len(rest)):], part)
		if at < 0 {
			return false
		}
		rest = rest[1+at+len(part):]
	}
	open := strings.ContainsAny(word[len(word)-1:], masks)
	return open && rest != "" && len(rest) <= len(word) || !open && rest == ""
}
