// Package templates holds ready bots as data: a flow, its questions and answers, and a conversation that
// a test replays. Texts that the owner must complete hold a mark like [uzupełnij: godziny pracy].
package templates

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"

	"okienko/runtime/flow"
)

//go:embed */bot.json */faq.json
var files embed.FS

// Template is a ready bot to begin with. Name and Description are by language: pl, en.
type Template struct {
	Slug        string
	Name        map[string]string
	Description map[string]string
}

// All are the templates in the order of the wizard.
func All() []Template {
	return []Template{
		{"sklep",
			map[string]string{"pl": "Sklep: dostawa, zwroty, kontakt", "en": "Shop: delivery, returns, contact"},
			map[string]string{
				"pl": "Dla sklepu internetowego. Pomaga znaleźć paczkę, przyjmuje zwroty i reklamacje, odpowiada na 25 pytań.",
				"en": "For an online shop. Helps to find a parcel, takes returns and complaints, answers 25 questions.",
			}},
		{"wizyta",
			map[string]string{"pl": "Umów wizytę / zostaw kontakt", "en": "Book a visit / leave a contact"},
			map[string]string{
				"pl": "Dla usług na umówioną godzinę. Zbiera prośby o wizytę, przyjmuje zmiany, odpowiada na 17 pytań.",
				"en": "For services by appointment. Collects requests for visits, takes changes, answers 17 questions.",
			}},
		{"faq",
			map[string]string{"pl": "FAQ i kontakt", "en": "FAQ and contact"},
			map[string]string{
				"pl": "Najprostszy początek: odpowiada na pytania, a czego nie wie, przekazuje człowiekowi.",
				"en": "The simplest beginning: answers questions and hands over to a person what it does not know.",
			}},
	}
}

// Open reads a template's bot with its entries. Each call returns a bot of its own.
func Open(slug string) (*flow.Bot, error) {
	data, err := files.ReadFile(path.Join(slug, "bot.json"))
	if err != nil {
		return nil, fmt.Errorf("no template %q: %w", slug, fs.ErrNotExist)
	}
	bot, err := flow.Read(data)
	if err != nil {
		return nil, err
	}
	if data, err = files.ReadFile(path.Join(slug, "faq.json")); err != nil {
		return nil, err
	}
	return bot, json.Unmarshal(data, &bot.Entries)
}
