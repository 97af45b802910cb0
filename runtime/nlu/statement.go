package nlu

import (
	"slices"
	"strings"
)

// Statements have legal effect once they have arrived: see the act on consumer rights, art. 30 and 7a.
const (
	withdrawal = "withdrawal"
	complaint  = "complaint"
)

// declared are the sayings by which something is stated, in the order of the words. Who writes "odstępuję"
// has withdrawn; who writes "chcę odstąpić" means it too, unless the text asks how.
var declared = []struct {
	kind    string
	says    phrases
	intends bool
	needs   bool // a reason or an order number beside, for what may be a question how to begin
}{
	{kind: withdrawal, says: phrasesOf("odstepuje od", "odstepujemy od", "odstepuj od umowy", "niniejszym odstepuj*", "oswiadcz* odstep*", "oswiadcz* odstapien*", "skladam odstapien*", "skladam oswiadczen* odstapien*", "zglaszam odstapien*", "przesylam odstapien*", "przesylam oswiadczen* odstapien*", "korzystam prawa odstapien*", "korzystam prawa do odstapien*", "korzystam prawa do zwrotu",
		"rezygnuje z zakup*", "rezygnuje z umow*", "rezygnuje z zamowien*", "rezygnuje z tego zamowien*", "rezygnuje z towar*", "rezygnuje z produkt*", "rezygnujemy z zakup*", "rezygnujemy z umow*", "rezygnujemy z zamowien*", "wycofuje sie z umow*", "wycofuje sie z zakup*", "zwracam i prosze o zwrot pieni*", "zwracam towar i prosze zwrot", "zwracam zakup* i prosze zwrot", "zwracam * i prosze zwrot pieni*", "zwracam * i prosze zwrot srodk*",
		"i withdraw from", "hereby withdraw", "hereby cancel", "i am withdrawing from", "widerrufe ich", "ich widerrufe", "odmawiam przyjecia zwracam")},
	{kind: withdrawal, intends: true, says: phrasesOf("chce odstapic od", "chcemy odstapic od", "chcial* odstapic od", "chcial* bym odstapic od", "pragne odstapic od", "zamierzam odstapic od", "zdecydowal* odstapic od", "postanowil* odstapic od", "musze odstapic od", "prosze o odstapienie od umow*", "want to withdraw from", "like to withdraw from", "wish to withdraw from", "mochte vertrag widerrufen")},
	{kind: complaint, says: phrasesOf("skladam reklamacj*", "skladam reklamacje", "zglaszam reklamacje", "skladam niniejszym reklamacj*", "skladam do panstwa reklamacj*", "skladam oficjaln* reklamacj*", "skladamy reklamacj*", "zglaszam reklamacj*", "zglaszam niniejszym reklamacj*", "zglaszamy reklamacj*", "wnosze reklamacj*", "wnosze o reklamacj*", "przesylam reklamacj*", "wysylam reklamacj*", "niniejszym reklamuj*", "reklamujemy", "zglaszam niezgodnosc towar*", "zglaszam wade", "prosze o przyjecie reklamacj*", "prosze przyjac reklamacj*", "prosze o rozpatrzenie reklamacj*",
		"i am filing a complaint", "i am making a complaint", "i hereby complain", "hereby file a complaint", "ich reklamiere", "hiermit reklamiere")},
	{kind: complaint, intends: true, needs: true, says: phrasesOf("chce zlozyc reklamacj*", "chcial* zlozyc reklamacj*", "chce zglosic reklamacj*", "chcial* zglosic reklamacj*", "chce zareklamowac", "chcial* zareklamowac", "chcemy zareklamowac", "chcemy zlozyc reklamacj*", "prosze o reklamacj*", "want to make a complaint", "want to file a complaint", "like to make a complaint")},
}

// What turns a saying into something else: a question, a condition, a denial, another's or earlier doing.
var (
	asksHow     = wordsOf("jak jaki jaka jakie gdzie skad czy how where can could may wie wo")
	questioning = wordsOf("jak jaki jaka jakie jakim jakiej gdzie skad kiedy ile czy dlaczego czemu co kto komu how where when what why can could do if wie wo wann")
	conditional = wordsOf("jesli jezeli gdyby gdybym gdy kiedy zanim nim jakbym jakby zalozmy czyli if unless falls wenn")
	refusing    = wordsOf("nie nigdy bez not never nicht")
	reasons     = wordsOf("bo poniewaz gdyz dlatego uszkodz* wad* zepsu* popsu* rozklei* pek* dziur* rozprul* odpad* zlaman* peknie* zniszcz* porysowan* brakuj* because broken damaged faulty defective")
)

