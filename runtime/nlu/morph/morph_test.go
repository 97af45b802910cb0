package morph

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestLemmas(t *testing.T) {
	t.Parallel()
	for word, want := range map[string][]string{
		"paczkę": {"paczka"}, "paczke": {"paczka"}, "pieniedzy": {"pieniadz"}, "zwróciłam": {"zwrocic"}, "mam": {"mama", "mamic", "miec"},
		"najlepsza": {"dobry"}, "krakowie": {"krak", "krakow"}, "blikiem": {"blik"}, "paczkomatu": nil, "": nil, "x": nil, "żżż": nil,
		strings.Repeat("a", 500): nil, "\xff": nil,
	} {
		if got := Lemmas(word); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	t.Parallel()
	for typed, lemma := range map[string]string{
		"pczka": "paczka", "zwrott": "zwrot", "przeslyka": "przesylka", "reklamcaja": "reklamacja", "dostwaa": "dostawa", "zamownienie": "zamowienie",
	} {
		near := Near(typed, 2, func(l string) bool { return l == lemma })
		if len(near) == 0 || !reflect.DeepEqual(near[0].Lemmas, []string{lemma}) {
			t.Errorf("%q: %v, want %s", typed, near, lemma)
		}
	}
	if near := Near("kot", 2, func(string) bool { return true }); near != nil {
		t.Errorf("a word of three letters was repaired: %v", near)
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for pair, want := range map[[2]string]float64{
		{"paczka", "paczka"}: 0, {"pczka", "paczka"}: 1, {"paczak", "paczka"}: 0.7, {"pacczka", "paczka"}: 0.6, {"lasso", "laso"}: 0.6,
		{"psczka", "paczka"}: 0.7, {"pqczka", "pyczka"}: 1, {"", "a"}: 1,
	} {
		if got, ok := Distance(pair[0], pair[1], 2); !ok || got != want {
			t.Errorf("%v: %v %v, want %v", pair, got, ok, want)
		}
	}
	if _, ok := Distance("dostawa", "reklamacja", 2); ok {
		t.Error("dostawa is not near reklamacja")
	}
}

func TestCommonness(t *testing.T) {
	t.Parallel()
	if nie, zwrot := Commonness("nie"), Commonness("zwrot"); nie < 0.9 || zwrot > 0.2 {
		t.Errorf("nie %v, zwrot %v", nie, zwrot)
	}
	for _, word := range []string{"", "~", "a", "zzzz", "\xff"} {
		if got := Commonness(word); got < 0 || got > 1 {
			t.Errorf("%q: %v", word, got)
		}
	}
	if !slices.IsSorted(strings.Split(strings.TrimSpace(common), "\n")) {
		t.Error("common.txt must be sorted")
	}
}

func TestDamagedDictionaryIsRefused(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "\\fsa", "\\fsa\xc6\x00", "\\fsa\xc6\x00\x07\xffab", "\\fsa\x05\x00\x07\x00ab"} {
		if _, err := newAutomaton([]byte(data)); err == nil {
			t.Errorf("%q was taken for an automaton", data)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, word := range []string{"paczka", "ą", "zamownienie", "\xff\xfe", "A;B", strings.Repeat("ż", 30)} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, lemma := range Lemmas(word) {
			if lemma != Fold(lemma) {
				t.Errorf("%q: lemma %q is not folded", word, lemma)
			}
		}
		Near(Fold(word), 2, func(string) bool { return true })
		Commonness(word)
	})
}

func BenchmarkLemmas(b *testing.B) {
	for b.Loop() {
		Lemmas("pieniedzy")
	}
}

func BenchmarkNear(b *testing.B) {
	for _, word := range []string{"pczka", "zwrott", "zamownienie", "qwertyuiopas"} {
		b.Run(word, func(b *testing.B) {
			for b.Loop() {
				Near(word, 2, func(lemma string) bool { return lemma == "paczka" || lemma == "zwrot" || lemma == "zamowienie" })
			}
		})
	}
}
