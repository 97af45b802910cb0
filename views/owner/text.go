package owner

import (
	"strings"

	"okienko/runtime/flow"
	"okienko/views/markdown"
)

// pieces cuts a Markdown text for a card: its form is dropped, its variables stand out.
func pieces(source string) []flow.Piece { return flow.Pieces(markdown.Plain(source)) }

// filled is a text as a customer sees it who has told nothing yet: each variable gives way to its
// fallback, or to its name where there is none.
func filled(source string) string {
	var text strings.Builder
	for _, p := range flow.Pieces(source) {
		switch {
		case p.Variable == "":
			text.WriteString(p.Text)
		case p.Fallback != "":
			text.WriteString(p.Fallback)
		default:
			text.WriteString("‹" + p.Variable + "›")
		}
	}
	return text.String()
}

// oneLine is a text for a list: its form dropped, on one line.
func oneLine(source string) string { return strings.Join(strings.Fields(markdown.Plain(source)), " ") }

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
