package engine

import (
	"strings"
	"unicode/utf8"

	"okienko/runtime/flow"
)

func (r *run) emit(a Action) { r.out = append(r.out, a) }

// say says a text of the block that runs; an empty one is not said.
func (r *run) say(text string) {
	if text != "" {
		r.emit(Action{Kind: Say, Node: r.at.Node, Block: r.at.Block, Text: text})
	}
}

// text is the next variant of a default text, with extra values that only it may hold.
// Extras are put in as they are.
func (r *run) text(key string, extra ...Value) string {
	variants := r.variants(key)
	if len(variants) == 0 {
		return ""
	}
	return r.fill(variants[r.times(key)%len(variants)], escape, extra...)
}

// variants are the owner's words, followed by the default ones while the owner's would have to repeat.
func (r *run) variants(key string) []string {
	defaults := flow.DefaultText(r.bot.Language, key)
	for _, t := range r.bot.Settings.Texts {
		if t.Key != key || len(t.Variants) == 0 {
			continue
		}
		if len(t.Variants) > 1 {
			return t.Variants
		}
		return append(t.Variants[:1:1], defaults...)
	}
	return defaults
}

// times counts one more use of a default text and returns how often it was used before.
func (r *run) times(key string) int {
	for i := range r.s.Said {
		if r.s.Said[i].Key == key {
			r.s.Said[i].Times++
			return r.s.Said[i].Times - 1
		}
	}
	r.s.Said = append(r.s.Said, Said{key, 1})
	return 0
}

// label is the text of a button that Okienko adds.
func (r *run) label(key string, extra ...Value) string {
	variants := r.variants(key)
	if len(variants) == 0 {
		return ""
	}
	return r.fill(variants[0], verbatim, extra...)
}

// markdown fills in an owner's text. What customers wrote can't change how it looks.
func (r *run) markdown(text string) string { return r.fill(text, escape) }

// plain fills in what is not Markdown: labels, values.
func (r *run) plain(text string) string { return r.fill(text, verbatim) }

func (r *run) fill(text string, guard func(string) string, extra ...Value) string {
	var out strings.Builder
	for _, p := range flow.Pieces(text) {
		if p.Variable == "" {
			out.WriteString(p.Text)
			continue
		}
		out.WriteString(r.valueOr(p, guard, extra))
	}
	return clip(out.String(), flow.MaxText)
}

func (r *run) valueOr(p flow.Piece, guard func(string) string, extra []Value) string {
	for _, v := range extra {
		if v.Name == p.Variable && v.Text != "" {
			return v.Text
		}
	}
	if text := r.shown(p.Variable); text != "" {
		return guard(text)
	}
	return p.Fallback
}

// shown is a variable as people read it.
func (r *run) shown(name string) string {
	text := r.s.Value(name)
	if d := r.bot.Variable(name); d != nil && d.Type == "number" {
		return formatNumber(text, r.bot.Language)
	}
	return text
}

func verbatim(text string) string { return text }

// escape keeps a value from being read as Markdown.
func escape(text string) string {
	return strings.NewReplacer(
		"\r", "", "\n", " ", `\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
		"<", `\<`, ">", `\>`, "#", `\#`, "~", `\~`, "|", `\|`, "!", `\!`,
	).Replace(text)
}

// clip cuts a text to a number of characters.
func clip(text string, characters int) string {
	if len(text) <= characters || utf8.RuneCountInString(text) <= characters {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:characters-1])) + "…"
}
