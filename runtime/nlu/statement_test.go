package nlu

import "testing"

func TestStatements(t *testing.T) {
	t.Parallel()
	for kind, texts := range map[string][]string{
		withdrawal: {
			"odstępuję od umowy", "Odstepuje od umowy", "chcę odstąpić od umowy nr 10234", "chce odstapic od umowy", "rezygnuję z zakupu i zwracam towar",
			"Niniejszym odstępuję od umowy sprzedaży z dnia 3 grudnia", "Oświadczam, że odstępuję od umowy", "dzień dobry, odstępuję od umowy zamówienie 10234",
			"Odstępuję od umowy. Kiedy dostanę pieniądze?", "odstępuję od umowy, kiedy zwrot pieniędzy?", "Chciałabym odstąpić od umowy, zamówienie 778812", "odstepuje od zakupu butow",
			"korzystam z prawa do odstąpienia od umowy", "składam oświadczenie o odstąpieniu od umowy", "rezygnuję z zamówienia 10234", "wycofuję się z umowy",
			"odstepuję od umwy", "odstepuje od umowy bo buty za male", "I withdraw from the contract", "I hereby withdraw from my purchase", "Hiermit widerrufe ich den Vertrag", "I want to withdraw from the contract",
			"zwracam towar i proszę o zwrot pieniędzy", "zdecydowałam odstąpić od umowy", "Odstępujemy od umowy",
		},
		complaint: {
			"składam reklamację", "reklamuję buty", "zgłaszam reklamację", "reklamuje buty bo się rozkleiły", "skladam reklamacje na kurtke", "Zgłaszam reklamację zamówienia 10234",
			"chcę złożyć reklamację, buty się rozkleiły", "chciałabym zareklamować kurtkę bo pękł zamek", "niniejszym reklamuję zakupiony towar", "dzień dobry, reklamuję zegarek",
			"zgłaszam niezgodność towaru z umową", "proszę o przyjęcie reklamacji butów", "Składam reklamację. Ile to potrwa?", "I am making a complaint about my order", "ich reklamiere die Schuhe",
			"chce zlozyc reklamacje zamowienie 10234", "skladam reklmacje", "zglaszam wade butów", "reklamuję!! buty pękły",
		},
		"": {
			"jak zwrócić?", "ile mam dni na odstąpienie", "jak odstąpić od umowy", "chcę odstąpić od umowy, jak to zrobić?", "czy mogę odstąpić od umowy?", "czy mogę złożyć reklamację",
			"gdzie składam reklamację?", "jak złożyć reklamację", "ile trwa reklamacja", "złożyłam reklamację i cisza", "kiedy rozpatrzycie moją reklamację", "odstąpiłam od umowy tydzień temu, gdzie pieniądze",
			"nie odstępuję od umowy", "nie składam reklamacji", "co jeśli odstępuję od umowy", "jeśli odstępuję od umowy to kto płaci za przesyłkę", "chcę złożyć reklamację", "chcę zwrócić buty",
			"chce oddac buty bo za małe", "reklamacja", "zwrot", "widziałam waszą reklamę", "gdzie reklamuje się wasz sklep", "wasz sklep reklamuje się w radiu", "rezygnuję z newslettera", "odstępuję bilet",
			"skąd pobrać oświadczenie o odstąpieniu", "formularz odstąpienia od umowy", "kto płaci za odesłanie gdy odstępuję od umowy", "odstępuję od umowy?", "jaki jest termin na odstąpienie od umowy",
			"co zrobić gdy chcę odstąpić od umowy", "wady i zalety", "how do I withdraw from the contract", "can I cancel my order", "jak dlugo czeka sie na reklamacje", "reklamuje pani buty?", "dostawa", "",
			"czy jak odstępuję od umowy to oddajecie za wysyłkę", "zwracam uwagę na kolor", "zwracam się z prośbą o fakturę",
		},
	} {
		for _, text := range texts {
			if got, _ := statementOf(clip(text), tokenize(clip(text))); got != kind {
				t.Errorf("%q: %q, want %q", text, got, kind)
			}
		}
	}
}
