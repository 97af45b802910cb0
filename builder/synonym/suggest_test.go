package synonym

import (
	"fmt"
	"strings"
	"testing"
)

// words reads "hajs:0.5 gdzie:0.1"; a word's first four letters make it the same.
func words(t *testing.T, text string) []Word {
	t.Helper()
	var list []Word
	for field := range strings.FieldsSeq(text) {
		word, weight, _ := strings.Cut(field, ":")
		w := Word{Text: word, Same: string([]rune(word)[:min(4, len([]rune(word)))])}
		if _, err := fmt.Sscan(weight, &w.Weight); err != nil {
			t.Fatal(err)
		}
		list = append(list, w)
	}
	return list
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	ask := func(text string, count int, trust float64, entry, said, left string) Question {
		return Question{Text: text, Count: count, Trust: trust, Entry: entry, Said: words(t, said), Left: words(t, left)}
	}
	for _, c := range []struct {
		name      string
		questions []Question
		want      string
	}{
		{"nothing asked", nil, ""},
		{"one click is enough, and the heaviest word is meant", []Question{
			ask("kiedy hajs", 1, Clicked, "zwrot", "hajs:.6", "dostanę:.2 pieniędzy:.5"),
		}, "hajs=pieniędzy in zwrot, 1: kiedy hajs"},
		{"one guess is chance", []Question{ask("kiedy hajs", 1, Guessed, "zwrot", "hajs:.6", "pieniędzy:.5")}, ""},
		{"guesses add up", []Question{
			ask("kiedy hajs", 1, Guessed, "zwrot", "hajs:.6", "pieniędzy:.5"),
			ask("gdzie hajsu szukać", 2, Thought, "zwrot", "hajsu:.3", "pieniędzy:.5"),
		}, "hajs=pieniędzy in zwrot, 3: kiedy hajs | gdzie hajsu szukać"},
		{"what several entries share is meant rather than what one has", []Question{
			ask("kiedy hajs", 1, Clicked, "zwrot", "hajs:.6", "zwrot:.5 pieniędzy:.4"),
			ask("ile hajsu", 1, Clicked, "rabat", "hajsu:.6", "pieniądze:.4 rabat:.5"),
		}, "hajs=pieniędzy in zwrot, 2: kiedy hajs | ile hajsu"},
		{"common words are no synonyms", []Question{
			ask("macie może", 9, Clicked, "zwrot", "macie:.1 może:.1", "pieniędzy:.5"),
		}, ""},
		{"where the entry is wholly explained, more was asked than it says", []Question{
			ask("zwrot bluzki", 9, Clicked, "zwrot", "bluzki:.5", "jak:.05"),
		}, ""},
		{"the most trusted comes first", []Question{
			ask("box", 1, Clicked, "paczkomat", "box:.6", "paczkomacie:.7"),
			ask("kiedy hajs", 2, Clicked, "zwrot", "hajs:.6", "pieniędzy:.5"),
		}, "hajs=pieniędzy in zwrot, 2: kiedy hajs\nbox=paczkomacie in paczkomat, 1: box"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var lines []string
			for _, s := range Suggest(c.questions) {
				lines = append(lines, fmt.Sprintf("%s=%s in %s, %d: %s", s.Word.Text, s.Means, s.Entry, s.Count, strings.Join(s.Questions, " | ")))
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
