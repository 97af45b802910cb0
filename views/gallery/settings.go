package gallery

import (
	"time"

	"okienko/runtime/flow"
	"okienko/views/owner"
)

func wizardScreens() []Screen {
	fresh := owner.WizardModel{Action: "/setup/x", Template: "sklep", Errors: map[string]string{}, Templates: []owner.TemplateModel{
		{Slug: "sklep", Name: "Sklep: dostawa, zwroty, kontakt", Text: "Dla sklepu internetowego.", Phone: phone()},
		{Slug: "faq", Name: "FAQ i kontakt", Text: "Najprostszy początek.", Phone: owner.PhoneModel{Color: "#1f6f4a"}},
	}}
	refused := fresh
	refused.Shop, refused.Email = "Kwiaty u Ani", "ania@"
	refused.Errors = map[string]string{
		"email": "Wpisz pełny adres, na przykład ania@sklep.pl.", "password": "Hasło musi mieć co najmniej 12 znaków.",
	}
	return []Screen{
		{Name: "wizard/fresh", Show: owner.Wizard(fresh), Chrome: nobody},
		{Name: "wizard/refused", Show: owner.Wizard(refused), Chrome: nobody},
	}
}

func settingsScreens() []Screen {
	account := owner.AccountModel{Now: now, Email: "ania@kwiatyuani.pl", Devices: []owner.DeviceModel{
		{Name: "Firefox, Windows", Seen: now, Here: true}, {Name: "Safari, iPhone", Seen: now.Add(-26 * time.Hour)},
	}}
	refused := account
	refused.OldError, refused.NewError = "To nie jest obecne hasło.", "Hasło musi mieć co najmniej 12 znaków."
	bot := flow.Bot{
		Name: "Asystent", Look: flow.Look{Name: "Kwiaty u Ani", Color: "#7a3b69", Side: "right", Label: "Zapytaj", Greeting: "Pytanie o bukiet? Odpowiem od razu."},
		Settings: flow.Settings{Patience: 3, Domains: []string{"https://kwiatyuani.pl"}},
		Flows: []flow.Flow{{ID: "main", Start: "a", Nodes: []flow.Node{{ID: "a", Blocks: flow.Blocks{
			&flow.SayText{Text: "Dzień dobry. Tu automatyczny asystent sklepu **Kwiaty u Ani**."},
		}}}}},
	}
	pale := bot
	pale.Look.Color = "#ffe9a8"
	return []Screen{
		{Name: "settings/shop", Show: owner.ShopSettings(owner.ShopSettingsModel{Name: "Kwiaty u Ani"})},
		{Name: "settings/shop-refused", Show: owner.ShopSettings(owner.ShopSettingsModel{Error: "Wpisz nazwę sklepu."})},
		{Name: "settings/account", Show: owner.Account(account)},
		{Name: "settings/account-refused", Show: owner.Account(refused)},
		{Name: "settings/bot", Show: owner.BotSettings(owner.BotSettingsModel{Bot: "asystent", Draft: bot})},
		{Name: "settings/bot-pale", Show: owner.BotSettings(owner.BotSettingsModel{Bot: "asystent", Draft: pale, Pale: []string{
			"Kolor jest blady: na białej stronie okienko będzie słabo widać (kontrast 1,9, potrzeba 3). Wybierz ciemniejszy.",
		}})},
		{Name: "settings/bot-refused", Show: owner.BotSettings(owner.BotSettingsModel{Bot: "asystent", Draft: bot, Errors: map[string]string{
			"look.name": "Nazwij asystenta.", "settings.domains": "To nie jest adres strony.", "listeners": "Ten tekst jest za długi, najwięcej znaków: 500. Skróć go albo podziel.",
		}})},
		{Name: "settings/texts", Show: owner.BotTexts(owner.TextsModel{Bot: "asystent", Language: "pl"})},
		{Name: "settings/texts-refused", Show: owner.BotTexts(owner.TextsModel{
			Bot: "asystent", Language: "pl",
			Typed:  map[string]string{"disclosure": "Tu Kwiaty u Ani.", "thanks": "Miło mi.\nProszę bardzo, po to tu jestem."},
			Errors: map[string]string{"disclosure": "Ten tekst musi mówić, że odpowiada automat: wymaga tego prawo."},
		})},
	}
}
