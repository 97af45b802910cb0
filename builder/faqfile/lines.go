package faqfile

import (
	"regexp"
	"strconv"
	"strings"

	"okienko/runtime/flow"
)

var (
	questionLabel = regexp.MustCompile(`^[*_]*(?i:(?:q|p|pyt|pytanie|question)\s*\d*\s*:|(?:pytanie|question)\s*\d+\s*[.)])[*_]*\s*(.*)$`)
	answerLabel   = regexp.MustCompile(`^[*_]*(?i:(?:a|o|odp|odpowiedź|odpowiedz|answer)\s*\d*\s*:|(?:odpowiedź|odpowiedz|answer)\s*\d+\s*[.)])[*_]*\s*(.*)$`)
	hashes        = regexp.MustCompile(`^(#{1,6})\s+(.+?)\s*#*$`)
	bold          = regexp.MustCompile(`^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$`)
	number        = regexp.MustCompile(`^(\d{1,4})[.)]\s+(.+)$`)
	point         = regexp.MustCompile(`^[-*•–·]\s+`)
)

// boldLevel is the level of a heading that is only a bold line: below all others.
const boldLevel = 7

func read(text string) []pastedLine {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n").Replace(text)
	var lines []pastedLine
	for i, raw := range strings.Split(text, "\n") {
		lines = append(lines, readLine(i+1, raw))
	}
	return lines
}

func readLine(n int, raw string) pastedLine {
	l := pastedLine{number: n, text: strings.TrimRight(raw, " \t\u00a0")}
	trimmed := strings.TrimSpace(raw)
	switch {
	case trimmed == "":
		l.mark = empty
	case questionLabel.MatchString(trimmed):
		l.mark, l.text = question, questionLabel.FindStringSubmatch(trimmed)[1]
	case answerLabel.MatchString(trimmed):
		l.mark, l.text = answer, answerLabel.FindStringSubmatch(trimmed)[1]
	case hashes.MatchString(trimmed):
		m := hashes.FindStringSubmatch(trimmed)
		l.mark, l.level, l.text = heading, len(m[1]), m[2]
	case bold.MatchString(trimmed):
		l.mark, l.level, l.text = heading, boldLevel, bold.FindStringSubmatch(trimmed)[1]
	case point.MatchString(trimmed):
		l.mark, l.text = bullet, point.ReplaceAllString(trimmed, "- ")
	case number.MatchString(trimmed):
		m := number.FindStringSubmatch(trimmed)
		l.mark, l.text = numbered, m[2]
		l.level, _ = strconv.Atoi(m[1])
	}
	return l
}

// inAnswer is a line as it stands in an answer, its mark included.
func (l pastedLine) inAnswer() string {
	switch l.mark {
	case numbered:
		return strconv.Itoa(l.level) + ". " + l.text
	case heading:
		return "**" + strings.Trim(l.text, "*_") + "**"
	}
	return l.text
}

// collector makes rows of lines: one that begins an entry is its question, all below is its answer.
type collector struct {
	rows  []Row
	body  []string
	topic string
	open  bool // the last row is an entry whose answer may go on
}

func collect(lines []pastedLine, s scheme) []Row {
	var c collector
	for i, l := range lines {
		begins, names := s(i)
		switch {
		case names:
			c.close()
			c.topic = bare(l.text)
		case begins:
			c.close()
			c.rows = append(c.rows, Row{Line: l.number, Entry: flow.Entry{Topic: c.topic, Question: bare(l.text)}})
			c.open = true
		case c.open:
			c.body = append(c.body, l.inAnswer())
		case l.mark != empty:
			c.rows = append(c.rows, Row{Line: l.number, Entry: flow.Entry{Question: clip(l.inAnswer())}, Refusal: refuse("faqfile.refused.before")})
		}
	}
	c.close()
	return c.rows
}

func (c *collector) close() {
	if c.open {
		c.rows[len(c.rows)-1].Entry.Answer = strings.Join(c.body, "\n")
	}
	c.body, c.open = nil, false
}

func bare(text string) string { return strings.Trim(text, "*_ ") }
