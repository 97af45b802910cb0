package faqfile

import (
	"strings"
	"unicode/utf8"

	"okienko/runtime/flow"
)

// pasted reads questions and answers out of running text. The first of these that the text shows decides:
// labels (Q: A:, P: O:), headings, lines that end with a question mark, numbered lines, and paragraphs
// whose first line is the question. What stands before the first question is refused, not dropped.
func pasted(text string) ([]Row, error) {
	if looksHTML(text) {
		text = fromHTML(text)
	}
	lines := read(text)
	return finish(collect(lines, schemeOf(lines)))
}

// pastedLine is a line with what its beginning says.
type pastedLine struct {
	number int
	text   string // without the mark
	mark   mark
	level  int // of a heading: 1 is the highest; of a numbered line its number
}

type mark int

const (
	plain mark = iota
	empty
	question // Q:
	answer   // A:
	heading
	numbered
	bullet
)

// scheme says whether line i begins an entry, and whether it names the topic of those that follow.
type scheme func(i int) (begins, topic bool)

func schemeOf(lines []pastedLine) scheme {
	switch {
	case has(lines, question) && has(lines, answer):
		return func(i int) (bool, bool) { return lines[i].mark == question, false }
	case has(lines, heading) && count(lines, isHeading) >= count(lines, asks):
		return headings(lines)
	case count(lines, asks) > 0:
		return func(i int) (bool, bool) { return asks(lines[i]), isHeading(lines[i]) }
	case countsUp(lines):
		return func(i int) (bool, bool) { return lines[i].mark == numbered, false }
	}
	return paragraphs(lines)
}

func has(lines []pastedLine, m mark) bool {
	for _, l := range lines {
		if l.mark == m {
			return true
		}
	}
	return false
}

func count(lines []pastedLine, what func(pastedLine) bool) int {
	n := 0
	for _, l := range lines {
		if what(l) {
			n++
		}
	}
	return n
}

func isHeading(l pastedLine) bool { return l.mark == heading }

// asks knows a question by its mark; points of a list inside an answer are none.
func asks(l pastedLine) bool {
	if l.mark != plain && l.mark != numbered {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(l.text, "*_ "), "?") && utf8.RuneCountInString(l.text) <= flow.MaxQuery
}

// headings begin entries; one with nothing but headings below it is a topic.
func headings(lines []pastedLine) scheme {
	return func(i int) (begins, topic bool) {
		if lines[i].mark != heading {
			return false, false
		}
		for _, l := range lines[i+1:] {
			if l.mark != empty {
				deeper := l.mark == heading && l.level > lines[i].level
				return !deeper, deeper
			}
		}
		return true, false
	}
}

// countsUp holds if numbered lines count from 1 and each has text below it: else they are a list of steps.
func countsUp(lines []pastedLine) bool {
	count, below := 0, true
	for _, l := range lines {
		switch l.mark {
		case numbered:
			if !below || l.level != count+1 {
				return false
			}
			count, below = count+1, false
		case plain, bullet:
			below = true
		}
	}
	return count > 1 && below
}

// paragraphs begin with their question; if each is one line, every other one is a question.
func paragraphs(lines []pastedLine) scheme {
	starts := paragraphStarts(lines)
	single := true
	for i := range lines {
		if lines[i].mark != empty && !starts[i] {
			single = false
		}
	}
	order := 0
	begins := map[int]bool{}
	for i := range lines {
		if starts[i] {
			begins[i] = !single || order%2 == 0
			order++
		}
	}
	return func(i int) (bool, bool) { return begins[i], false }
}

func paragraphStarts(lines []pastedLine) map[int]bool {
	starts := map[int]bool{}
	for i, l := range lines {
		starts[i] = l.mark != empty && (i == 0 || lines[i-1].mark == empty)
	}
	return starts
}
