package nlu

import "strings"

// familyMark begins the term of a family of words, which is no word.
const familyMark = "%"

// derived are the endings with which Polish makes words of words, folded, longest first: "laminacja",
// "laminować" and "laminowany" are one family.
var derived = []string{
	"owalnosc", "owywanie", "acyjnosc", "owniczka", "owalnia",
	"owywac", "owanie", "acyjny", "owalny", "iwanie", "ywanie", "owanka", "owisko", "liwosc", "alnosc", "ownia", "ownik",
	"iwosc", "ywac", "iwac", "owac", "acja", "anie", "enie", "alny", "elny", "owka", "owny", "owaty", "nosc", "osc", "izm", "ista", "arka", "arnia", "arski", "eczka", "eczko", "uszka", "iczka", "yczny", "iczny",
	"owy", "any", "ony", "niak", "nik", "nia", "nac", "iec", "ic", "yc", "ac", "ec", "ka", "ek", "ik", "ny", "ski", "cki", "wy", "ty", "ja", "ie", "a", "o", "e", "y", "i",
}

// family is the stem that the words derived from one have in common; "" if the lemma is too short to tell.
func family(lemma string) string {
	const least = 4
	for _, ending := range derived {
		if rest, ok := strings.CutSuffix(lemma, ending); ok && len(rest) >= least {
			return familyMark + rest
		}
	}
	if len(lemma) >= least {
		return familyMark + lemma
	}
	return ""
}

func families(lemmas []string) []string {
	var list []string
	for _, lemma := range lemmas {
		if f := family(lemma); f != "" {
			list = append(list, f)
		}
	}
	return list
}
