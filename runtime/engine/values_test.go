package engine

import "testing"

func TestReadNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, language, want string
	}{
		{"12", "pl", "12"},
		{"1 234,50", "pl", "1234.5"},
		{"1\u00a0234,50", "pl", "1234.5"},
		{"1\u202f234", "pl", "1234"},
		{"1.234,50", "pl", "1234.5"},
		{"1,234.50", "pl", "1234.5"},
		{"1234.5", "pl", "1234.5"},
		{"0.125", "pl", "0.125"},
		{"1.234", "pl", "1234"},
		{"1.234", "en", "1.234"},
		{"1,234", "en", "1234"},
		{"1,234", "pl", "1.234"},
		{"1.234.567", "pl", "1234567"},
		{"-5", "pl", "-5"},
		{"−5,5", "pl", "-5.5"},
		{"-0", "pl", "0"},
		{"0,1234567", "pl", "0.123457"},
		{"około 12 sztuk", "pl", "12"},
		{"za 1 234,50 zł.", "pl", "1234.5"},
		{"od 2 do 3", "pl", ""},
		{"1e9", "pl", ""},
		{"NaN", "pl", ""},
		{"0x1F", "pl", ""},
		{"", "pl", ""},
		{"dwa", "pl", ""},
		{"1,2,3", "pl", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			got := ""
			if n, ok := (Input{Text: c.text}).number(c.language); ok {
				got = writeNumber(n)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFormatNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kept, language, want string }{
		{"1234567.5", "pl", "1\u00a0234\u00a0567,5"},
		{"1234567.5", "en", "1,234,567.5"},
		{"-999", "pl", "-999"},
		{"-1000", "pl", "-1\u00a0000"},
		{"brak", "pl", "brak"},
		{"", "pl", ""},
	} {
		if got := formatNumber(c.kept, c.language); got != c.want {
			t.Errorf("%s: got %q, want %q", c.kept, got, c.want)
		}
	}
}

func TestEmail(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"anna@poczta.pl", "anna@poczta.pl"},
		{"Anna.Nowak+sklep@POCZTA.PL", "Anna.Nowak+sklep@poczta.pl"},
		{"piszcie na anna@poczta.pl, dziękuję", "anna@poczta.pl"},
		{"<anna@poczta.pl>", "anna@poczta.pl"},
		{"mailto:anna@poczta.pl", "anna@poczta.pl"},
		{"anna@poczta", ""},
		{"anna@poczta.p", ""},
		{"anna@poczta..pl", ""},
		{"anna@-poczta.pl", ""},
		{"anna@poczta.123", ""},
		{"@poczta.pl", ""},
		{"anna@", ""},
		{"anna małpa poczta.pl", ""},
		{"\"anna nowak\"@poczta.pl", ""},
		{"", ""},
	} {
		if got := (Input{Text: c.text}).email(); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPhone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, country, want string }{
		{"600 700 800", "", "+48600700800"},
		{"600-700-800", "", "+48600700800"},
		{"+48 600 700 800", "DE", "+48600700800"},
		{"0048600700800", "", "+48600700800"},
		{"tel. 22 123 45 67", "", "+48221234567"},
		{"030 123456", "DE", "+4930123456"},
		{"123", "", ""},
		{"000 000 000", "", ""},
		{"zadzwoń", "", ""},
		{"", "", ""},
	} {
		if got := (Input{Text: c.text}).phone(c.country); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
