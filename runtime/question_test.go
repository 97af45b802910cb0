package runtime_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/store"
)

// looked are the questions that wait for the owner, one a line.
func (s *shop) looked() string {
	s.t.Helper()
	list, err := s.store.Questions(s.t.Context(), s.ref, store.QuestionFilter{})
	must(s.t, err)
	var lines []string
	for _, q := range list {
		lines = append(lines, fmt.Sprintf("%s %d %s %s", q.Text, q.Count, q.Outcome, q.Chosen))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestWhatWasNotUnderstoodIsKept(t *testing.T) {
	t.Parallel()
	s := open(t)
	for range 2 {
		begun := s.begin()
		for _, text := range []string{"czy macie żyrafy na sprężynach? tel 601202303", "dzień dobry", "ile kosztuje dostawa", "12345678", "🦒🦒"} {
			s.say(begun.Token, store.NewID(), fmt.Sprintf(`"text": %q`, text))
		}
	}
	equal(t, s.looked(), "czy macie żyrafy na sprężynach? tel [telefon] 2 unknown ")
	list, err := s.store.Questions(t.Context(), s.ref, store.QuestionFilter{})
	must(t, err)
	for _, at := range list[0].Conversations {
		events, err := s.store.Events(t.Context(), s.ref, at.Conversation, at.Seq-1, 1)
		must(t, err)
		equal(t, events[0].Text, "czy macie żyrafy na sprężynach? tel 601202303")
	}
}

func TestAnAddressAskedForIsNoQuestion(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	s.say(begun.Token, "m1", `"choice": "c2"`)
	s.say(begun.Token, "m2", `"text": "Paczka przyszła rozbita."`)
	s.say(begun.Token, "m3", `"text": "nie mam maila dzisiaj"`)
	s.say(begun.Token, "m4", `"text": "ola@przyklad.pl"`)
	equal(t, s.looked(), "")
}

func TestARetryIsCountedOnce(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	for range 3 {
		s.say(begun.Token, "m1", `"text": "czy macie żyrafy na sprężynach"`)
	}
	equal(t, s.looked(), "czy macie żyrafy na sprężynach 1 unknown ")
}
