package nlu

import "testing"

func TestFollowUps(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	for _, c := range []struct{ before, text, entry, after string }{
		{"ile kosztuje dostawa", "a za granicę?", "d-zagranica", ""},
		{"jak zwrócić towar", "a kto za to płaci?", "r-koszt", ""},
		{"ile kosztuje dostawa", "a ile to trwa?", "d-czas", "ile kosztuje dostawa"},
		{"", "a kto za to płaci?", "", ""},                                        // nothing to follow
		{"ile kosztuje dostawa", "ile mam czasu na zwrot towaru", "r-termin", ""}, // stands on its own
	} {
		u := x.Understand(c.text, Context{Language: "pl", Previous: c.before})
		if u.After != c.after && c.after != "" {
			t.Errorf("%q after %q: read with %q, want %q", c.text, c.before, u.After, c.after)
		}
		if c.entry != "" && (len(u.Entries) == 0 || u.Entries[0].Entry != c.entry && u.Entries[1].Entry != c.entry) {
			t.Errorf("%q after %q: %v, want %s", c.text, c.before, u.Entries, c.entry)
		}
	}
}
