package flow

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Languages are those that a bot can speak.
func Languages() []string { return []string{"pl", "en"} }

// VariableTypes are what a variable can hold, in the order of the form.
func VariableTypes() []string { return []string{"text", "number", "email", "phone"} }

// Wishes are what listeners hear, in the order of the form.
func Wishes() []string { return []string{"human", "menu", "back", "restart"} }

// The colours of text on the bot's colour.
const (
	White = "#ffffff"
	Dark  = "#1b1f27"
)

// Contrast is the contrast of two colours (#rrggbb) after WCAG 2.2: 1 to 21; 0 if one is no colour.
func Contrast(a, b string) float64 {
	one, ok1 := luminance(a)
	two, ok2 := luminance(b)
	if !ok1 || !ok2 {
		return 0
	}
	return (max(one, two) + 0.05) / (min(one, two) + 0.05)
}

// TextOn is the colour of text that reads best on a colour.
func TextOn(color string) string {
	if Contrast(color, White) >= Contrast(color, Dark) {
		return White
	}
	return Dark
}

// luminance is relative luminance as WCAG defines it.
func luminance(color string) (float64, bool) {
	if len(color) != 7 || color[0] != '#' {
		return 0, false
	}
	n, err := strconv.ParseUint(color[1:], 16, 32)
	if err != nil {
		return 0, false
	}
	linear := func(channel uint64) float64 {
		v := float64(channel&255) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n), true
}

func (c *checker) look() {
	l := c.bot.Look
	c.required("look.name", l.Name, "no_look_name")
	c.length("look.name", l.Name, MaxName)
	c.length("look.greeting", l.Greeting, MaxPrompt)
	c.length("look.label", l.Label, MaxLabel)
	if _, ok := luminance(l.Color); !ok {
		c.refuse("look.color", "bad_color")
	}
	c.among("look.side", l.Side, []string{"right", "left"}, "bad_side")
	if l.Avatar != "" {
		c.image("look.avatar", l.Avatar)
	}
}

func (c *checker) settings() {
	s := c.bot.Settings
	c.between("settings.patience", s.Patience, 1, MaxTries)
	c.between("settings.boldness", s.Boldness, 1, MaxBoldness)
	c.between("settings.silence_after", s.SilenceAfter, MinSilence, MaxSilence)
	if s.PrivacyURL != "" && !isWeb(s.PrivacyURL) {
		c.refuse("settings.privacy_url", "bad_url")
	}
	c.count("settings.domains", len(s.Domains), MaxDomains, "too_many_domains")
	for _, d := range s.Domains {
		if !isOrigin(d) {
			c.refuse("settings.domains", "bad_domain", "domain", d)
		}
	}
	for i, t := range s.Texts {
		c.replaced("settings.texts."+t.Key, t, s.Texts[:i])
	}
}

// replaced checks the owner's words for a default text. Those that tell that the bot is one must go on telling it.
func (c *checker) replaced(field string, t Text, before []Text) {
	if DefaultText(c.bot.Language, t.Key) == nil {
		c.refuse(field, "unknown_text", "key", t.Key)
	}
	if slices.ContainsFunc(before, func(u Text) bool { return u.Key == t.Key }) {
		c.refuse(field, "same_id", "id", t.Key)
	}
	c.count(field, len(t.Variants), MaxVariants, "too_many_variants")
	for _, v := range t.Variants {
		c.required(field, v, "no_text")
		c.text(field, v, MaxPrompt, TextVariables(t.Key)...)
		if t.Key == "disclosure" && !Discloses(v) {
			c.refuse(field, "no_disclosure")
		}
	}
}

// image demands an uploaded file or an https address.
func (c *checker) image(field, source string) {
	if id, ok := strings.CutPrefix(source, "file:"); ok {
		if !IsID(id) {
			c.refuse(field, "bad_image")
		}
		return
	}
	if u, err := url.Parse(source); err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || len(source) > MaxURL {
		c.refuse(field, "bad_image")
	}
}

func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && len(address) <= MaxURL
}

// isOrigin accepts "https://sklep.pl" and "http://localhost:8000": scheme and host, nothing after.
func isOrigin(domain string) bool {
	u, err := url.Parse(domain)
	return isWeb(domain) && err == nil && u.Scheme+"://"+u.Host == domain && !strings.Contains(u.Host, "*")
}
