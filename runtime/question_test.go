package runtime_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"okienko/runtime"
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

func TestAThumbIsKeptAndAnswered(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	asked := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	of := asked.Events[1].Seq
	equal(t, asked.Events[1].Entry, "zwrot")
	rate := func(id string, thumb int) reply {
		return s.say(begun.Token, id, fmt.Sprintf(`"of": %d, "thumb": %d`, of, thumb))
	}

	up := rate("m2", 1)
	equal(t, up.Status, http.StatusOK)
	equal(t, len(up.Events), 1)
	equal(t, up.Events[0].Kind, "thumb")
	equal(t, up.Events[0].Of, of)
	equal(t, up.Events[0].Thumb, 1)
	equal(t, s.looked(), "")

	down := rate("m3", -1)
	if !strings.Contains(said(down.Events), "bot ask choice Ta odpowiedź nie pomogła.") || !strings.Contains(said(down.Events), "[Porozmawiaj z człowiekiem]") {
		t.Errorf("got\n%s", said(down.Events))
	}
	equal(t, rate("m3", -1).Body, down.Body)
	equal(t, len(rate("m4", -1).Events), 0) // the same again changes nothing
	equal(t, s.looked(), "ile mam czasu na zwrot 1 answer ")
	list, err := s.store.Questions(t.Context(), s.ref, store.QuestionFilter{})
	must(t, err)
	equal(t, fmt.Sprintln(list[0].Thumbs, list[0].Wrong, list[0].Conversations[0].Seq), fmt.Sprintln(1, "[zwrot]", asked.Events[0].Seq))

	rate("m5", 0)
	equal(t, s.looked(), "")
	c, err := s.store.Conversation(t.Context(), s.ref, begun.Conversation)
	must(t, err)
	equal(t, c.Written, 1)
	equal(t, c.Preview, "ile mam czasu na zwrot")
	events, err := s.store.Events(t.Context(), s.ref, begun.Conversation, 0, 0)
	must(t, err)
	equal(t, runtime.Thumbs(events)[of], 0)
}

func TestAThumbUnderAPickedEntryIsAboutTheTextBefore(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	asked := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	s.say(begun.Token, "m2", fmt.Sprintf(`"of": %d, "thumb": -1`, asked.Events[1].Seq))
	picked := s.say(begun.Token, "m3", `"choice": "faq:zwrot"`)
	rated := s.say(begun.Token, "m4", fmt.Sprintf(`"of": %d, "thumb": -1`, picked.Events[1].Seq))
	equal(t, rated.Status, http.StatusOK)
	list, err := s.store.Questions(t.Context(), s.ref, store.QuestionFilter{})
	must(t, err)
	equal(t, len(list), 1)
	equal(t, fmt.Sprintln(list[0].Text, list[0].Count, list[0].Thumbs), "ile mam czasu na zwrot 1 2\n")

	begun = s.begin() // here nothing was asked
	picked = s.say(begun.Token, "m1", `"choice": "faq:dostawa"`)
	s.say(begun.Token, "m2", fmt.Sprintf(`"of": %d, "thumb": -1`, picked.Events[1].Seq))
	equal(t, s.looked(), "ile mam czasu na zwrot 1 answer ")
}

func TestOnlyAnAnswerCanBeRated(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	for members, field := range map[string]string{
		`"of": 1, "thumb": 1`:              "of",
		`"of": 99, "thumb": 1`:             "of",
		`"of": -1, "thumb": 1`:             "thumb",
		`"of": 1, "thumb": 2`:              "thumb",
		`"of": 1, "thumb": 1, "text": "a"`: "",
		`"thumb": 1`:                       "",
	} {
		refused := s.say(begun.Token, store.NewID(), members)
		equal(t, refused.Status, http.StatusUnprocessableEntity)
		equal(t, refused.Error.Field, field)
	}
}

func TestAThumbLeavesWhatIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	asked := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	before, _, err := s.store.DueTimers(t.Context(), s.clock.read().Add(time.Hour), 9)
	must(t, err)
	s.clock.move(10 * time.Second)
	s.say(begun.Token, "m2", fmt.Sprintf(`"of": %d, "thumb": 1`, asked.Events[1].Seq))
	after, _, err := s.store.DueTimers(t.Context(), s.clock.read().Add(time.Hour), 9)
	must(t, err)
	equal(t, len(after), 1)
	equal(t, after[0].Question, before[0].Question)
	equal(t, after[0].Due.Sub(before[0].Due), 10*time.Second)
}

func TestAThumbAfterTheEndBeginsNothing(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	asked := s.say(begun.Token, "m1", `"text": "ile mam czasu na zwrot"`)
	s.say(begun.Token, "m2", `"choice": "c1"`)
	s.say(begun.Token, "m3", `"text": "do widzenia"`)
	c, err := s.store.Conversation(t.Context(), s.ref, begun.Conversation)
	must(t, err)
	equal(t, c.Ended, true)
	rated := s.say(begun.Token, "m4", fmt.Sprintf(`"of": %d, "thumb": -1`, asked.Events[1].Seq))
	if !strings.HasPrefix(rated.Events[1].Text, "Ta odpowiedź nie pomogła.") || len(rated.Events) != 2 {
		t.Errorf("got\n%s", said(rated.Events))
	}
}
