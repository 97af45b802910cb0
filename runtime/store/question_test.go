package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// ask is a turn of a conversation that says something about a question.
func ask(t testing.TB, s *store.Store, ref store.BotRef, c store.Conversation, asked ...store.Asked) store.Conversation {
	t.Helper()
	turn := say(c, store.NewID(), asked[0].Text)
	turn.Questions = asked
	done, err := s.CommitTurn(t.Context(), ref, turn)
	must(t, err)
	return done.Conversation
}

func questions(t testing.TB, s *store.Store, ref store.BotRef, filter store.QuestionFilter) []store.Question {
	t.Helper()
	list, err := s.Questions(t.Context(), ref, filter)
	must(t, err)
	return list
}

// told is a list of questions in short.
func told(list []store.Question) string {
	var out []string
	for _, q := range list {
		out = append(out, fmt.Sprintf("%s %d", q.Text, q.Count))
	}
	return strings.Join(out, ", ")
}

func TestQuestionsAreGroupedByWhatTheyShare(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	c = ask(t, s, ref, c, store.Asked{Text: "Czy wysyłacie do Niemiec?", Outcome: "unknown"})
	c = ask(t, s, ref, c, store.Asked{Text: "😀 ?!", Outcome: "unknown"})
	c = ask(t, s, ref, c, store.Asked{Text: "raty", Outcome: "unknown"})
	ask(t, s, ref, c, store.Asked{Text: "czy  wysylacie do NIEMIEC", Outcome: "suggest", Entries: []string{"dostawa"}})

	equal(t, told(questions(t, s, ref, store.QuestionFilter{})), "czy  wysylacie do NIEMIEC 2, raty 1")
	equal(t, told(questions(t, s, ref, store.QuestionFilter{Newest: true, Limit: 1})), "czy  wysylacie do NIEMIEC 2")
	q := questions(t, s, ref, store.QuestionFilter{})[0]
	equal(t, q.Outcome, "suggest")
	equal(t, q.Entries[0], "dostawa")
	equal(t, fmt.Sprint(q.Conversations), fmt.Sprintf("[{%s 3} {%s 9}]", c.ID, c.ID))
	kept, err := s.Question(t.Context(), ref, q.ID)
	must(t, err)
	equal(t, kept.Text, q.Text)
	equal(t, kept.Last.Sub(kept.First).Seconds(), 3)
	_, err = s.Question(t.Context(), store.BotRef{Shop: ref.Shop, Bot: "inny"}, q.ID)
	wants(t, err, fault.NotFound)
	wants(t, s.SaveQuestion(t.Context(), ref, store.Question{ID: "brak"}), fault.NotFound)
}

func TestASuggestionThatWasMeantIsKept(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := ask(t, s, ref, begin(t, s, ref, 1), store.Asked{Text: "oddać buty", Outcome: "suggest", Entries: []string{"zwrot", "dostawa"}})
	c = ask(t, s, ref, c, store.Asked{Text: "oddać buty", Chosen: "zwrot"})
	ask(t, s, ref, c, store.Asked{Text: "czego tu nie ma", Chosen: "zwrot"})
	list := questions(t, s, ref, store.QuestionFilter{})
	equal(t, told(list), "oddać buty 1")
	equal(t, list[0].Chosen, "zwrot")
}

func TestThumbsDownAreCountedAndTakenBack(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	wrong := store.Asked{Text: "ile idzie paczka", Seq: 3, Outcome: "answer", Entries: []string{"zwrot", "dostawa"}, Wrong: "zwrot"}
	fine := store.Asked{Text: wrong.Text, Seq: 3, Fine: "zwrot"}
	c := ask(t, s, ref, begin(t, s, ref, 1), wrong)
	other := ask(t, s, ref, begin(t, s, ref, 2), wrong)
	q := questions(t, s, ref, store.QuestionFilter{})[0]
	equal(t, q.Count, 2)
	equal(t, q.Thumbs, 2)
	equal(t, fmt.Sprint(q.Wrong), "[zwrot]")

	c = ask(t, s, ref, c, fine)
	q = questions(t, s, ref, store.QuestionFilter{})[0]
	equal(t, q.Count, 1)
	equal(t, q.Thumbs, 1)
	ask(t, s, ref, other, fine)
	equal(t, len(questions(t, s, ref, store.QuestionFilter{})), 0)
	ask(t, s, ref, c, fine) // of a question that is gone
}

