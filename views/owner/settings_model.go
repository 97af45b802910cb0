package owner

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/words"
)

// ShopSettingsModel is what the owner sets for the shop.
type ShopSettingsModel struct {
	Name, Error string
}

// AccountModel is a person's own: the password, and where they are signed in.
type AccountModel struct {
	Now                time.Time
	Email              string
	Devices            []DeviceModel
	OldError, NewError string
}

// DeviceModel is a browser in which the person is signed in.
type DeviceModel struct {
	Name string
	Seen time.Time
	Here bool // this one
}

// BotSettingsModel is a draft whose look and rules are set. Errors are by field as flow.Validate names it.
type BotSettingsModel struct {
	Bot    string // id
	Draft  flow.Bot
	Errors map[string]string
	Pale   []string // what is wrong with the colour for the eyes, though it may stay
}

// phone is the draft's first words, under a name that follows the typing.
func (m BotSettingsModel) phone() PhoneModel {
	phone := FirstWords(m.Bot, &m.Draft)
	phone.Color, phone.NameID = "", "look-name" // painted with all around it
	return phone
}

// WishField is the name of the field with the shop's own phrases for a wish.
func WishField(wish string) string { return "wish." + wish }

// wishPhrases are those phrases, one a line.
func (m BotSettingsModel) wishPhrases(wish string) string {
	for _, l := range m.Draft.Listeners {
		if l.Wish == wish {
			return strings.Join(l.Phrases, "\n")
		}
	}
	return ""
}

// Device is a browser in two words: "Firefox, Windows".
func Device(agent string) string {
	browser, system := "", ""
	for _, known := range [][2]string{ // the more special first: Edge and Opera call themselves Chrome, too
		{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
	} {
		if browser == "" && strings.Contains(agent, known[0]) {
			browser = known[1]
		}
	}
	for _, known := range [][2]string{
		{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "macOS"}, {"Linux", "Linux"},
	} {
		if system == "" && strings.Contains(agent, known[0]) {
			system = known[1]
		}
	}
	switch {
	case browser == "":
		return system
	case system == "":
		return browser
	}
	return browser + ", " + system
}

func (d DeviceModel) name(ctx context.Context) string {
	if d.Name == "" {
		return words.T(ctx, "settings.unknown_device")
	}
	return d.Name
}

// silences are the waits to choose from, in seconds, with the one that is set.
func silences(ctx context.Context, set int) []views.Option {
	waits := []int{60, 120, 300, 600, 1800, 3600}
	if !slices.Contains(waits, set) {
		waits = append(waits, set)
		slices.Sort(waits)
	}
	options := make([]views.Option, len(waits))
	for i, wait := range waits {
		options[i] = views.Option{Value: strconv.Itoa(wait), Label: words.N(ctx, "settings.minutes", wait/60)}
		if wait%60 != 0 {
			options[i].Label = words.N(ctx, "settings.seconds", wait)
		}
	}
	return options
}

func patiences(ctx context.Context, set int) []views.Option {
	var options []views.Option
	for n := 1; n <= max(5, set); n++ {
		options = append(options, views.Option{Value: strconv.Itoa(n), Label: words.N(ctx, "settings.times", n)})
	}
	return options
}

func orDefault(set, otherwise int) int {
	if set == 0 {
		return otherwise
	}
	return set
}
