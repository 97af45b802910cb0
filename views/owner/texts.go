package owner

import (
	"context"
	"net/url"
	"strings"

	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/words"
)

// TextsModel is the screen Teksty bota: the owner's words for what the bot says by itself.
type TextsModel struct {
	Bot      string
	Language string            // of the bot
	Typed    map[string]string // by key: the owner's variants, one a line
	Errors   map[string]string // by key
}

// textSection is a part of the form.
type textSection struct {
	name string
	keys []string
}

// textSections hold each default text once, in the order of a conversation.
var textSections = []textSection{
	{"meet", []string{"disclosure", "greeting", "anything_else", "thanks", "goodbye"}},
	{"unknown", []string{"unknown", "unknown_human", "suggest", "part_unknown", "part_suggest", "offer_human", "no_help", "no_help_suggest"}},
	{"retry", []string{
		"retry_choice", "retry_text", "retry_short", "retry_long", "retry_email", "retry_phone",
		"retry_number", "retry_whole", "retry_range", "retry_faq",
	}},
	{"way", []string{"return", "back", "no_back", "restart", "gone"}},
	{"person", []string{
		"hand_over", "trouble", "leave_message", "leave_email", "left_email", "left_phone", "left", "returned",
	}},
	{"statement", []string{
		"withdrawal", "complaint", "stated_again", "details", "details_order", "details_email", "details_added",
	}},
	{"buttons", []string{"human", "menu", "pass"}},
	{"foreign", []string{"foreign", "foreign_uk", "foreign_de", "human_foreign", "human_uk", "human_de"}},
}

// TextsPath is where a bot's texts are.
func TextsPath(bot string) string { return "/bots/" + url.PathEscape(bot) + "/settings/texts" }

// TextField is the name of the field of a default text.
func TextField(key string) string { return "text." + key }

// OwnText is what the field of a default text holds: all variants, but of a button's only the one it shows.
func OwnText(text flow.Text) string {
	if flow.IsLabel(text.Key) && len(text.Variants) > 0 {
		return text.Variants[0]
	}
	return strings.Join(text.Variants, "\n")
}

// own is how many texts of a section the owner has worded.
func (m TextsModel) own(s textSection) int {
	n := 0
	for _, key := range s.keys {
		if strings.TrimSpace(m.Typed[key]) != "" {
			n++
		}
	}
	return n
}

// open tells whether a section has to be seen at once.
func (m TextsModel) open(s textSection) bool {
	for _, key := range s.keys {
		if m.Errors[key] != "" {
			return true
		}
	}
	return m.own(s) > 0
}

func (m TextsModel) defaults(key string) []string { return flow.DefaultText(m.Language, key) }

// field is the form field of a text, without its kind.
func (m TextsModel) field(ctx context.Context, key string) views.Field {
	return views.Field{
		Name: TextField(key), Label: words.T(ctx, "texts.key."+key), Hint: textHint(ctx, key), Rows: 2,
		Value: m.Typed[key], Error: m.Errors[key],
	}
}

// textHint says what a text may hold and what it must.
func textHint(ctx context.Context, key string) string {
	may, must := marks(flow.TextVariables(key)), marks(flow.RequiredVariables(key))
	switch {
	case key == "disclosure":
		return words.T(ctx, "texts.hint_disclosure")
	case must != "":
		return words.T(ctx, "texts.hint_required", "required", must, "variables", may)
	case may != "":
		return words.T(ctx, "texts.hint_variables", "variables", may)
	}
	return ""
}

// marks are the marks of variables as one writes them into a text.
func marks(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = "{{" + name + "}}"
	}
	return strings.Join(list, " ")
}
