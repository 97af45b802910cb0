package lexicon

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var wordForm = regexp.MustCompile(`^[a-z0-9]+$`)

// TestFiles demands plain words, no word twice in a line, names that are used once, and at least two words each.
func TestFiles(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for i, line := range lines() {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, list, ok := strings.Cut(line, ": ")
		if !ok || names[name] {
			t.Errorf("line %d: no name, or one that is used: %q", i+1, line)
		}
		names[name] = true
		words := strings.Fields(list)
		for j, word := range words {
			if !wordForm.MatchString(word) || slices.Contains(words[:j], word) {
				t.Errorf("%s: %q is no plain word or stands there twice", name, word)
			}
		}
	}
}

func TestConcepts(t *testing.T) {
	t.Parallel()
	if got := Concepts("hajs"); !slices.Contains(got, "pieniadze") {
		t.Errorf("hajs: %v", got)
	}
	if got := Concepts("giewont"); got != nil {
		t.Errorf("giewont: %v", got)
	}
}

func TestForeign(t *testing.T) {
	t.Parallel()
	for word := range foreigners() {
		if !wordForm.MatchString(word) {
			t.Errorf("%q is no plain word", word)
		}
	}
	if !Foreign("zus") || Foreign("zwrot") {
		t.Error("zus is foreign to shops, zwrot is not")
	}
}

func TestMeant(t *testing.T) {
	t.Parallel()
	for typed, meant := range shortened() {
		if !wordForm.MatchString(typed) || !wordForm.MatchString(meant) || typed == meant {
			t.Errorf("%q: %q", typed, meant)
		}
	}
	if Meant("nr") != "numer" || Meant("zwrot") != "zwrot" {
		t.Error("nr is numer, zwrot is itself")
	}
}
