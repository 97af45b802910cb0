package nlu

import "testing"

func TestLanguages(t *testing.T) {
	t.Parallel()
	for want, texts := range map[string][]string{
		"pl": {
			"gdzie jest moja paczka", "gdzie moja pczka", "chce oddac buty bo za male", "kiedy bd paczka", "zwrot", "dzień dobry", "ile kosztuje dostawa do niemiec",
			"macie tracking paczki?", "czy macie free delivery", "paczka", "reklamacja", "dziękuję", "kod rabatowy nie dziala", "pudelko bylo rozwalone i wazon pekniety", "mam order z wczoraj, gdzie jest",
			"nazywam sie Anna Nowak", "czy jest rozmiar m", "sie nie da", "ich paczka doszla a moja nie", "hello, gdzie jest moja paczka", "super", "czy moge zaplacic blikiem", "zapłata kartą", "kurier nie przyjechal",
		},
		"en": {"where is my order", "how much is delivery", "I want to return my shoes", "can I pay by card", "is it in stock?", "what is your return policy", "hello", "when will my parcel arrive", "refund please", "do you ship to Germany"},
		"de": {"wo ist meine bestellung", "wie kann ich die Schuhe zurückgeben", "Wann kommt mein Paket?", "ich möchte umtauschen", "guten Tag, haben Sie das in Größe 40", "Bestellung", "was kostet der Versand nach Deutschland", "kann ich mit karte zahlen"},
		"uk": {"де моє замовлення, чому його ще немає", "як повернути товар", "скільки коштує доставка", "привіт", "чи можна оплатити карткою", "дякую"},
		"ru": {"где мой заказ", "как вернуть товар", "сколько стоит доставка", "спасибо", "здравствуйте, можно вернуть?"},
		"cs": {"kde je moje objednávka", "dobrý den, kdy přijde zboží", "prosím o vrácení peněz", "kolik stojí doprava"},
		"":   {"", "12345", "asdfgh", "xyz qwe", "🙂", "???"},
	} {
		for _, text := range texts {
			if got := language(tokenize(clip(text)), clip(text)); got != want {
				t.Errorf("%q: %q, want %q", text, got, want)
			}
		}
	}
}
