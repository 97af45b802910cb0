package faqfile

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"okienko/runtime/fault"
)

// csvRows reads a table; the separator is found in it, the header may be missing.
func csvRows(text string) ([]Row, error) {
	text, separator := separatorOf(text)
	reader := tableReader(text, separator)
	columns := plainColumns()
	var rows []Row
	for first := true; ; first = false {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return finish(rows)
		}
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "faqfile.table")
		}
		number, _ := reader.FieldPos(0)
		if first {
			header, ok := headerOf(cells)
			if ok && (header.question < 0 || header.answer < 0) {
				return nil, fault.New(fault.Invalid, "faqfile.columns")
			}
			if ok {
				columns = header
				continue
			}
		}
		if !blank(cells) {
			rows = append(rows, columns.row(number, cells))
		}
		if len(rows) > MaxRows {
			return finish(rows)
		}
	}
}

// separatorOf takes Excel's "sep=;" line, else the one that makes a header of the first line,
// else the likeliest; a semicolon if nothing separates.
func separatorOf(text string) (rest string, separator rune) {
	if after, ok := strings.CutPrefix(text, "sep="); ok {
		first, below, _ := strings.Cut(after, "\n")
		if mark := strings.TrimRight(first, "\r"); mark == ";" || mark == "," || mark == "\t" || mark == "|" {
			return "\n" + below, rune(mark[0])
		}
	}
	for _, separator := range []rune{';', ',', '\t', '|'} {
		cells, err := tableReader(text, separator).Read()
		if header, ok := headerOf(cells); err == nil && ok && header.question >= 0 && header.answer >= 0 {
			return text, separator
		}
	}
	return text, likeliest(text)
}

// likeliest takes the first of the separators that stands in most of the lines; those that also stand
// in sentences come last.
func likeliest(text string) rune {
	const enough = 50 // lines tell
	for _, separator := range []rune{'\t', '|', ';', ','} {
		reader := tableReader(text, separator)
		rows, split := 0, 0
		for rows < enough {
			cells, err := reader.Read()
			if err != nil {
				break
			}
			rows++
			if len(cells) > 1 && !slices.ContainsFunc(cells, halfQuoted) {
				split++
			}
		}
		if split > 0 && split >= rows*3/4 {
			return separator
		}
	}
	return ';'
}

// halfQuoted cells come of a separator inside a quoted text.
func halfQuoted(cell string) bool { return strings.Count(cell, `"`)%2 == 1 }

func tableReader(text string, separator rune) *csv.Reader {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = separator, true, -1
	return reader
}

func blank(cells []string) bool { return strings.TrimSpace(strings.Join(cells, "")) == "" }
