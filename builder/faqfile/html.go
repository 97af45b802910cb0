package faqfile

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var tag = regexp.MustCompile(`(?i)</?(?:h[1-6]|p|li|ul|ol|dt|dd|div|br|summary|details|strong|section|article)(?:\s[^<>]*)?/?>`)

func looksHTML(text string) bool { return tag.MatchString(text) }

// fromHTML writes the text of a page as lines: headings, terms and summaries as headings,
// points with a dash, links as Markdown. Lines keep their numbers only roughly.
func fromHTML(text string) string {
	var w writer
	for tokens := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken { // the end: the tokenizer accepts everything else
			return w.String()
		}
		token := tokens.Token()
		switch kind {
		case html.TextToken:
			w.words(token.Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start(token)
		case html.EndTagToken:
			w.end(token.DataAtom)
		}
	}
}

type writer struct {
	strings.Builder
	hidden int
	href   string
}

func (w *writer) words(text string) {
	if w.hidden == 0 {
		w.WriteString(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " "))
	}
}

func (w *writer) start(t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style:
		w.hidden++
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.WriteString("\n\n" + strings.Repeat("#", int(t.Data[1]-'0')) + " ")
	case atom.Dt, atom.Summary:
		w.WriteString("\n\n###### ")
	case atom.Li:
		w.WriteString("\n- ")
	case atom.Br:
		w.WriteString("\n")
	case atom.P, atom.Div, atom.Dd, atom.Section, atom.Article, atom.Ul, atom.Ol, atom.Tr:
		w.WriteString("\n\n")
	case atom.Strong, atom.B:
		w.WriteString("**")
	case atom.A:
		w.link(t)
	}
}

func (w *writer) link(t html.Token) {
	for _, a := range t.Attr {
		if a.Key == "href" && (strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "http://") || strings.HasPrefix(a.Val, "mailto:") || strings.HasPrefix(a.Val, "tel:")) {
			w.href = a.Val
			w.WriteString("[")
		}
	}
}

func (w *writer) end(a atom.Atom) {
	switch a {
	case atom.Script, atom.Style:
		w.hidden = max(0, w.hidden-1)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt, atom.Summary, atom.P, atom.Div, atom.Dd, atom.Ul, atom.Ol:
		w.WriteString("\n\n")
	case atom.Strong, atom.B:
		w.WriteString("**")
	case atom.A:
		if w.href != "" {
			w.WriteString("](" + w.href + ")")
			w.href = ""
		}
	}
}