func TestAThumbDownUnderAPickedSuggestionIsNoPraise(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := ask(t, s, ref, begin(t, s, ref, 1), store.Asked{Text: "oddać", Outcome: "suggest", Entries: []string{"zwrot"}})
	c = ask(t, s, ref, c, store.Asked{Text: "oddać", Chosen: "zwrot"})
	ask(t, s, ref, c, store.Asked{Text: "oddać", Seq: 3, Outcome: "suggest", Entries: []string{"zwrot"}, Wrong: "zwrot"})
	q := questions(t, s, ref, store.QuestionFilter{})[0]
	equal(t, q.Count, 1)
	equal(t, q.Chosen, "")
	equal(t, q.Thumbs, 1)
}

func TestAHandledQuestionOpensAgainOnALaterRelease(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	open, done := store.QuestionFilter{}, store.QuestionFilter{Done: true}
	c := ask(t, s, ref, begin(t, s, ref, 1), store.Asked{Text: "raty", Outcome: "unknown"}, store.Asked{Text: "pogoda", Outcome: "unknown"})
	list := questions(t, s, ref, store.QuestionFilter{})
	id := func(text string) string {
		return list[slices.IndexFunc(list, func(q store.Question) bool { return q.Text == text })].ID
	}
	must(t, s.HandleQuestions(t.Context(), ref, []string{id("raty"), "brak"}, store.HandledAdded))
	must(t, s.HandleQuestions(t.Context(), ref, []string{id("pogoda")}, store.HandledIgnored))
	equal(t, len(questions(t, s, ref, open)), 0)

	both := []store.Asked{{Text: "raty?", Outcome: "unknown"}, {Text: "pogoda?", Outcome: "unknown"}}
	c = ask(t, s, ref, c, both...) // the phrasing was added, but not published yet
	equal(t, told(questions(t, s, ref, open)), "")
	equal(t, len(questions(t, s, ref, done)), 2)
	_, err := s.Publish(t.Context(), ref, store.Release{Bot: sampleBot()})
	must(t, err)
	c.Release = 2
	ask(t, s, ref, c, both...)
	equal(t, told(questions(t, s, ref, open)), "raty? 3")
	equal(t, told(questions(t, s, ref, done)), "pogoda? 3")
	must(t, s.HandleQuestions(t.Context(), ref, []string{id("pogoda")}, ""))
	equal(t, len(questions(t, s, ref, open)), 2)
	wants(t, s.HandleQuestions(t.Context(), store.BotRef{Shop: ref.Shop, Bot: "inny"}, nil, ""), fault.NotFound)
}

func TestQuestionsAreBounded(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	var often, first, all []store.Asked
	for i := range 5_050 {
		asked := store.Asked{Text: fmt.Sprintf("pytanie numer %d", i), Outcome: "unknown"}
		all = append(all, asked)
		if i < 10 {
			often = append(often, asked)
		} else if i < 500 {
			first = append(first, asked)
		}
	}
	c = ask(t, s, ref, c, often...)
	c = ask(t, s, ref, c, often...)
	c = ask(t, s, ref, c, first...)
	c = ask(t, s, ref, c, all[500:5_000]...)
	equal(t, len(questions(t, s, ref, store.QuestionFilter{})), 5_000)
	export := exported(t, s)

	ask(t, s, ref, c, all[5_000:]...)
	list := questions(t, s, ref, store.QuestionFilter{})
	equal(t, len(list), 4_550)
	equal(t, list[9].Count, 2)
	kept := told(list)
	for _, gone := range first {
		if strings.Contains(kept, gone.Text+" ") {
			t.Fatalf("%q is older than others asked once", gone.Text)
		}
	}

	other := open(t)
	_, err := other.Import(t.Context(), strings.NewReader(export))
	must(t, err)
	again, err := other.Conversation(t.Context(), ref, c.ID)
	must(t, err)
	ask(t, other, ref, again, all[5_000])
	equal(t, len(questions(t, other, ref, store.QuestionFilter{})), 4_501)
}
