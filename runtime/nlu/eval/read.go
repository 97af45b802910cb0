package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// source is a file of JSON lines. Blank lines, a byte order mark, \r\n and lines of any length are taken.
type source struct{ name string }

// trouble is an error that names the file and the line.
func (s source) trouble(line int, key string, args ...any) *fault.Error {
	return fault.New(fault.Invalid, key, append([]any{"file", s.name, "line", line}, args...)...)
}

// each hands every line over as an object; one without a line is refused.
func (s source) each(r io.Reader, take func(number int, line []byte) error) error {
	reader, taken := bufio.NewReader(r), false
	for number := 1; ; number++ {
		line, err := reader.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fault.Wrap(err, fault.Invalid, "fault.eval_unreadable", "file", s.name)
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			taken = true
			if err := take(number, line); err != nil {
				return err
			}
		}
		if err != nil {
			break
		}
	}
	if !taken {
		return fault.New(fault.Invalid, "fault.eval_empty", "file", s.name)
	}
	return nil
}

func (s source) decode(number int, line []byte, into any) error {
	err := json.Unmarshal(line, into)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		return s.trouble(number, "fault.eval_type", "field", wrong.Field)
	}
	if err != nil || line[0] != '{' {
		return s.trouble(number, "fault.eval_json")
	}
	return nil
}

// ReadEntries reads {"id", "category", "question", "alternatives": [], "answer"} a line; only id and question
// are needed. Name is what errors call the file.
func ReadEntries(name string, r io.Reader) ([]flow.Entry, error) {
	s := source{name}
	var entries []flow.Entry
	lines := map[string]int{}
	err := s.each(r, func(number int, line []byte) error {
		var e flow.Entry
		if err := s.decode(number, line, &e); err != nil {
			return err
		}
		switch first, twice := lines[e.ID]; {
		case e.ID == "":
			return s.trouble(number, "fault.eval_missing", "field", "id")
		case e.Question == "":
			return s.trouble(number, "fault.eval_missing", "field", "question")
		case twice:
			return s.trouble(number, "fault.eval_repeated", "id", e.ID, "first", first)
		}
		lines[e.ID] = number
		entries = append(entries, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}
