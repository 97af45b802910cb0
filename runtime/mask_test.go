package runtime

import "testing"

func TestPersonalDataIsMasked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"gdzie paczka 123456789012?", "gdzie paczka [numer]?"},
		{"mój mail to Jan.Żuk+a@poczta.example.pl, piszcie", "mój mail to [e-mail], piszcie"},
		{"zadzwońcie: 601 202 303", "zadzwońcie: [telefon]"},
		{"tel. +48 601-202-303 proszę", "tel. [telefon] proszę"},
		{"zamówienie ZAM-20241/7 nie doszło", "zamówienie [numer] nie doszło"},
		{"konto PL61 1090 1014 0000 0712 1981 2874 dobre?", "konto [numer] dobre?"},
		{"karta 4111 1111 1111 1111 odrzucona", "karta [numer] odrzucona"},
		{"rozmiar 38 czy 39, do 3 dni, 00-950, 199,99 zł", "rozmiar 38 czy 39, do 3 dni, 00-950, 199,99 zł"},
		{"601202303", ""},
		{"jan@example.com 12345", ""},
		{"  dwie\n linie ", "dwie linie"},
	} {
		if got := mask(c.text, "pl"); got != c.want {
			t.Errorf("mask(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	if got := mask("call 601202303", "en"); got != "call [phone]" {
		t.Error(got)
	}
}
