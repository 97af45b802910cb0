package faqfile

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"okienko/runtime/flow"
)

func TestPaste(t *testing.T) {
	t.Parallel()
	two := []flow.Entry{
		{Question: "Ile kosztuje dostawa?", Answer: "Kurier 15 zł.\n- paczkomat 12 zł\n- odbiór 0 zł"},
		{Question: "Jak zwrócić towar?", Answer: "Napisz do nas.\n\nPotem odeślij paczkę."},
	}
	answers := []string{two[0].Answer, two[1].Answer}
	for name, text := range map[string]string{
		"question marks":     "Ile kosztuje dostawa?\n" + answers[0] + "\n\nJak zwrócić towar?\n" + answers[1],
		"no empty lines":     "Ile kosztuje dostawa?\n" + answers[0] + "\nJak zwrócić towar?\n" + answers[1],
		"other bullets":      "Ile kosztuje dostawa?\n" + strings.ReplaceAll(answers[0], "- ", "• ") + "\n\nJak zwrócić towar?\n" + answers[1],
		"CRLF":               strings.ReplaceAll("Ile kosztuje dostawa?\n"+answers[0]+"\n\nJak zwrócić towar?\n"+answers[1], "\n", "\r\n"),
		"Q and A":            "Q: Ile kosztuje dostawa?\nA: " + answers[0] + "\n\nQ: Jak zwrócić towar?\nA: " + answers[1],
		"P and O":            "P: Ile kosztuje dostawa?\nO: " + answers[0] + "\nP: Jak zwrócić towar?\nO: " + answers[1],
		"labels in words":    "**Pytanie 1:** Ile kosztuje dostawa?\n**Odpowiedź:** " + answers[0] + "\n\n**Pytanie 2:** Jak zwrócić towar?\n**Odpowiedź:** " + answers[1],
		"numbers":            "1. Ile kosztuje dostawa?\n" + answers[0] + "\n2. Jak zwrócić towar?\n" + answers[1],
		"Markdown headings":  "## Ile kosztuje dostawa?\n\n" + answers[0] + "\n\n## Jak zwrócić towar?\n" + answers[1],
		"bold lines":         "**Ile kosztuje dostawa?**\n" + answers[0] + "\n\n**Jak zwrócić towar?**\n" + answers[1],
		"HTML headings":      "<h3>Ile kosztuje dostawa?</h3><p>Kurier 15 zł.<ul><li>paczkomat 12 zł</li><li>odbiór 0 zł</li></ul><h3>Jak zwrócić towar?</h3><p>Napisz do nas.</p><p>Potem odeślij paczkę.</p>",
		"HTML terms":         "<dl><dt>Ile kosztuje dostawa?</dt><dd>Kurier 15&nbsp;zł.<ul><li>paczkomat 12 zł<li>odbiór 0 zł</ul></dd><dt>Jak zwrócić towar?</dt><dd><p>Napisz do nas.</p><p>Potem odeślij paczkę.</p></dd></dl>",
		"HTML with scripts":  "<script>alert('a?')</script><details><summary>Ile kosztuje dostawa?</summary>Kurier 15 zł.<li>paczkomat 12 zł<li>odbiór 0 zł</details><details><summary>Jak zwrócić towar?</summary>Napisz do nas.<p>Potem odeślij paczkę.</details>",
		"Windows-1250 bytes": "Ile kosztuje dostawa?\nKurier 15 z\xb3.\n- paczkomat 12 z\xb3\n- odbi\xf3r 0 z\xb3\n\nJak zwr\xf3ci\xe6 towar?\nNapisz do nas.\n\nPotem ode\x9clij paczk\xea.",
	} {
		rows, err := ReadText(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := entries(rows)
		for i := range got {
			got[i].Answer = strings.ReplaceAll(got[i].Answer, "zł.\n\n- ", "zł.\n- ")
		}
		if !reflect.DeepEqual(got, two) || refusals(rows) != nil {
			t.Errorf("%s: refused %v, got\n%+v", name, refusals(rows), got)
		}
	}
}

func TestPasteKeepsEverything(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text     string
		want     []flow.Entry
		refusals []string
	}{
		"text before the first question": {
			"Najczęstsze pytania\n\nIle?\nDwa.", []flow.Entry{{Question: "Ile?", Answer: "Dwa."}}, []string{"1 before"}},
		"a question without an answer": {
			"Ile?\nKto?\nOn.", []flow.Entry{{Question: "Kto?", Answer: "On."}}, []string{"1 no_answer"}},
		"topics above questions": {
			"# Zwroty\n## Ile dni?\n14.\n## Jak?\nTak.\n# Dostawa\n## Kiedy?\nJutro.",
			[]flow.Entry{{Topic: "Zwroty", Question: "Ile dni?", Answer: "14."}, {Topic: "Zwroty", Question: "Jak?", Answer: "Tak."}, {Topic: "Dostawa", Question: "Kiedy?", Answer: "Jutro."}}, nil},
		"a heading over plain questions": {
			"# Zwroty\nIle dni?\n14.\n\nJak?\nTak.", []flow.Entry{{Topic: "Zwroty", Question: "Ile dni?", Answer: "14."}, {Topic: "Zwroty", Question: "Jak?", Answer: "Tak."}}, nil},
		"paragraphs without question marks": {
			"Koszt dostawy\nKurier 15 zł.\n\nCzas dostawy\nDwa dni.", []flow.Entry{{Question: "Koszt dostawy", Answer: "Kurier 15 zł."}, {Question: "Czas dostawy", Answer: "Dwa dni."}}, nil},
		"single lines in turn": {
			"Koszt dostawy\n\nKurier 15 zł.\n\nCzas dostawy\n\nDwa dni.", []flow.Entry{{Question: "Koszt dostawy", Answer: "Kurier 15 zł."}, {Question: "Czas dostawy", Answer: "Dwa dni."}}, nil},
		"numbered without question marks": {
			"1. Koszt dostawy\nKurier.\n2. Czas dostawy\nDwa dni.", []flow.Entry{{Question: "Koszt dostawy", Answer: "Kurier."}, {Question: "Czas dostawy", Answer: "Dwa dni."}}, nil},
		"steps in an answer": {
			"Jak zwrócić?\n1. Napisz.\n2. Odeślij.", []flow.Entry{{Question: "Jak zwrócić?", Answer: "1. Napisz.\n2. Odeślij."}}, nil},
		"links and bold in HTML": {
			`<h2>Jak?</h2><p>Zobacz <a href="https://sklep.pl/r">regulamin</a> i <b>napisz</b>.<a href="javascript:alert(1)">x</a></p>`,
			[]flow.Entry{{Question: "Jak?", Answer: "Zobacz [regulamin](https://sklep.pl/r) i **napisz**.x"}}, nil},
	} {
		rows, err := ReadText(c.text)
		if err != nil || !reflect.DeepEqual(entries(rows), c.want) || !reflect.DeepEqual(refusals(rows), c.refusals) {
			t.Errorf("%s: %v, refused %v, got\n%+v", name, err, refusals(rows), entries(rows))
		}
	}
}

