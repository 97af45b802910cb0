package faqfile

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// entries are those of rows that were not refused.
func entries(rows []Row) (list []flow.Entry) {
	for _, row := range rows {
		if row.Refusal == nil {
			list = append(list, row.Entry)
		}
	}
	return list
}

// refusals are "line key" of the refused rows.
func refusals(rows []Row) (list []string) {
	for _, row := range rows {
		if row.Refusal != nil {
			list = append(list, fmt.Sprint(row.Line, " ", strings.TrimPrefix(row.Refusal.Key, "faqfile.refused.")))
		}
	}
	return list
}

func mustRead(t *testing.T, data string) []Row {
	t.Helper()
	rows, err := Read([]byte(data))
	if err != nil {
		t.Fatalf("%q: %v", data, err)
	}
	return rows
}

var pair = []flow.Entry{
	{Question: "Ile kosztuje dostawa?", Answer: "Paczkomat 12,99 zł; kurier 15,99 zł.", Topic: "dostawa"},
	{Question: "Gdzie jest mój zwrot, źrebię?", Answer: "Linia pierwsza\n\n- punkt \"a\"\n- punkt b"},
}

// table writes the entries as a spreadsheet would.
func table(t *testing.T, separator rune, header []string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = separator, true
	if header != nil {
		if err := w.Write(header); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range pair {
		if err := w.Write([]string{e.Question, e.Answer, e.Topic}); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.String()
}

func inUTF16(text string, bigEndian, mark bool) []byte {
	units := utf16.Encode([]rune(text))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	var b []byte
	for _, u := range units {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestSpreadsheets(t *testing.T) {
	t.Parallel()
	encodings := map[string]func(string) []byte{
		"UTF-8":                func(s string) []byte { return []byte(s) },
		"UTF-8 with mark":      func(s string) []byte { return []byte("\ufeff" + s) },
		"UTF-16LE with mark":   func(s string) []byte { return inUTF16(s, false, true) },
		"UTF-16BE with mark":   func(s string) []byte { return inUTF16(s, true, true) },
		"UTF-16LE":             func(s string) []byte { return inUTF16(s, false, false) },
		"Windows-1250":         func(s string) []byte { b, _ := charmap.Windows1250.NewEncoder().Bytes([]byte(s)); return b },
		"ISO 8859-2":           func(s string) []byte { b, _ := charmap.ISO8859_2.NewEncoder().Bytes([]byte(s)); return b },
		"Excel's sep line":     func(s string) []byte { return []byte("sep=" + separatorName(s) + "\r\n" + s) },
		"lines ended by LF":    func(s string) []byte { return []byte(strings.ReplaceAll(s, "\r\n", "\n")) },
		"without the last end": func(s string) []byte { return []byte(strings.TrimRight(s, "\r\n")) },
	}
	for name, encode := range encodings {
		for _, separator := range []rune{';', ',', '\t', '|'} {
			for _, header := range [][]string{nil, {"Pytanie", "Odpowiedź", "Temat"}, {"QUESTION", "answer", "Category"}} {
				rows, err := Read(encode(table(t, separator, header)))
				if err != nil || !reflect.DeepEqual(entries(rows), pair) {
					t.Errorf("%s, %q, %v: %v %+v", name, separator, header, err, rows)
				}
			}
		}
	}
}

func separatorName(text string) string {
	_, separator := separatorOf(text)
	return string(separator)
}

func TestColumnsInAnyOrder(t *testing.T) {
	t.Parallel()
	rows := mustRead(t, "Temat;Inne sformułowania;Odpowiedź;ID;Pytanie;Sformułowanie 2;Uwagi\n"+
		"zwroty;\"Termin zwrotu|Do kiedy zwrot\";14 dni.;r-1;Ile mam dni na zwrot?;ile na zwrot;moje\n")
	want := []flow.Entry{{ID: "r-1", Topic: "zwroty", Question: "Ile mam dni na zwrot?", Phrases: []string{"Termin zwrotu", "Do kiedy zwrot", "ile na zwrot"}, Answer: "14 dni."}}
	if got := entries(rows); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if rows[0].Line != 2 {
		t.Errorf("line %d", rows[0].Line)
	}
}

func TestBadRowsAreRefusedAndOthersKept(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", flow.MaxQuery+1)
	rows := mustRead(t, "pytanie;odpowiedź;id\n"+
		"Dobre?;Tak.;\n"+ // 2
		";Bez pytania.;\n"+
		"Bez odpowiedzi?;;\n"+
		";;\n"+ // left out: nothing was meant
		"dobre;Drugi raz.;\n"+ // 6
		"???;Same znaki.;\n"+
		long+"?;Za długie.;\n"+
		"Zły id?;Tak.;ąę\n"+
		"Id pierwszy?;Tak.;x\n"+
		"Id drugi?;Tak.;x\n"+ // 11
		"Uszkodzone \ufffd?;Tak.;\n"+
		"Też dobre?;Tak.;\n")
	if got := len(entries(rows)); got != 3 {
		t.Errorf("%d rows are good, want 3", got)
	}
	want := []string{"3 no_question", "4 no_answer", "6 repeated", "7 no_letters", "8 long_question", "9 id", "11 repeated_id", "12 encoding"}
	if got := refusals(rows); !reflect.DeepEqual(got, want) {
		t.Errorf("refused %v, want %v", got, want)
	}
}

func TestBrokenEncodingIsToldByRow(t *testing.T) {
	t.Parallel()
	rows := mustRead(t, "pytanie;odpowiedź\nZażółć gęślą jaźń?;Tak, źdźbło.\nPopsute \xb9\xea?;Tak.\nCałe?;Też.\n")
	if got := refusals(rows); !reflect.DeepEqual(got, []string{"3 encoding"}) || len(entries(rows)) != 2 {
		t.Errorf("refused %v of %+v", got, rows)
	}
}

func TestWholeFileTroubles(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data, key string
	}{
		"empty":           {"", "faqfile.empty"},
		"only spaces":     {" \n\t ", "faqfile.empty"},
		"a workbook":      {"PK\x03\x04xl/workbook.xml", "faqfile.binary"},
		"no answers":      {"pytanie;temat\nIle?;x\n", "faqfile.columns"},
		"only a header":   {"pytanie;odpowiedź\n", "faqfile.nothing"},
		"too many rows":   {strings.Repeat("a;b\n", MaxRows+1), "faqfile.too_many"},
		"too many bytes":  {strings.Repeat("a", MaxBytes+1), "faqfile.too_large"},
		"empty JSON list": {"[]", "faqfile.nothing"},
	} {
		if _, err := Read([]byte(c.data)); fault.Of(err).Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
}

func TestTenThousandRows(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range MaxRows {
		fmt.Fprintf(&b, "Pytanie numer %d?;Odpowiedź %d.;temat\n", i, i)
	}
	if rows := mustRead(t, b.String()); len(entries(rows)) != MaxRows {
		t.Errorf("%d rows are good", len(entries(rows)))
	}
}

func TestJSONLines(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../runtime/nlu/testdata/faq-bench/faq.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	rows := mustRead(t, string(data))
	if len(rows) != 111 || refusals(rows) != nil || rows[0].Entry.ID != "d-koszt" || len(rows[0].Entry.Phrases) != 2 || rows[0].Entry.Topic != "dostawa" {
		t.Errorf("%d rows, refused %v, first %+v", len(rows), refusals(rows), rows[0])
	}
	bad := mustRead(t, "{\"question\":\"Ile?\",\"answer\":\"Dwa\"}\n\n{\"question\": 7}\n{broken\n{\"question\":\"Co?\",\"answer\":\"To\",\"alternatives\":\"x\"}\n\"tekst\"\n")
	if got := refusals(bad); !reflect.DeepEqual(got, []string{"3 json_type", "4 json", "5 json_type", "6 json"}) {
		t.Errorf("refused %v", got)
	}
	list := mustRead(t, "[\n {\"question\":\"Ile?\",\"answer\":\"Dwa\"},\n {\"question\":\"Kto?\",\"answer\":\"On\"}\n]")
	if len(entries(list)) != 2 || list[1].Line != 3 {
		t.Errorf("list: %+v", list)
	}
}

func TestPreview(t *testing.T) {
	t.Parallel()
	existing := []flow.Entry{
		{ID: "a", Question: "Ile kosztuje dostawa?", Phrases: []string{"cena"}, Answer: "10 zł", Topic: "dostawa"},
		{ID: "b", Question: "Jak zwrócić?", Answer: "Tak."},
		{ID: "c", Question: "Gdzie?", Answer: "Tu."},
	}
	rows := []Row{
		{Line: 1, Entry: flow.Entry{Question: "ile kosztuje DOSTAWA", Answer: "12 zł"}},
		{Line: 2, Entry: flow.Entry{ID: "b", Question: "Jak oddać?", Answer: "Tak.", Topic: "zwroty"}},
		{Line: 3, Entry: flow.Entry{Question: "Gdzie?", Answer: "Tu."}},
		{Line: 4, Entry: flow.Entry{Question: "Nowe?", Answer: "Tak."}},
		{Line: 5, Entry: flow.Entry{Question: "Jak zwrócić?", Answer: "Inaczej."}},
		{Line: 6, Refusal: refuse("faqfile.refused.empty")},
	}
	plan := Preview(rows, existing)
	if len(plan.Added) != 1 || !strings.HasPrefix(plan.Added[0].Entry.ID, "q-") {
		t.Errorf("added %+v", plan.Added)
	}
	if len(plan.Same) != 1 || plan.Same[0].Entry.ID != "c" {
		t.Errorf("same %+v", plan.Same)
	}
	if got := refusals(plan.Refused); !reflect.DeepEqual(got, []string{"5 repeated", "6 empty"}) {
		t.Errorf("refused %v", got)
	}
	want := []Change{
		{Row{Line: 1, Entry: flow.Entry{ID: "a", Question: "ile kosztuje DOSTAWA", Phrases: []string{"cena"}, Answer: "12 zł", Topic: "dostawa"}}, existing[0], []string{"faqfile.field.question", "faqfile.field.answer"}},
		{Row{Line: 2, Entry: flow.Entry{ID: "b", Question: "Jak oddać?", Answer: "Tak.", Topic: "zwroty"}}, existing[1], []string{"faqfile.field.question", "faqfile.field.topic"}},
	}
	if !reflect.DeepEqual(plan.Changed, want) {
		t.Errorf("changed %+v", plan.Changed)
	}
	if again := Preview(rows, existing); !reflect.DeepEqual(again, plan) {
		t.Error("a second preview differs")
	}
}

func TestExportComesBack(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, e := range pair {
		e.ID = "id-" + e.Topic
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
	}
	rows := mustRead(t, b.String())
	if plan := Preview(rows, entries(rows)); len(plan.Same) != 2 || len(plan.Added)+len(plan.Changed)+len(plan.Refused) != 0 {
		t.Errorf("%+v", plan)
	}
}
