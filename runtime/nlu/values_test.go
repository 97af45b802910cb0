package nlu

import (
	"slices"
	"strings"
	"testing"

	"okienko/runtime/engine"
)

func TestValuesOfEveryKind(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"zapłaciłam dwie stówy":                    "amount 200",
		"dwie stowy i pol":                         "amount 200",
		"kosztowało stówę":                         "amount 100",
		"pół tysiąca złotych":                      "amount 500",
		"pięć dych":                                "amount 50",
		"sto dwadzieścia złotych":                  "amount 120",
		"2 tys. zł":                                "amount 2000",
		"dwa tysiące trzysta zł":                   "amount 2300",
		"1.299,00 zł":                              "amount 1299.00",
		"99zl":                                     "amount 99",
		"20 euro":                                  "amount 20 EUR",
		"15 $":                                     "amount 15 USD",
		"sto lat":                                  "",
		"numer zamówienia to 12345":                "order 12345",
		"nr zamówienia: 2026/10/234":               "order 2026/10/234",
		"zamówienie o numerze ABC-778812":          "order ABC-778812",
		"zam. 778812":                              "order 778812",
		"order no. 55123":                          "order 55123",
		"#A1023":                                   "order A1023",
		"zamówienie z 3.12.2026":                   "date 2026-12-03",
		"zamówienie 2026-12-03":                    "date 2026-12-03",
		"zamówienie nr 10234 z 3 grudnia":          "order 10234, date 2026-12-03",
		"zamowilam 3.12 nr 10234":                  "order 10234, date 2026-12-03",
		"tel 600700800":                            "phone +48600700800",
		"600-700-800":                              "phone +48600700800",
		"(+48) 600 700 800":                        "phone +48600700800",
		"0048600700800":                            "phone +48600700800",
		"22 345 67 89":                             "phone +48223456789",
		"+380 67 123 45 67":                        "phone +380671234567",
		"kod pocztowy 31042":                       "postcode 31-042",
		"00-950 Warszawa":                          "postcode 00-950",
		"jan.kowalski+sklep@poczta.onet.pl, jutro": "email jan.kowalski+sklep@poczta.onet.pl, date 2026-11-23",
		"mam 2 sztuki po 19,99 zł":                 "amount 19.99, number 2",
		"za 2 godziny":                             "number 2",
		"paragon 3/4":                              "number 3, number 4",
	} {
		if got := listed(values(clip(text), aSunday)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func listed(found []engine.Extracted) string {
	list := make([]string, len(found))
	for i, v := range found {
		list[i] = v.Kind + " " + v.Text
	}
	return strings.Join(slices.Compact(list), ", ")
}
