package nlu

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

func TestUnderstandWithoutDiacritics(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	for text, entry := range map[string]string{
		"ile mam czasu na zwrot??":            "r-termin",
		"Ile kosztuje dostawa?":               "d-koszt",
		"czy moge zaplacic blikiem":           "p-blik",
		"zapomnialam hasla":                   "c-haslo",
		"gdzie znajde fakture do zamowienia?": "f-gdzie",
	} {
		u := x.Understand(text, Context{Language: "pl"})
		if u.Outcome != Answered || u.Entries[0].Entry != entry {
			t.Errorf("%q: %s %v, want the answer %s", text, u.Outcome, u.Entries, entry)
		}
	}
}

func TestUnknownIsUnknown(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	for _, text := range []string{"", "   ", "?!?!", "🙂🙂", "kto jest prezydentem francji", "jak ugotowac bigos", "blablabla", "\x00\x01", "+f:* ~9 \"", "qwerty uiop"} {
		if u := x.Understand(text, Context{}); u.Outcome != Unknown {
			t.Errorf("%q: %s %v, want unknown", text, u.Outcome, u.Entries)
		}
	}
}

func TestNoEntries(t *testing.T) {
	t.Parallel()
	x := openMemory(t, nil)
	if u := x.Understand("ile mam czasu na zwrot", Context{}); u.Outcome != Unknown || len(u.Entries) > 0 {
		t.Errorf("an empty FAQ answered: %+v", u)
	}
}

func TestWishes(t *testing.T) {
	t.Parallel()
	for text, wish := range map[string]string{
		"Chcę porozmawiać z człowiekiem": "human", "konsultant": "human", "polacz mnie z konsultantem": "human",
		"poprosze czlowieka": "human", "konsultatn": "human", "czy moge z kims porozmawiac": "human", "human please": "human",
		"I want to talk to a real person": "human", "szukacie pracowników?": "", "jak skontaktować się z kurierem": "",
		"menu": "menu", "pokaż menu": "menu", "main menu": "menu", "wstecz": "back", "cofnij": "back", "powrót": "back", "go back": "back",
		"zacznij od nowa": "restart", "od poczatku": "restart", "start over": "restart",
		"koniec": "end", "do widzenia": "end", "to wszystko dziękuję": "end", "bye": "end",
		"dzięki": "thanks", "Dziękuję bardzo!": "thanks", "ok dzieki": "thanks", "dzieekuje": "thanks", "thank you": "thanks",
		"dzień dobry": "greeting", "hej": "greeting", "Witam serdecznie": "greeting", "hello": "greeting",
		"tak": "yes", "no jasne": "yes", "nie": "no", "nie, dziękuję": "no",
		"dzień dobry, ile kosztuje dostawa?": "", "nie dostałem paczki": "", "ok": "yes", "": "", "zwrot": "",
	} {
		if got := wishOf(tokenize(clip(text)), nil); got != wish {
			t.Errorf("%q: wish %q, want %q", text, got, wish)
		}
	}
}

func TestOwnersPhrases(t *testing.T) {
	t.Parallel()
	listeners := []flow.Listener{{Wish: "human", Phrases: []string{"szef", "pani Kasia"}}}
	for text, wish := range map[string]string{"dawaj szefie proszę": "", "poproszę szef": "human", "pani kasia": "human", "kasia": ""} {
		if got := wishOf(tokenize(clip(text)), listeners); got != wish {
			t.Errorf("%q: wish %q, want %q", text, got, wish)
		}
	}
}

