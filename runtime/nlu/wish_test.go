package nlu

import (
	"testing"

	"okienko/runtime/engine"
)

func TestWishesInManyWays(t *testing.T) {
	t.Parallel()
	for wish, texts := range map[string][]string{
		"human": {
			"chcę rozmawiać z człowiekiem", "konsultant", "poproszę konsultanta", "połącz mnie z konsultantem", "czy mogę porozmawiać z kimś", "jest tam ktoś?", "halo jest tam kto", "człowiek", "dajcie mi człowieka",
			"chce gadac z czlowiekiem", "poproszę kogoś z obsługi", "obsługa klienta", "pracownik sklepu", "chcę pogadać z kimś żywym", "nie chcę gadać z botem", "wolę człowieka", "konsultatn", "prosze o kontakt z konsultantem",
			"dzień dobry, poproszę konsultanta", "czy jest tu jakiś człowiek", "przełącz na konsultanta", "żywa osoba", "prawdziwy człowiek", "human please", "I want to talk to a real person", "agent", "speak to someone", "doradca", "sprzedawca", "chcę z człowiekiem",
		},
		"menu": {
			"menu", "pokaż menu", "menu główne", "wróć do menu", "powrót do menu", "główne menu", "opcje", "pokaż opcje", "jakie masz opcje", "lista tematów", "tematy", "w czym możesz pomóc", "w czym pomagasz", "co potrafisz",
			"co umiesz", "jakie są opcje", "poproszę menu", "main menu", "options", "show options", "topics", "dzień dobry, pokaż menu", "manu", "pokaż tematy", "co możesz", "do menu",
		},
		"back": {
			"wstecz", "cofnij", "cofnij się", "wróć", "powrót", "wracam", "krok wstecz", "poprzednie pytanie", "do poprzedniego pytania", "wróć do poprzedniego", "chcę wrócić", "cofnąć", "cofnac", "wroc", "back", "go back", "previous",
			"prosze wrocic", "mogę się cofnąć", "jeden krok wstecz", "cofnij o jeden", "previous question", "one step back", "wroćmy", "wrócmy do poprzedniego pytania",
		},
		"restart": {
			"od nowa", "zacznij od nowa", "zacznijmy od nowa", "od początku", "od poczatku", "zacznij od początku", "jeszcze raz od początku", "od zera", "restart", "zresetuj", "reset", "start over", "start again", "chcę zacząć od nowa",
			"zaczynamy od nowa", "zacznijmy jeszcze raz od początku", "rozmowa od nowa", "zresetuj rozmowę", "restart rozmowy", "wszystko od nowa", "begin again", "let's start over", "prosze od nowa", "od samego początku", "nowa rozmowa",
		},
		"end": {
			"koniec", "koniec rozmowy", "zakończ", "zakończ rozmowę", "zakończ czat", "do widzenia", "dowidzenia", "żegnam", "na razie", "narazie", "to wszystko", "to tyle", "to wszystko dziękuję", "miłego dnia", "miłego wieczoru", "pa", "papa", "pa pa",
			"bye", "goodbye", "that's all", "end chat", "dziękuję to wszystko", "nie, to wszystko", "już nic", "nic więcej", "to by było na tyle", "dobranoc",
		},
		"thanks": {
			"dziękuję", "dziekuje", "dzięki", "dzieki", "dziękuję bardzo", "wielkie dzięki", "ok dzięki", "dzięki za pomoc", "super dzięki", "dziękuję za odpowiedź", "dzięki wielkie", "bardzo dziękuję", "dzk", "dzieks", "thx", "thanks", "thank you", "thank you very much",
			"ślicznie dziękuję", "serdecznie dziękuję", "dziekuje za informacje", "świetnie, dziękuję", "dzieekuje", "dziękuję ślicznie", "dzięki ci", "dziena", "dziękóweczka",
		},
		"greeting": {
			"dzień dobry", "dzien dobry", "dobry wieczór", "dobry", "cześć", "czesc", "hej", "hejka", "siema", "siemka", "witam", "witajcie", "witam serdecznie", "halo", "elo", "hello", "hi", "hey", "good morning", "dzień dobry wszystkim",
			"cześć wam", "heja", "hejo", "dzien dobry panstwu", "witam was", "good evening", "dzińdobry",
		},
		"yes": {
			"tak", "tak tak", "no", "no tak", "jasne", "no jasne", "oczywiście", "pewnie", "zgoda", "zgadza się", "dokładnie", "owszem", "poprosze", "ok", "okej", "oki", "dobrze", "yes", "yeah", "sure", "tak, poproszę", "tak właśnie", "jak najbardziej", "no pewnie", "spoko", "może być", "okk",
		},
		"no": {
			"nie", "nie dziękuję", "nie, dziękuję", "niekoniecznie", "raczej nie", "nie trzeba", "nie chcę", "nope", "no thanks", "nie o to chodzi", "to nie to", "nie teraz", "absolutnie nie", "w żadnym razie", "nie nie", "jednak nie", "nie, dzięki", "nie potrzebuję",
			"żadne z tych", "ani jedno ani drugie", "żadna z tych opcji", "żadne", "to nie o to", "nic z tego", "nie, nie trzeba", "not really",
		},
		"": {
			"dzień dobry, ile kosztuje dostawa?", "nie dostałem paczki", "zwrot", "szukacie pracowników?", "jak skontaktować się z kurierem", "nie działa kod rabatowy", "tak samo jak ostatnio nie działa płatność", "czy macie menu restauracji",
			"koniec promocji kiedy", "do kiedy trwa koniec wyprzedaży", "witam mam pytanie o zwrot", "hej gdzie moja paczka", "dziękuję za paczkę ale jest uszkodzona", "jak cofnąć zamówienie", "wróciła do was moja paczka", "kto płaci za zwrot",
			"ktoś odebrał moją paczkę", "opcje dostawy", "opcje płatności", "tak, ale gdzie paczka", "nie mogę zapłacić", "numer telefonu do kuriera", "restart routera", "dobry rozmiar", "ok a ile trwa dostawa", "cześć, reklamuję buty", "dzień dobry poproszę fakturę", "back to black", "wstecz czy w przód jeździ ta zabawka",
		},
	} {
		for _, text := range texts {
			if got := wishOf(tokenize(clip(text)), nil); got != wish {
				t.Errorf("%q: wish %q, want %q", text, got, wish)
			}
		}
	}
}

