package faqfile

import (
	"strings"

	"okienko/runtime/flow"
)

// columns says where the fields of an entry stand in a table; -1 is nowhere.
type columns struct {
	id, question, answer, topic int
	phrases                     []int
}

// plainColumns are those of a table without a header: question, answer, topic.
func plainColumns() columns { return columns{id: -1, question: 0, answer: 1, topic: 2} }

// The names of columns, folded; a name may go on after them ("Sformułowanie 2").
var (
	questionNames = []string{"pytanie", "pytania", "question", "tytul", "title", "naglowek"}
	answerNames   = []string{"odpowiedz", "odpowiedzi", "answer", "tresc", "content", "response"}
	topicNames    = []string{"temat", "kategoria", "dzial", "grupa", "topic", "category", "group", "section"}
	phraseNames   = []string{"sformulowani", "inne sformulowania", "alternatyw", "warianty", "wariant", "synonimy", "phrase", "alternative", "variant", "inne pytania"}
	idNames       = []string{"id", "identyfikator", "kod", "klucz", "key"}
)

// headerOf reads the names of columns. ok is false if the cells are not names but already an entry.
func headerOf(cells []string) (c columns, ok bool) {
	c = columns{id: -1, question: -1, answer: -1, topic: -1}
	known, filled := 0, 0
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		filled++
		if c.name(i, fold(cell)) {
			known++
		}
	}
	return c, known > 0 && 2*known >= filled
}

func (c *columns) name(i int, name string) bool {
	switch {
	case is(name, phraseNames, true):
		c.phrases = append(c.phrases, i)
	case c.question < 0 && is(name, questionNames, false):
		c.question = i
	case c.answer < 0 && is(name, answerNames, false):
		c.answer = i
	case c.topic < 0 && is(name, topicNames, false):
		c.topic = i
	case c.id < 0 && is(name, idNames, false):
		c.id = i
	default:
		return false
	}
	return true
}

func is(name string, names []string, goesOn bool) bool {
	for _, known := range names {
		if name == known || goesOn && strings.HasPrefix(name, known) {
			return true
		}
	}
	return false
}

func (c columns) row(number int, cells []string) Row {
	cell := func(i int) string {
		if i < 0 || i >= len(cells) {
			return ""
		}
		return cells[i]
	}
	e := flow.Entry{ID: cell(c.id), Topic: cell(c.topic), Question: cell(c.question), Answer: cell(c.answer)}
	for _, i := range c.phrases {
		e.Phrases = append(e.Phrases, splitPhrases(cell(i))...)
	}
	return Row{Line: number, Entry: e}
}

// splitPhrases splits a cell by lines, else by bars, else by semicolons.
func splitPhrases(cell string) []string {
	for _, separator := range []string{"\n", "|", ";"} {
		if strings.Contains(cell, separator) {
			return strings.Split(cell, separator)
		}
	}
	return []string{cell}
}
