// Package words holds every text of the interface, in Polish and English, with plural forms.
// One file per area and language: pl/<area>.json, en/<area>.json.
package words

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed pl/*.json en/*.json
var files embed.FS

// Languages are those of the interface; the first is the default.
var Languages = []string{"pl", "en"}

var (
	bundle     = load()
	localizers = map[string]*i18n.Localizer{
		"pl": i18n.NewLocalizer(bundle, "pl"),
		"en": i18n.NewLocalizer(bundle, "en"),
	}
	matcher = language.NewMatcher([]language.Tag{language.Polish, language.English})
)

func load() *i18n.Bundle {
	b := i18n.NewBundle(language.Polish)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	for _, lang := range Languages {
		entries, err := files.ReadDir(lang)
		if err != nil {
			panic(fmt.Sprintf("words: %v", err))
		}
		for _, e := range entries {
			data, err := files.ReadFile(path.Join(lang, e.Name()))
			if err != nil {
				panic(fmt.Sprintf("words: %v", err))
			}
			if _, err := b.ParseMessageFileBytes(data, lang+".json"); err != nil {
				panic(fmt.Sprintf("words: %s/%s: %v", lang, e.Name(), err))
			}
		}
	}
	return b
}

type languageKey struct{}

// With puts the person's language into the context.
func With(ctx context.Context, lang string) context.Context {
	return context.WithValue(ctx, languageKey{}, lang)
}

// Language is the language of the context, Polish if none was set.
func Language(ctx context.Context) string {
	if lang, ok := ctx.Value(languageKey{}).(string); ok {
		return lang
	}
	return Languages[0]
}

// Match picks the interface's language for an Accept-Language header.
func Match(r *http.Request) string {
	tag, _ := language.MatchStrings(matcher, r.Header.Get("Accept-Language"))
	if base, _ := tag.Base(); base.String() == "en" {
		return "en"
	}
	return Languages[0]
}

// T is the text of key in the context's language. args are name, value pairs for {{.name}}.
func T(ctx context.Context, key string, args ...any) string {
	return In(Language(ctx), key, args...)
}

// N is T with the plural form for count, which the text may show as {{.Count}}.
func N(ctx context.Context, key string, count int, args ...any) string {
	return say(Language(ctx), &i18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateData: data(append(args, "Count", count))})
}

// In is T for a language given by name.
func In(lang, key string, args ...any) string {
	return say(lang, &i18n.LocalizeConfig{MessageID: key, TemplateData: data(args)})
}

func say(lang string, config *i18n.LocalizeConfig) string {
	localizer, ok := localizers[lang]
	if !ok {
		localizer = localizers[Languages[0]]
	}
	text, err := localizer.Localize(config)
	if err != nil && text == "" {
		return "[" + config.MessageID + "]" // a test finds every key that is used and missing
	}
	return strings.TrimSpace(text)
}

func data(args []any) map[string]any {
	m := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		m[fmt.Sprint(args[i])] = args[i+1]
	}
	return m
}

// Fault is the sentence of a fault's key, in the plural form of args["Count"] if there is one.
func Fault(ctx context.Context, key string, args map[string]any) string {
	config := &i18n.LocalizeConfig{MessageID: key, TemplateData: args}
	if count, ok := args["Count"].(int); ok {
		config.PluralCount = count
	}
	return say(Language(ctx), config)
}
