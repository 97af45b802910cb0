// Package markdown turns what people write into a small tree of allowed things: paragraphs, lists,
// headings, bold, italics, code, line breaks and safe links. There is no raw HTML on any way through it:
// a tag that somebody writes stays the text that it is.
package markdown

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

const (
	// MaxSource is how many bytes of a text are read; the rest is cut. The longest answer of an entry fits, and the
	// worst nest of brackets takes half a second (the parser is quadratic in it).
	MaxSource = 24 << 10
	// MaxDepth is how deep things may lie in each other; what lies deeper loses its form and stays text.
	MaxDepth = 12
)

// Node is a part of a text: plain text (only Text is set) or an element.
// In JSON a plain text is a string and an element an object:
//
//	[{"t": "p", "c": ["Zwrot ", {"t": "b", "c": ["14 dni"]}, {"t": "br"}, {"t": "a", "href": "https://x.pl", "c": ["tutaj"]}]},
//	 {"t": "ul", "c": [{"t": "li", "c": ["pierwszy"]}]}]
type Node struct {
	Type     string // p, h, ul, ol, li, b, i, code, br, a; empty for plain text
	Text     string
	Href     string // of a: has passed SafeURL
	Children []Node
}

type element struct {
	Type     string `json:"t"`
	Href     string `json:"href,omitempty"`
	Children []Node `json:"c,omitempty"`
}

// MarshalJSON writes the form shown at Node.
func (n Node) MarshalJSON() ([]byte, error) {
	if n.Type == "" {
		return json.Marshal(n.Text)
	}
	return json.Marshal(element{n.Type, n.Href, n.Children})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (n *Node) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		*n = Node{}
		return json.Unmarshal(data, &n.Text)
	}
	var e element
	if err := json.Unmarshal(data, &e); err != nil {
		return err
	}
	*n = Node{Type: e.Type, Href: e.Href, Children: e.Children}
	return nil
}

// Setext headings are left out: nobody who puts dashes under a line means one.
// HTML is left out so that it is text like any other.
var reader = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	),
)

// Tree reads a text. Every string is a text, so there is no error; an empty one has no nodes.
func Tree(source string) []Node {
	data := []byte(clean(source))
	b := builder{source: data}
	return b.blocks(reader.Parse(text.NewReader(data)), 0)
}

// clean cuts what is too long and drops what has no place in a text: control characters and broken UTF-8.
func clean(source string) string {
	if len(source) > MaxSource {
		source = source[:MaxSource]
		for len(source) > 0 && !utf8.RuneStart(source[len(source)-1]) {
			source = source[:len(source)-1]
		}
	}
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, source)
}