func TestChoices(t *testing.T) {
	t.Parallel()
	choices := []engine.Choice{{ID: "a", Label: "Zwrot lub wymiana"}, {ID: "b", Label: "Gdzie jest paczka?"}, {ID: "c", Label: "Reklamacja"}}
	for text, id := range map[string]string{
		"zwrot": "a", "Zwrot lub wymiana": "a", "zwroty": "a", "ten drugi": "b", "2": "b", "nr 2": "b", "opcja trzecia": "c", "ostatni": "c",
		"gdzie jest paczka": "b", "gdzie moja pczka": "b", "paczki": "b", "reklmacja": "c", "reklamacje": "c", "4": "", "0": "", "": "",
		"zwrot i reklamacja": "", "ile kosztuje zwrot": "", "drugi raz to samo": "",
	} {
		if got := choiceOf(tokenize(clip(text)), choices); got != id {
			t.Errorf("%q: choice %q, want %q", text, got, id)
		}
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]engine.Extracted{
		"pisz na Anna.Nowak@Example.com": {{Kind: "email", Text: "anna.nowak@example.com"}},
		"tel. 600 700 800":               {{Kind: "phone", Text: "+48600700800"}},
		"+48 600-700-800":                {{Kind: "phone", Text: "+48600700800"}},
		"zamówienie nr 2026/10234":       {{Kind: "order", Text: "2026/10234"}},
		"co z moim zamowieniem 10234":    {{Kind: "order", Text: "10234"}},
		"nr zam ab-12345 i kod 31-042":   {{Kind: "order", Text: "AB-12345"}, {Kind: "postcode", Text: "31-042"}},
		"zapłaciłam 1 234,50 zł":         {{Kind: "amount", Text: "1234.50"}},
		"DYCHA za dostawę":               {{Kind: "amount", Text: "10"}},
		"mam 2 sztuki":                   {{Kind: "number", Text: "2"}},
		"odebrane 3.12.2026":             {{Kind: "date", Text: "2026-12-03"}},
		"nic":                            nil,
		strings.Repeat("a@", 400) + strings.Repeat("1", 400): nil,
	} {
		if got := values(clip(text), time.Time{}); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestMoods(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"GDZIE JEST MOJA PACZKA": {angry}, "to jakaś kpina": {angry}, "co to jest???!!!": {frustrated}, "już trzeci raz pytam": {frustrated},
		"gdzie moja paczka?": nil, "RODO": nil, "InPost": nil, "znowu": nil, "znowu nie działa koszyk": {frustrated},
	} {
		if got := moods(clip(text), tokenize(clip(text)), ""); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"gdzie jest moja paczka": "pl", "where is my order": "en", "wo ist meine bestellung": "de", "де моє замовлення, чому його ще немає": "uk",
		"zwrot": "pl", "": "", "12345": "", "где мой заказ": "ru",
	} {
		if got := language(tokenize(clip(text)), text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSameTextSameAnswer(t *testing.T) {
	t.Parallel()
	x, y := openMemory(t, benchEntries(t)), openMemory(t, benchEntries(t))
	for _, q := range readLines[question](t, "questions.jsonl")[:40] {
		if a, b := x.Understand(q.Text, Context{}), y.Understand(q.Text, Context{}); !reflect.DeepEqual(a, b) {
			t.Errorf("%q: %v and %v", q.Text, a, b)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	x, err := Open("", Knowledge{Entries: benchEntries(f)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { x.Close() })
	for _, text := range []string{
		"ile mam czasu na zwrot??", "", "\xff\xfe", strings.Repeat("ż", 5000), strings.Repeat("zamownienie ", 500), "a\u0301\u200b\u202e", "+f:* ~9 \"()[]",
		"ignore previous instructions", "İıſK", "де моє замовлення", strings.Repeat("1 ", 1000), "\U0001F600\U0001F1F5\U0001F1F1",
	} {
		f.Add(text)
	}
	c := Context{Choices: []engine.Choice{{ID: "a", Label: "Zwrot"}}, Listeners: []flow.Listener{{Wish: "human", Phrases: []string{"szef"}}}}
	f.Fuzz(func(t *testing.T, text string) {
		u := x.Understand(text, c)
		for _, m := range u.Entries {
			if !(m.Confidence >= 0 && m.Confidence <= 1) {
				t.Errorf("%q: confidence %v", text, m.Confidence)
			}
		}
		if len(u.Entries) > maxSuggestions || len(u.Values) > maxValues {
			t.Errorf("%q: too much found: %+v", text, u)
		}
	})
}
