package runtime

import (
	"strings"

	"okienko/assets"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/markdown"
)

// Look is what a bot shows to the public: a type of its own, so that no setting gets out by being added.
type Look struct {
	Bot      string `json:"bot"`
	Name     string `json:"name"` // of the assistant
	Shop     string `json:"shop"`
	Language string `json:"language"`
	Color    string `json:"color"`
	Side     string `json:"side"`
	Avatar   string `json:"avatar,omitempty"`
	Greeting string `json:"greeting,omitempty"`
	Label    string `json:"label,omitempty"`
	Privacy  string `json:"privacy,omitempty"`
	Panel    string `json:"panel"` // the panel's script, from the server's root
}

func (h *Host) look(r *release) Look { return LookOf(r.ref, r.shop, r.bot) }

// LookOf is how a bot looks, also one that is not published: the owner's trial shows a draft by it.
func LookOf(ref store.BotRef, shop store.Shop, bot *flow.Bot) Look {
	look := bot.Look
	privacy, _ := markdown.SafeURL(bot.Settings.PrivacyURL)
	return Look{
		Bot: ref.Bot, Name: or(look.Name, bot.Name), Shop: shop.Name, Language: bot.Language, Color: look.Color,
		Side: or(look.Side, "right"), Avatar: avatar(ref.Bot, look.Avatar), Greeting: look.Greeting, Label: look.Label,
		Privacy: privacy, Panel: "w/" + assets.Hashed("panel.js"),
	}
}

// avatar is the address of a picture that was uploaded, or of one elsewhere.
func avatar(bot, source string) string {
	if id, ok := strings.CutPrefix(source, fileMark); ok {
		return filePath(bot, id)
	}
	src, _ := markdown.SafeURL(source)
	return src
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
