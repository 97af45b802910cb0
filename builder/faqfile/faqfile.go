// Package faqfile reads questions and answers out of what owners have: JSON lines, CSV as Excel writes it,
// and text pasted from a web page. It writes nothing: Preview says what an import would do.
package faqfile

import (
	"bytes"
	"unicode"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// Row is one entry of a file. A refused one keeps what could be read of it.
type Row struct {
	Line    int // where it begins, from 1
	Entry   flow.Entry
	Refusal *Refusal
}

// Refusal says why a row can't be taken: a words key with its arguments.
type Refusal struct {
	Key  string
	Args map[string]any
}

// The limits of a file; those of an entry are flow's.
const (
	MaxBytes = 16 << 20 // a FAQ of 10,000 entries has a tenth of it; more is not a FAQ
	MaxRows  = flow.MaxEntries
	MaxTopic = flow.MaxLabel // shown as a label beside the question
)

// Read reads a file: JSON lines if it begins like JSON, CSV otherwise. Errors are about the whole file.
func Read(data []byte) ([]Row, error) {
	text, err := open(data)
	if err != nil {
		return nil, err
	}
	if begins(text, '{') || begins(text, '[') {
		return jsonLines(text)
	}
	return csvRows(text)
}

// ReadText reads what was pasted into a form.
func ReadText(text string) ([]Row, error) {
	decoded, err := open([]byte(text))
	if err != nil {
		return nil, err
	}
	return pasted(decoded)
}

func open(data []byte) (string, error) {
	if len(data) > MaxBytes {
		return "", fault.New(fault.TooLarge, "faqfile.too_large", "megabytes", MaxBytes>>20)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", fault.New(fault.Invalid, "faqfile.empty")
	}
	if binary(data) {
		return "", fault.New(fault.Invalid, "faqfile.binary")
	}
	return decode(data), nil
}

// binary knows the files that owners confuse with CSV: workbooks, documents, pictures.
func binary(data []byte) bool {
	for _, magic := range []string{"PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x1f\x8b"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	return false
}

func begins(text string, letter rune) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			return r == letter
		}
	}
	return false
}

// finish refuses what breaks a limit, and questions that were there before.
func finish(rows []Row) ([]Row, error) {
	if len(rows) == 0 {
		return nil, fault.New(fault.Invalid, "faqfile.nothing")
	}
	if len(rows) > MaxRows {
		return nil, fault.New(fault.TooLarge, "faqfile.too_many", "rows", len(rows), "limit", MaxRows)
	}
	for i := range rows {
		rows[i].Entry = tidy(rows[i].Entry)
		if rows[i].Refusal == nil {
			rows[i].Refusal = check(rows[i].Entry)
		}
	}
	refuseRepeated(rows)
	return rows, nil
}
