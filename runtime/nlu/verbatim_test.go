package nlu

import (
	"testing"

	"okienko/runtime/flow"
)

// TestThePhrasingsOfTheOwnerAreAnswered whatever the ranking thinks: she wrote them for that.
func TestThePhrasingsOfTheOwnerAreAnswered(t *testing.T) {
	t.Parallel()
	x := openMemory(t, []flow.Entry{
		{ID: "a", Question: "Czy wysyłacie za granicę?", Phrases: []string{"czy ciocia z Berlina dostanie bukiet na urodziny", "zagranica"}},
		{ID: "b", Question: "Ile kosztuje dostawa?", Phrases: []string{"bukiet dla cioci", "halo halo kwiaty"}},
		{ID: "c", Question: "Bukiet", Phrases: []string{"zagranica"}},
	})
	for text, entry := range map[string]string{
		"czy ciocia z berlina dostanie bukiet na urodziny???": "a",
		"Czy ciocia z Berlina dostanie bukiety na urodziny":   "a",
		"BUKIET DLA CIOCI": "b", "halo halo kwiaty": "b", "bukiet": "c",
	} {
		if u := x.Understand(text, Context{Language: "pl"}); u.Outcome != Answered || u.Entries[0].Entry != entry {
			t.Errorf("%q: %s %v, want the answer %s", text, u.Outcome, u.Entries, entry)
		}
	}
	if u := x.Understand("zagranica", Context{}); len(u.Entries) > 0 && u.Entries[0].Confidence >= verbatim {
		t.Errorf("two entries have this wording: %v", u.Entries)
	}
}
