package nlu

import (
	"strings"
	"testing"
)

func TestMoodsInManyWords(t *testing.T) {
	t.Parallel()
	for mood, texts := range map[string][]string{
		"angry": {
			"GDZIE JEST MOJA PACZKA", "to jakaś kpina", "jesteście oszustami", "oszukaliście mnie", "to skandal, czekam od tygodnia", "co za złodzieje", "wkurzacie mnie",
			"k***a gdzie paczka", "no k*rwa", "ch*j mnie obchodzi", "kur** mać", "w dupie mam wasz sklep", "zgłaszam sprawę do UOKiK", "idę z tym na policję", "głupi bot",
			"żenada", "banda oszustów", "bezczelność", "totalne dno", "nabijacie się ze mnie", "this is ridiculous", "f**k", "najgorszy sklep", "😡", "ODDAJCIE MI PIENIĄDZE NATYCHMIAST",
		},
		"frustrated": {
			"to już trzeci raz", "ile można czekać", "nikt nie odpisuje", "nikt nie odpowiada na maile", "nadal nie dostałam paczki", "wciąż nic", "czekam i czekam", "mam dość",
			"piszę i cisza", "znowu nie działa koszyk", "co to jest???", "halo!!", "po raz kolejny pytam o zwrot", "nic nie rozumiesz", "nie o to pytam", "w kółko to samo", "zero kontaktu",
			"ile jeszcze mam czekać", "ręce opadają", "tracę cierpliwość", "to jakiś żart", "jestem bardzo rozczarowana obsługą", "still waiting for my order", "nic nie działa", "🙄",
		},
		"": {
			"dzień dobry, kiedy będzie paczka?", "Dziękuję!!! super obsługa", "czy ten produkt jest nadal dostępny?", "mam głupie pytanie o rozmiar", "czy torba ma twarde dno?",
			"samochód policyjny dla dzieci", "Lego Policja", "NIKE AIR MAX 90", "RODO", "InPost", "ADIDAS ORIGINALS SUPERSTAR 38", "DZIEŃ DOBRY PROSZĘ O KONTAKT W SPRAWIE ZWROTU",
			"perfumy Scandal", "książka Idiota Dostojewskiego", "krem do pupy", "grzyby shitake", "kupuję u was już trzeci raz, super", "ile kosztuje dostawa??", "czy znowu będą w sprzedaży",
			"ocena 5*", "kod *123#", "hasło Abc*12", "czy nie ma innych kolorów", "nie mogę się zalogować", "paczka jeszcze nie przyszła", "buty w rozmiarze 3* sztuki", "a*b", "poproszę fakturę!", "ok!",
			"kurtka zimowa", "kurier", "czy można płacić gotówką kurierowi", "kurkuma", "dupleks", "cholesterol", "świetnie!!!", "hurra!!", "skandynawski styl",
		},
	} {
		for _, text := range texts {
			got := moods(clip(text), tokenize(clip(text)), "")
			if mood == "" && len(got) > 0 || mood != "" && !strings.Contains(strings.Join(got, " "), mood) {
				t.Errorf("%q: %v, want %q", text, got, mood)
			}
		}
	}
}

func TestSayingTheSameAgain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		before, now string
		want        bool
	}{
		{"gdzie moja paczka", "gdzie moja paczka", true},
		{"gdzie moja paczka", "Gdzie moja paczka??", true},
		{"gdzie moja paczka", "halo pytam gdzie moja pczka", true},
		{"reklamacja", "reklamacja", true},
		{"ile kosztuje dostawa", "ile kosztuje zwrot", false},
		{"macie buty w rozmiarze 40", "macie buty w rozmiarze 41", false},
		{"tak", "tak", false},
		{"2", "2", false},
		{"", "gdzie moja paczka", false},
		{"gdzie moja paczka", "", false},
		{"dzień dobry", "dzień dobry", false},
	} {
		if got := again(tokenize(clip(c.now)), c.before); got != c.want {
			t.Errorf("%q after %q: %t", c.now, c.before, got)
		}
	}
}
