package owner

import (
	"regexp"
	"strings"

	"okienko/views/markdown"
)

// placeholder is a variable in a text: {{name}} or {{name ?? fallback}}.
var placeholder = regexp.MustCompile(`\{\{\s*([\p{L}\d_]+)\s*(?:\?\?\s*([^{}]*?)\s*)?\}\}`)

// piece is a stretch of a text: plain words, or a variable by its name.
type piece struct {
	Text     string
	Variable string
}

// pieces cuts a Markdown text for a card: its form is dropped, its variables stand out.
func pieces(source string) []piece {
	text := markdown.Plain(source)
	var list []piece
	end := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		list = append(list, piece{Text: text[end:at[0]]}, piece{Variable: text[at[2]:at[3]]})
		end = at[1]
	}
	return append(list, piece{Text: text[end:]})
}

// filled is a text as a customer sees it who has told nothing yet: each variable gives way to its
// fallback, or to its name where there is none.
func filled(source string) string {
	return placeholder.ReplaceAllStringFunc(source, func(hit string) string {
		parts := placeholder.FindStringSubmatch(hit)
		if parts[2] != "" || strings.Contains(hit, "??") {
			return parts[2]
		}
		return "‹" + parts[1] + "›"
	})
}
