package flow_test

import (
	"slices"
	"strconv"
	"testing"

	"okienko/runtime/flow"
)

func TestPieces(t *testing.T) {
	t.Parallel()
	plain := func(text string) flow.Piece { return flow.Piece{Text: text} }
	for _, c := range []struct {
		text string
		want []flow.Piece
	}{
		{"", nil},
		{"bez zmiennych", []flow.Piece{plain("bez zmiennych")}},
		{"{{imie}}", []flow.Piece{{Variable: "imie"}}},
		{"Dzień dobry, {{ imię ?? miły kliencie }}.", []flow.Piece{plain("Dzień dobry, "), {Variable: "imię", Fallback: "miły kliencie"}, plain(".")}},
		{"{{a}}{{b}}", []flow.Piece{{Variable: "a"}, {Variable: "b"}}},
		{"{{a ?? {{b}} }}", []flow.Piece{{Variable: "a", Fallback: "{{b"}, plain(" }}")}},
		{"{{otwarte", []flow.Piece{plain("{{otwarte")}},
		{"{{nie nazwa}} {{1a}} {{}} {{ok}}", []flow.Piece{plain("{{nie nazwa}} {{1a}} {{}} "), {Variable: "ok"}}},
		{"{{{a}}}", []flow.Piece{plain("{"), {Variable: "a"}, plain("}")}},
	} {
		if got := flow.Pieces(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDiscloses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Tu automatyczny asystent sklepu.":  true,
		"Jestem botem, zapytaj mnie.":       true,
		"Rozmawiasz z wirtualną asystentką": true,
		"This is our AI assistant.":         true,
		"Dzień dobry, tu Ola.":              false,
		"Robotnicza 5, robota wre":          false,
		"Buty za kostkę (botki)":            false,
		"":                                  false,
	} {
		if got := flow.Discloses(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// The default texts are the same in both languages: the same keys, several variants of what is said more
// than once, nothing twice, only known variables, and nothing longer than an owner's text may be.
func TestDefaultTexts(t *testing.T) {
	t.Parallel()
	pl, en := flow.DefaultTexts("pl"), flow.DefaultTexts("en")
	if len(pl) != len(en) {
		t.Fatalf("%d texts in Polish, %d in English", len(pl), len(en))
	}
	for i := range pl {
		if pl[i].Key != en[i].Key {
			t.Errorf("%s in Polish stands where %s does in English", pl[i].Key, en[i].Key)
		}
		for _, text := range []flow.Text{pl[i], en[i]} {
			wellWritten(t, text)
		}
	}
}

func wellWritten(t *testing.T, text flow.Text) {
	t.Helper()
	button := slices.Contains([]string{"human", "human_foreign", "human_uk", "human_de", "menu", "pass"}, text.Key)
	if !button && len(text.Variants) < 2 {
		t.Errorf("%s would be said twice", text.Key)
	}
	for i, v := range text.Variants {
		if slices.Contains(text.Variants[:i], v) || len(v) > flow.MaxPrompt {
			t.Errorf("%s: %q", text.Key, v)
		}
		for _, p := range flow.Pieces(v) {
			if p.Variable != "" && !slices.Contains(flow.TextVariables(text.Key), p.Variable) {
				t.Errorf("%s reads %s", text.Key, p.Variable)
			}
		}
		if text.Key == "disclosure" && !flow.Discloses(v) {
			t.Errorf("%q does not tell that the bot is one", v)
		}
	}
}

func TestContrast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want string
	}{
		{"#000000", "#ffffff", "21.00"},
		{"#777777", "#ffffff", "4.48"},
		{"#ffffff", "#ffffff", "1.00"},
		{"red", "#ffffff", "0.00"},
		{"#12345g", "#ffffff", "0.00"},
	} {
		if got := hundredths(flow.Contrast(c.a, c.b)); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
	if flow.TextOn("#0b6e8f") != flow.White || flow.TextOn("#ffcc33") != flow.Dark {
		t.Error("text on dark is white, on light dark")
	}
}

func hundredths(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) }