func seeds(f *testing.F, texts ...string) {
	for _, text := range append(texts, "", "\xff\xfe\x00", "a;b\n\"c;d", "pytanie;odpowiedź\nIle?;Dwa", "{\"question\":1}", "Q: a\nA: b", "<h1>a?</h1>b", "sep=;\n", "[{},{}", "\ufeff") {
		f.Add([]byte(text))
	}
}

// sound is what must hold for any input: valid text, lines that exist, good entries within limits.
func sound(t *testing.T, data []byte, rows []Row, err error) {
	t.Helper()
	if err != nil {
		return
	}
	for _, row := range rows {
		if row.Line < 1 || row.Refusal == nil && check(row.Entry) != nil {
			t.Fatalf("%q: unsound row %+v", data, row)
		}
		if row.Refusal == nil && !utf8.ValidString(row.Entry.Question+row.Entry.Answer) {
			t.Fatalf("%q: broken text %+v", data, row)
		}
	}
	plan := Preview(rows, nil)
	if len(plan.Added)+len(plan.Refused) != len(rows) {
		t.Fatalf("%q: %d rows became %d and %d", data, len(rows), len(plan.Added), len(plan.Refused))
	}
}

func FuzzCSV(f *testing.F) {
	seeds(f, "a|b|c\n", "Ile?;\"Dwa\n\nTrzy\";x\r\n")
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := csvRows(decode(data))
		sound(t, data, rows, err)
	})
}

func FuzzJSONLines(f *testing.F) {
	seeds(f, "[1,2]", "{\"question\":\"a\",\"answer\":\"b\",\"id\":\"c\"}")
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := jsonLines(decode(data))
		sound(t, data, rows, err)
	})
}

func FuzzPaste(f *testing.F) {
	seeds(f, "# a\n## b\nc", "1. a\nb\n2. c\nd", "**a**\nb\n\nc")
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := ReadText(string(data))
		sound(t, data, rows, err)
	})
}
