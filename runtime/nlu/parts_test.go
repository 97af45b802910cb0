package nlu

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ile kosztuje dostawa i czy mozna zaplacic blikiem":     "ile kosztuje dostawa i|czy mozna zaplacic blikiem",
		"Ile trwa dostawa? A jak zwrócić buty?":                 "Ile trwa dostawa?|A jak zwrócić buty?",
		"ile kosztuje dostawa i zwrot":                          "ile kosztuje dostawa i zwrot",
		"Dzień dobry. Do kiedy mogę oddać i od kiedy liczycie?": "Dzień dobry.|Do kiedy mogę oddać i|od kiedy liczycie?",
		"":                    "",
		"?!.\n":               "",
		"jak i kiedy zwrócić": "jak i|kiedy zwrócić",
	} {
		parts := sentences(text)
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSeveralQuestions(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	for text, want := range map[string][]string{
		"ile kosztuje dostawa i czy mozna zaplacic blikiem?":      {"d-koszt", "p-blik"},
		"Ile mam czasu na zwrot? Gdzie znajdę fakturę?":           {"r-termin", "f-gdzie"},
		"jaki jest koszt dostawy i ile kosztuje dostawa":          nil, // one question, asked twice
		"dzień dobry, mam pytanie. ile kosztuje dostawa?":         nil,
		"kupiłam buty. są za małe. ile mam czasu na ich zwrot?":   nil,
		"ile kosztuje dostawa? pozdrawiam serdecznie i dziękuję!": nil,
	} {
		u := x.Understand(text, Context{Language: "pl"})
		var got []string
		for _, p := range u.Parts {
			if p.Outcome == Answered {
				got = append(got, p.Entries[0].Entry)
			}
		}
		if !slices.Equal(got, want) || want != nil && u.Outcome != Answered {
			t.Errorf("%q: %s %v, want %v", text, u.Outcome, u.Parts, want)
		}
	}
}
