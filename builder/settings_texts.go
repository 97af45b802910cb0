package builder

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/builder/edit"
	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

func (b *Builder) botTextsPage(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	m := textsModel(ref(r.Context()).Bot, &draft.Bot)
	views.Render(w, r, http.StatusOK, owner.BotTexts(m))
	return nil
}

func textsModel(id string, bot *flow.Bot) owner.TextsModel {
	m := owner.TextsModel{Bot: id, Language: bot.Language, Typed: map[string]string{}}
	for _, text := range bot.Settings.Texts {
		m.Typed[text.Key] = owner.OwnText(text)
	}
	return m
}

// saveBotTexts changes what the draft says by itself in one step that undo takes back. What does not fit is
// told at its field, and the form comes back as it was typed.
func (b *Builder) saveBotTexts(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	if err := r.ParseForm(); err != nil {
		return unreadable(err)
	}
	draft, err := b.Store.Draft(ctx, ref(ctx))
	if err != nil {
		return err
	}
	m := textsModel(ref(ctx).Bot, &draft.Bot)
	draft.Bot.Settings.Texts = readTexts(r.PostForm, &draft.Bot)
	if m.Errors = textErrors(ctx, &draft.Bot); len(m.Errors) > 0 {
		for _, text := range flow.DefaultTexts(draft.Bot.Language) {
			if field := owner.TextField(text.Key); r.PostForm.Has(field) {
				m.Typed[text.Key] = r.PostForm.Get(field)
			}
		}
		views.Render(w, r, http.StatusUnprocessableEntity, owner.BotTexts(m))
		return nil
	}
	_, err = b.changeByForm(ctx, func(now *flow.Bot) ([]edit.Op, error) {
		settings := now.Settings
		settings.Texts = readTexts(r.PostForm, now)
		if slices.EqualFunc(settings.Texts, now.Settings.Texts, sameText) {
			return nil, nil
		}
		return []edit.Op{&edit.SetBot{Settings: &settings}}, nil
	})
	if err != nil {
		return err
	}
	return b.saved(w, r, owner.TextsPath(m.Bot))
}

func sameText(a, b flow.Text) bool { return a.Key == b.Key && slices.Equal(a.Variants, b.Variants) }

// readTexts takes the owner's variants, one a line. A text whose field is as it was shown stays: it may hold
// lines of its own that a file brought. A text without variants is Okienko's again.
func readTexts(form url.Values, bot *flow.Bot) []flow.Text {
	var texts []flow.Text
	for _, text := range flow.DefaultTexts(bot.Language) {
		old := flow.Text{Key: text.Key}
		if at := slices.IndexFunc(bot.Settings.Texts, func(t flow.Text) bool { return t.Key == text.Key }); at >= 0 {
			old = bot.Settings.Texts[at]
		}
		field := owner.TextField(text.Key)
		typed := strings.ReplaceAll(form.Get(field), "\r\n", "\n")
		if form.Has(field) && typed != owner.OwnText(old) {
			old.Variants = variantsIn(typed)
		}
		if len(old.Variants) > 0 {
			texts = append(texts, old)
		}
	}
	return texts
}

// variantsIn are the lines of a text, each once, without empty ones.
func variantsIn(typed string) []string {
	var variants []string
	for line := range strings.SplitSeq(typed, "\n") {
		if line = strings.TrimSpace(line); line != "" && !slices.Contains(variants, line) {
			variants = append(variants, line)
		}
	}
	return variants
}

// textErrors are the sentences about texts that don't fit, by key.
func textErrors(ctx context.Context, bot *flow.Bot) map[string]string {
	errors := map[string]string{}
	for _, text := range bot.Settings.Texts {
		if sentence := unfitText(ctx, text); sentence != "" {
			errors[text.Key] = sentence
		}
	}
	for _, p := range flow.Validate(bot) {
		key, ok := strings.CutPrefix(p.Field, "settings.texts.")
		if ok && p.Severity == flow.Refusal && errors[key] == "" {
			errors[key] = words.T(ctx, p.Key, p.Args...)
		}
	}
	return errors
}

// unfitText says what this form demands beyond flow.Validate: labels that look like buttons, and required variables.
func unfitText(ctx context.Context, text flow.Text) string {
	for _, variant := range text.Variants {
		if flow.IsLabel(text.Key) && utf8.RuneCountInString(variant) > flow.MaxLabel {
			return words.T(ctx, "flow.check.too_long", "most", flow.MaxLabel)
		}
		for _, name := range flow.RequiredVariables(text.Key) {
			if !slices.ContainsFunc(flow.Pieces(variant), func(p flow.Piece) bool { return p.Variable == name }) {
				return words.T(ctx, "texts.missing", "variable", "{{"+name+"}}", "variant", variant)
			}
		}
	}
	return ""
}