func TestChoicesInManyWays(t *testing.T) {
	t.Parallel()
	choices := []engine.Choice{{ID: "a", Label: "Zwrot lub wymiana"}, {ID: "b", Label: "Gdzie jest paczka?"}, {ID: "c", Label: "Reklamacja"}}
	for id, texts := range map[string][]string{
		"a": {"zwrot", "1", "to pierwsze", "ten pierwszy", "pierwsza opcja", "opcja 1", "nr 1", "jedynka", "a", "wymiana", "poproszę zwrot", "chodzi mi o zwrot", "w sprawie zwrotu", "dzień dobry, zwrot", "pierwsze z góry", "1.", "1)", "biorę pierwsze", "chciałabym zwrot", "zwrot prosze"},
		"b": {"ten drugi", "2", "drugie", "to drugie", "dwójka", "druga opcja poproszę", "numer dwa", "paczka", "b", "gdzie paczka", "wybieram drugą", "druga", "ten środkowy", "hej, drugie"},
		"c": {"3", "trzecia", "ostatnia opcja", "ostatni", "to ostatnie", "reklamacja", "reklmacja", "trójka", "c", "poprosze reklamacje", "na samym dole", "interesuje mnie reklamacja", "trzecie"},
		"":  {"ani jedno ani drugie", "żadne z tych", "4", "0", "nie zwrot", "zwrot i reklamacja", "ile kosztuje zwrot", "drugi raz to samo", "żadna", "coś innego", "oba", "12", "nie to drugie", "inne", "dzień dobry", "ósme", ""},
	} {
		for _, text := range texts {
			if got := choiceOf(tokenize(clip(text)), choices); got != id {
				t.Errorf("%q: choice %q, want %q", text, got, id)
			}
		}
	}
}
