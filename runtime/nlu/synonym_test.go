package nlu

import (
	"testing"

	"okienko/runtime/flow"
)

func TestSynonymsOfTheOwner(t *testing.T) {
	t.Parallel()
	entries := []flow.Entry{
		{ID: "chatka", Question: "Kiedy odbiorę paczkę w Chatce?"}, {ID: "tort", Question: "Jak zamówić tort?"}, {ID: "parking", Question: "Gdzie zaparkować?"},
	}
	sure := func(text string, groups ...[]string) float64 {
		x, err := Open("", Knowledge{Entries: entries, Synonyms: groups})
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		u := x.Understand(text, Context{Language: "pl"})
		if len(u.Entries) == 0 || u.Entries[0].Entry != "chatka" {
			return 0
		}
		return u.Entries[0].Confidence
	}
	for _, text := range []string{"kiosk pod lasem jest otwarty?", "odbior w kiosku pod lasem", "KIOSK POD LASEM"} {
		if before, after := sure(text), sure(text, []string{"chatka", "kiosk pod lasem"}, []string{"", "?"}); after <= before {
			t.Errorf("%q: synonyms change the confidence from %v to %v", text, before, after)
		}
	}
}
