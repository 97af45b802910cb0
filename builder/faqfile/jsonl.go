package faqfile

import (
	"encoding/json"
	"errors"
	"strings"

	"okienko/runtime/flow"
)

// jsonLines reads {"id", "category", "question", "alternatives": [], "answer"} a line;
// a list of such objects is taken as well.
func jsonLines(text string) ([]Row, error) {
	if begins(text, '[') {
		if rows, ok := jsonList(text); ok {
			return finish(rows)
		}
	}
	var rows []Row
	for i, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			rows = append(rows, jsonRow(i+1, []byte(l)))
		}
	}
	return finish(rows)
}

func jsonList(text string) ([]Row, bool) {
	decoder := json.NewDecoder(strings.NewReader(text))
	if _, err := decoder.Token(); err != nil {
		return nil, false
	}
	var rows []Row
	for decoder.More() {
		from := int(decoder.InputOffset())
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return nil, false
		}
		at := from + strings.IndexFunc(text[from:], func(r rune) bool { return !strings.ContainsRune(", \t\r\n", r) })
		rows = append(rows, jsonRow(1+strings.Count(text[:at], "\n"), raw))
	}
	return rows, true
}

func jsonRow(number int, data []byte) Row {
	row := Row{Line: number}
	err := json.Unmarshal(data, &row.Entry)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		row.Refusal = refuse("faqfile.refused.json_type", "field", wrong.Field)
	} else if err != nil {
		row.Entry = flow.Entry{Question: clip(string(data))}
		row.Refusal = refuse("faqfile.refused.json")
	}
	return row
}

// clip is the beginning of a text that can't be understood, so that the owner finds it.
func clip(text string) string {
	const enough = 120
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return text
}
