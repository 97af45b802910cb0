package store

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"
	"time"
	"unicode"

	"okienko/runtime/store/kv"
)

// MaxQuestions is how many of a bot are kept: a day's work to look through, and one megabyte.
const MaxQuestions = 5000

const (
	maxQuestionRefs = 5 // conversations remembered for a question
	maxWrong        = 5 // entries remembered that did not help
)

// Asked is what a turn says about a question of the customer that needs the owner's look. Exactly one of
// these is so: it was asked (neither of the last three is set), the suggestion Chosen was what it meant, the
// entry Wrong did not help, or the entry Fine, thought wrong before, did help after all.
type Asked struct {
	Text    string   // the customer's words without personal data
	Seq     int64    // of the customer's event; 0 is the first of the turn
	Outcome string   // unknown, suggest, answer
	Entries []string // the candidates, best first
	Chosen  string
	Wrong   string
	Fine    string

	id string // of the question; the store's
}

// identified is a copy with what takes time worked out, before a transaction begins.
func identified(asked []Asked) []Asked {
	list := slices.Clone(asked)
	for i := range list {
		list[i].id = questionID(list[i].Text)
	}
	return list
}

// questionID groups texts: what they share without case, accents, spaces and punctuation. It is "" for a
// text without a letter or digit, which can't be learned from.
func questionID(text string) string {
	words := strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return idEncoding.EncodeToString(sum[:idBytes])
}

// noteQuestions keeps what a turn says about questions; first is the number of its first event.
func noteQuestions(tx kv.Tx, ref BotRef, turn Turn, first int64) error {
	for _, asked := range turn.Questions {
		if asked.Seq == 0 {
			asked.Seq = first
		}
		if err := noteQuestion(tx, ref, turn.Conversation, asked); err != nil {
			return err
		}
	}
	return nil
}

func noteQuestion(tx kv.Tx, ref BotRef, c Conversation, asked Asked) error {
	id := asked.id
	if id == "" {
		return nil
	}
	q, found, err := find[Question](tx, questionKind, questionKey(ref, id))
	switch {
	case err != nil && unreadable(err):
		return nil
	case err != nil:
		return err
	case !found && (asked.Chosen != "" || asked.Fine != ""):
		return nil // it was dropped meanwhile
	case !found:
		q = Question{ID: id, First: c.Last}
	}
	q.note(asked, c)
	if q.Count == 0 {
		return removeQuestion(tx, ref, id)
	}
	if !found {
		if err := roomForQuestion(tx, ref); err != nil {
			return err
		}
	}
	return put(tx, questionKey(ref, id), q)
}

// note takes what was asked into the record. A count of 0 afterwards means that nothing is left to look at.
func (q *Question) note(asked Asked, c Conversation) {
	at := ConversationRef{c.ID, asked.Seq}
	switch {
	case asked.Chosen != "":
		q.Chosen = asked.Chosen
		return
	case asked.Fine != "":
		q.forgive(at)
		return
	}
	q.Text, q.Outcome, q.Entries, q.Last = asked.Text, asked.Outcome, asked.Entries, c.Last
	if asked.Wrong != "" {
		q.blame(asked.Wrong)
	}
	if !slices.Contains(q.Conversations, at) {
		q.Count++
		q.Conversations = lastOf(append(q.Conversations, at), maxQuestionRefs)
	}
	if q.Handled != HandledIgnored && c.Release > q.Release {
		q.Done, q.Handled, q.Release = time.Time{}, "", 0
	}
}

// blame notes that an entry did not help, even where the customer had picked it.
func (q *Question) blame(entry string) {
	q.Thumbs++
	if q.Chosen == entry {
		q.Chosen = ""
	}
	if !slices.Contains(q.Wrong, entry) {
		q.Wrong = lastOf(append(q.Wrong, entry), maxWrong)
	}
}

// forgive takes one thumb down back. What had been answered, and nothing else, is then no question any more.
func (q *Question) forgive(at ConversationRef) {
	q.Thumbs = max(q.Thumbs-1, 0)
	if q.Thumbs == 0 {
		q.Wrong = nil
	}
	if q.Outcome == "answer" {
		q.Count = max(q.Count-1, 0)
		q.Conversations = slices.DeleteFunc(q.Conversations, func(r ConversationRef) bool { return r == at })
	}
}

func lastOf[T any](list []T, most int) []T { return list[max(0, len(list)-most):] }

func removeQuestion(tx kv.Tx, ref BotRef, id string) error {
	count, err := countQuestions(tx, ref)
	if err != nil {
		return err
	}
	if err := tx.Delete(questionKey(ref, id)); err != nil {
		return err
	}
	return put(tx, questionCountKey(ref), max(count-1, 0))
}

// roomForQuestion counts a question that will be added. When there are too many, a tenth is dropped at once,
// so that looking through all of them is rare.
func roomForQuestion(tx kv.Tx, ref BotRef) error {
	count, err := countQuestions(tx, ref)
	if err != nil {
		return err
	}
	if count >= MaxQuestions {
		if count, err = dropQuestions(tx, ref); err != nil {
			return err
		}
	}
	return put(tx, questionCountKey(ref), count+1)
}

// dropQuestions drops what is missed least and returns how many are left.
func dropQuestions(tx kv.Tx, ref BotRef) (left int, err error) {
	var list []Question
	for k, record := range tx.Scan(questionsKey(ref), questionsKey(ref).end()) {
		var q Question
		if left++; decode(k, record, &q) == nil {
			list = append(list, q)
		}
	}
	slices.SortFunc(list, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.worth(), b.worth()), a.Last.Compare(b.Last), cmp.Compare(a.ID, b.ID))
	})
	for _, q := range list[:min(len(list), MaxQuestions/10)] {
		if err := tx.Delete(questionKey(ref, q.ID)); err != nil {
			return left, err
		}
		left--
	}
	return left, nil
}

// worth orders questions by how much they would be missed: those answered since, those asked once, the others.
func (q Question) worth() int {
	switch {
	case q.Handled == HandledAdded || q.Handled == HandledNew:
		return 0
	case q.Count == 1 && q.Thumbs == 0:
		return 1
	}
	return 2
}
