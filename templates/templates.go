// Package templates holds ready bots as data: a flow, its questions and answers, and a conversation that
// a test replays. Texts that the owner must complete hold a mark like [uzupełnij: godziny pracy].
package templates

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"

	"okienko/runtime/flow"
	"okienko/runtime/packed"
)

//go:generate go run okienko/runtime/packed/pack templates.br */bot.json */faq.json

//go:embed templates.br
var templates []byte

// files are the templates' files, such as "sklep/bot.json".
var files = sync.OnceValue(func() map[string]string { return packed.Files(templates) })

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
	text, ok := files()[slug+"/bot.json"]
	if !ok {
		return nil, fmt.Errorf("no template %q: %w", slug, fs.ErrNotExist)
	}
	bot, err := flow.Read([]byte(text))
	if err != nil {
		return nil, err
	}
	return bot, json.Unmarshal([]byte(files()[slug+"/faq.json"]), &bot.Entries)
}
