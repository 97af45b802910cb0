package faqfile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"okienko/runtime/flow"
)

func refuse(key string, args ...any) *Refusal {
	r := &Refusal{Key: key, Args: map[string]any{}}
	for i := 0; i+1 < len(args); i += 2 {
		r.Args[args[i].(string)] = args[i+1]
	}
	return r
}

// tidy trims what surrounds texts, composes letters, and drops empty and repeated phrases.
func tidy(e flow.Entry) flow.Entry {
	e.ID, e.Topic, e.Question, e.Answer = line(e.ID), line(e.Topic), line(e.Question), block(e.Answer)
	var phrases []string
	seen := map[string]bool{fold(e.Question): true}
	for _, phrase := range e.Phrases {
		phrase = line(phrase)
		if folded := fold(phrase); folded != "" && !seen[folded] {
			seen[folded] = true
			phrases = append(phrases, phrase)
		}
	}
	e.Phrases = phrases
	return e
}

// line makes one line of a text.
func line(text string) string {
	return strings.Join(strings.Fields(norm.NFC.String(visible(text))), " ")
}

// block keeps lines and indents, and at most one empty line between paragraphs.
func block(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ").Replace(visible(text))
	var lines []string
	for _, l := range strings.Split(norm.NFC.String(text), "\n") {
		l = strings.TrimRightFunc(l, unicode.IsSpace)
		if l != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, l)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// visible drops control characters other than line ends and tabs.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || r == '\ufeff' || r == '\u200b' || r == '\u00ad' {
			return -1
		}
		return r
	}, text)
}

func check(e flow.Entry) *Refusal {
	if broken(e) {
		return refuse("faqfile.refused.encoding")
	}
	switch {
	case e.Question == "" && e.Answer == "":
		return refuse("faqfile.refused.empty")
	case e.Question == "":
		return refuse("faqfile.refused.no_question")
	case e.Answer == "":
		return refuse("faqfile.refused.no_answer")
	case fold(e.Question) == "":
		return refuse("faqfile.refused.no_letters")
	case !goodID(e.ID):
		return refuse("faqfile.refused.id", "limit", flow.MaxID)
	case len(e.Phrases) > flow.MaxPhrases:
		return refuse("faqfile.refused.phrases", "count", len(e.Phrases), "limit", flow.MaxPhrases)
	}
	return tooLong(e)
}

func broken(e flow.Entry) bool {
	texts := append([]string{e.ID, e.Topic, e.Question, e.Answer}, e.Phrases...)
	return slices.ContainsFunc(texts, func(text string) bool {
		return strings.ContainsRune(text, utf8.RuneError) || !utf8.ValidString(text)
	})
}

func tooLong(e flow.Entry) *Refusal {
	for _, field := range []struct {
		key   string
		text  string
		limit int
	}{
		{"faqfile.refused.long_question", e.Question, flow.MaxQuery},
		{"faqfile.refused.long_answer", e.Answer, flow.MaxEntry},
		{"faqfile.refused.long_topic", e.Topic, MaxTopic},
	} {
		if n := utf8.RuneCountInString(field.text); n > field.limit {
			return refuse(field.key, "count", n, "limit", field.limit)
		}
	}
	for _, phrase := range e.Phrases {
		if n := utf8.RuneCountInString(phrase); n > flow.MaxQuery {
			return refuse("faqfile.refused.long_phrase", "count", n, "limit", flow.MaxQuery)
		}
	}
	return nil
}

// goodID allows what can stand in an address; an empty id is made later.
func goodID(id string) bool {
	if len(id) > flow.MaxID {
		return false
	}
	return !strings.ContainsFunc(id, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
	})
}

// refuseRepeated refuses the second of two rows with one id or one question.
func refuseRepeated(rows []Row) {
	ids, questions := map[string]int{}, map[string]int{}
	for i := range rows {
		if rows[i].Refusal != nil {
			continue
		}
		id, question := rows[i].Entry.ID, fold(rows[i].Entry.Question)
		if first, ok := questions[question]; ok {
			rows[i].Refusal = refuse("faqfile.refused.repeated", "line", first)
		} else if first, ok := ids[id]; ok && id != "" {
			rows[i].Refusal = refuse("faqfile.refused.repeated_id", "id", id, "line", first)
		} else {
			ids[id], questions[question] = rows[i].Line, rows[i].Line
		}
	}
}

var folder = strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z")

// fold is a question for comparing: small letters without diacritics, punctuation and extra spaces.
func fold(text string) string {
	words := strings.FieldsFunc(folder.Replace(strings.ToLower(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, " ")
}
