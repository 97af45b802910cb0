package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// questionCountKind keeps how many questions a bot has. It follows from the questions: it is not exported,
// and where it is missing they are counted.
var (
	questionKind      = newKind[Question]("question", "sbsqs", "question.missing").needing(needsBot)
	questionCountKind = newKind[int]("question_count", "sbsQ", "question.missing").needing(needsBot)
)

// How a question was dealt with: Question.Handled.
const (
	HandledAdded   = "added"   // as a phrasing of an entry
	HandledNew     = "new"     // with an entry of its own
	HandledIgnored = "ignored" // not at all
)

// Question is what customers asked that needs the owner's look, because it was not understood, only guessed
// at, or answered with what did not help. Texts that differ only in case, accents, spaces and punctuation
// are one question.
type Question struct {
	ID            string            `json:"id"`   // made of the text
	Text          string            `json:"text"` // as typed the last time; addresses and long numbers are masked
	Count         int               `json:"count"`
	First         time.Time         `json:"first"`
	Last          time.Time         `json:"last"`
	Outcome       string            `json:"outcome"`           // of the last time: unknown, suggest, answer
	Entries       []string          `json:"entries,omitempty"` // the candidates then, best first
	Chosen        string            `json:"chosen,omitempty"`  // the suggestion that a customer said was meant
	Thumbs        int               `json:"thumbs,omitempty"`  // how many customers were not helped
	Wrong         []string          `json:"wrong,omitempty"`   // the entries that did not help them
	Conversations []ConversationRef `json:"conversations"`     // the newest last, at most maxQuestionRefs
	Done          time.Time         `json:"done,omitzero"`     // when it was dealt with
	Handled       string            `json:"handled,omitempty"` // and how
	Release       int               `json:"release,omitempty"` // the live release then: asked again on a later one, it is open again
}

// ConversationRef is a place in a conversation: the event in which a question was asked.
type ConversationRef struct {
	Conversation string `json:"conversation"`
	Seq          int64  `json:"seq"`
}

// QuestionFilter says which questions a list shows.
type QuestionFilter struct {
	Done   bool // those dealt with, rather than those open
	Newest bool // the newest first, rather than the most frequent
	Limit  int  // 0 means all
}

func questionsKey(ref BotRef) key { return inBot(ref).mark('q') }

func questionKey(ref BotRef, id string) key { return questionsKey(ref).text(id) }

func questionCountKey(ref BotRef) key { return inBot(ref).mark('Q') }

// Questions returns what a bot was asked that needs the owner's look. The most frequent come first,
// where a thumb down weighs as much as asking once more; the newest first among equals.
func (s *Store) Questions(ctx context.Context, ref BotRef, filter QuestionFilter) ([]Question, error) {
	list, err := read(ctx, s, func(r kv.Reader) ([]Question, error) {
		return collect(all[Question](r, questionKind, questionsKey(ref)))
	})
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(q Question) bool { return q.Done.IsZero() == filter.Done })
	slices.SortFunc(list, func(a, b Question) int {
		often := cmp.Compare(b.Count+b.Thumbs, a.Count+a.Thumbs)
		if filter.Newest {
			often = 0
		}
		return cmp.Or(often, b.Last.Compare(a.Last), cmp.Compare(a.ID, b.ID))
	})
	if filter.Limit > 0 && len(list) > filter.Limit {
		list = list[:filter.Limit]
	}
	return list, nil
}

// Question returns one of them.
func (s *Store) Question(ctx context.Context, ref BotRef, id string) (Question, error) {
	return read(ctx, s, func(r kv.Reader) (Question, error) {
		return get[Question](r, questionKind, questionKey(ref, id))
	})
}

// SaveQuestion replaces a question that is there; fault.NotFound if it is not. New ones come with turns.
func (s *Store) SaveQuestion(ctx context.Context, ref BotRef, q Question) error {
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Question](tx, questionKind, questionKey(ref, q.ID)); err != nil {
			return err
		}
		return put(tx, questionKey(ref, q.ID), q)
	})
}

// HandleQuestions marks questions as dealt with, or as open again if how is "". One that is not there any
// more is no error.
func (s *Store) HandleQuestions(ctx context.Context, ref BotRef, ids []string, how string) error {
	now := s.now()
	return s.update(ctx, func(tx kv.Tx) error {
		bot, err := get[Bot](tx, botKind, botKey(ref))
		if err != nil {
			return err
		}
		for _, id := range ids {
			q, found, err := find[Question](tx, questionKind, questionKey(ref, id))
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			q.Handled, q.Done, q.Release = how, now, bot.Release
			if how == "" {
				q.Done, q.Release = time.Time{}, 0
			}
			if err := put(tx, questionKey(ref, id), q); err != nil {
				return err
			}
		}
		return nil
	})
}

// countQuestions is how many there are.
func countQuestions(r kv.Reader, ref BotRef) (int, error) {
	count, found, err := find[int](r, questionCountKind, questionCountKey(ref))
	if found || err != nil && !unreadable(err) {
		return count, err
	}
	count = 0
	for range r.Scan(questionsKey(ref), questionsKey(ref).end()) {
		count++
	}
	return count, nil
}

// unreadable errors are of single records, which check reports. What is only counted must not stop a
// conversation because of them.
func unreadable(err error) bool { return fault.Is(err, fault.Damaged) || fault.Is(err, fault.Newer) }
