package corpus

import (
	"strings"
	"testing"
)

// TestIntents holds what the corpus promises: enough intents, enough ways of asking for each, no id twice.
func TestIntents(t *testing.T) {
	t.Parallel()
	intents, err := Intents(".")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	business := 0
	for _, i := range intents {
		if ids[i.ID] || i.ID == "" || i.Gloss == "" {
			t.Errorf("%q %q: no id, no gloss, or an id that is there twice", i.ID, i.Gloss)
		}
		ids[i.ID] = true
		if len(i.Lines) < 40 || len(i.Titles) < 2 {
			t.Errorf("%s: %d lines and %d titles are too few", i.ID, len(i.Lines), len(i.Titles))
		}
		if !strings.HasPrefix(i.ID, "off_") && !strings.HasPrefix(i.ID, "talk_") {
			business++
		}
	}
	if business < 300 {
		t.Errorf("%d intents of shops", business)
	}
}

func TestShops(t *testing.T) {
	t.Parallel()
	shops, err := Shops("shops")
	if err != nil {
		t.Fatal(err)
	}
	if len(shops) < 100 {
		t.Errorf("%d shops", len(shops))
	}
	for _, s := range shops {
		there := map[string]bool{}
		for _, e := range s.Entries {
			there[e.ID] = true
		}
		for _, q := range s.Questions {
			for _, id := range append(q.Also, q.Entry) {
				if !there[id] {
					t.Errorf("%s: %s asks for %q, which is not there", s.Name, q.ID, id)
				}
			}
		}
		for _, q := range s.Foreign {
			if q.Entry != "" {
				t.Errorf("%s: %s must not have an answer", s.Name, q.ID)
			}
		}
	}
}

func TestMoreOfAnIntent(t *testing.T) {
	t.Parallel()
	list := []Intent{{ID: "a", Lines: []string{"one"}}}
	if err := join(list, []Intent{{ID: "a", Titles: []string{"A"}, Lines: []string{"two"}}}); err != nil || len(list[0].Lines) != 2 || len(list[0].Titles) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	if err := join(list, []Intent{{ID: "b"}}); err == nil || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("more of an intent that is not there: %v", err)
	}
}

func TestRefusesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"- nobody's line", "= a | b\nplain", "= a | b\n-"} {
		if _, err := read(nil, text); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
