package nlu

import "testing"

func TestLegible(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"pаczka":             "paczka", // with a Cyrillic а
		"zwrоt":              "zwrot",
		"gdzie моя paczka":   "gdzie моя paczka",
		"де моє замовлення":  "де моє замовлення",
		"pac\u200bzka":       "paczka",
		"p\u0336a\u0336czka": "paczka",
		"𝐩𝐚𝐜𝐳𝐤𝐚":             "paczka",
		"ｚｗｒｏｔ":              "zwrot",
		"z\u0307wrot":        "żwrot",
		"\u202ezwrot\u202c":  "zwrot",
		"a\x00\x01b":         "ab",
	} {
		if got := clip(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCalm(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{"gdzieeee": "gdzie", "haloooo": "halo", "zoom": "zoom", "inna": "inna", "1000": "1000", "prooooszeeee": "prosze", "": "", "aaaa": "a", "www": "www", "xxxl": "xxxl", "iii": "iii"} {
		if got := calm(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
