package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"okienko/runtime/flow"
)

// Question is something that a customer writes, with what would be a right answer.
type Question struct {
	ID    string
	Text  string
	Entry string   // that answers it; "" if none does and the bot should say so
	Also  []string // other entries that would do
}

// Foreign reports that the message must not be answered.
func (q Question) Foreign() bool { return q.Entry == "" }

// Accepts reports whether an entry would be a right answer.
func (q Question) Accepts(entry string) bool {
	return !q.Foreign() && (entry == q.Entry || slices.Contains(q.Also, entry))
}

// ReadQuestions reads {"qid", "text", "faq_id", "also": []} a line; faq_id null means that the message must
// not be answered, and a qid that is missing is the number of the line. The entries are those that may be named.
func ReadQuestions(name string, r io.Reader, entries []flow.Entry) ([]Question, error) {
	known := make(map[string]bool, len(entries))
	for _, e := range entries {
		known[e.ID] = true
	}
	return source{name}.questions(r, func(s source, number int, l row) error {
		if !l.Entry.there {
			return s.trouble(number, "fault.eval_no_entry")
		}
		for _, id := range append([]string{l.Entry.id}, l.Also...) {
			if id != "" && !known[id] {
				return s.trouble(number, "fault.eval_unknown", "id", id)
			}
		}
		return nil
	})
}

// ReadForeign reads messages that must not be answered: {"qid", "text"} a line, faq_id null or left out.
func ReadForeign(name string, r io.Reader) ([]Question, error) {
	return source{name}.questions(r, func(s source, number int, l row) error {
		if l.Entry.id != "" {
			return s.trouble(number, "fault.eval_answerable", "id", l.Entry.id)
		}
		return nil
	})
}

// row is a question as it stands in a file.
type row struct {
	ID    string   `json:"qid"`
	Text  *string  `json:"text"`
	Entry named    `json:"faq_id"`
	Also  []string `json:"also"`
}

// named tells an id of null from one that is missing.
type named struct {
	id    string
	there bool
}

func (n *named) UnmarshalJSON(data []byte) error {
	n.there = true
	if bytes.Equal(data, []byte("null")) {
		return nil
	}
	err := json.Unmarshal(data, &n.id)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		wrong.Field = "faq_id"
	}
	return err
}

func (s source) questions(r io.Reader, check func(s source, number int, l row) error) ([]Question, error) {
	var list []Question
	err := s.each(r, func(number int, data []byte) error {
		var l row
		if err := s.decode(number, data, &l); err != nil {
			return err
		}
		if l.Text == nil {
			return s.trouble(number, "fault.eval_missing", "field", "text")
		}
		if err := check(s, number, l); err != nil {
			return err
		}
		if l.ID == "" {
			l.ID = strconv.Itoa(number)
		}
		list = append(list, Question{l.ID, *l.Text, l.Entry.id, l.Also})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}