// statement is the kind of statement that a text makes, "" if none. What only tells of an intention gives
// way to an offered choice of that name: the owner has drawn where it leads.
func statement(text string, tokens []token, choice string) string {
	kind, plain := statementOf(text, tokens)
	if choice != "" && !plain {
		return ""
	}
	return kind
}

// statementOf also tells whether the statement has a plain form, by which it is made whatever else the text
// may mean. A question about one is none.
func statementOf(text string, tokens []token) (kind string, plain bool) {
	if !mayState(tokens) {
		return "", false
	}
	for _, d := range declared {
		for _, clause := range clauses(text) {
			if clause.states(d.says) && !(d.intends && asked(text, tokens)) && !(d.needs && !reasoned(text, tokens)) {
				return d.kind, !d.intends
			}
		}
	}
	if reklamuje(text) {
		return complaint, true
	}
	return "", false
}

// telltale begin the words that a statement has: looking for them saves the work for all other texts.
var telltale = wordsOf("odst* skladam zglaszam reklam* zareklam* rezygn* wycof* zwracam niezgodn* wade withdr* cancel complain* widerruf* wider*")

func mayState(tokens []token) bool {
	return hasAny(tokens, telltale)
}

// clause is what stands between two marks, with whether it is asked.
type clause struct {
	tokens []token
	asked  bool
}

// clauses cuts a text at the ends of sentences; a comma parts only what is not asked.
func clauses(text string) []clause {
	var list []clause
	for text != "" {
		end := strings.IndexAny(text, ".!?;\n")
		mark := ""
		sentence, rest := text, ""
		if end >= 0 {
			sentence, mark, rest = text[:end], text[end:end+1], text[end+1:]
		}
		parts := strings.Split(sentence, ",")
		for i, part := range parts {
			if tokens := tokenize(part); len(tokens) > 0 {
				list = append(list, clause{tokens, mark == "?" && i == len(parts)-1})
			}
		}
		text = rest
	}
	return list
}

// states reports whether a clause states one of the sayings.
func (c clause) states(list phrases) bool {
	return !c.asked && slices.ContainsFunc(list[:], func(shelf [][]pattern) bool { return slices.ContainsFunc(shelf, c.statesOne) })
}

func (c clause) statesOne(saying []pattern) bool {
	from, to, ok := follow(c.tokens, saying, false)
	if !ok {
		return false
	}
	before := c.tokens[:from]
	return !hasAny(before, questioning) && !hasAny(before, conditional) && !hasAny(c.tokens[max(0, from-2):to], refusing)
}

func hasAny(tokens []token, list words) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return oneOf(t.folded, list) })
}

// asked reports whether a text wants to know how something is done.
func asked(text string, tokens []token) bool {
	if hasAny(tokens, asksHow) || hasSaying(tokens, howSayings) {
		return true
	}
	return strings.HasSuffix(strings.TrimSpace(text), "?") && !strings.ContainsAny(strings.TrimRight(text, "? "), ".!?")
}

var howSayings = phrasesOf("co zrobic", "co musze", "co trzeba", "co nalezy", "co powinn*", "what do i", "what should i")

// reasoned reports whether a text says why, or names an order.
func reasoned(text string, tokens []token) bool {
	return hasAny(tokens, reasons) || strings.ContainsAny(text, "0123456789")
}

// reklamuje knows "reklamuję buty", which without its last sign means "advertises" too and is then
// taken only at the beginning.
func reklamuje(text string) bool {
	for _, c := range clauses(text) {
		for i, t := range c.tokens {
			first := i == 0 || onlyCourtesy(c.tokens[:i])
			says := t.text == "reklamuję" || t.text == "reklamuje" && first && i+1 < len(c.tokens) && !advertised(c.tokens[i+1:])
			if says && !c.asked && !hasAny(c.tokens[:i], questioning) && !hasAny(c.tokens[:i], conditional) && !hasAny(c.tokens[max(0, i-2):i], refusing) {
				return true
			}
		}
	}
	return false
}

// advertised tells "reklamuje się".
func advertised(after []token) bool {
	return len(after) > 0 && (after[0].folded == "sie" || after[0].folded == "was" || after[0].folded == "wasz")
}

var courtesies = wordsOf("dzien dobry witam czesc hej dobry wieczor szanowni panstwo ja my wiec a i no to prosze uprzejmie niniejszym hello hi")

func onlyCourtesy(tokens []token) bool {
	return !slices.ContainsFunc(tokens, func(t token) bool { return !oneOf(t.folded, courtesies) })
}
