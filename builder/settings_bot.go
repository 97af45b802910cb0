package builder

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"okienko/builder/edit"
	"okienko/builder/faqfile"
	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

func (b *Builder) botSettingsPage(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.BotSettings(owner.BotSettingsModel{
		Bot: ref(r.Context()).Bot, Draft: draft.Bot, Pale: pale(r.Context(), &draft.Bot),
	}))
	return nil
}

// pale is what the eyes will miss in the bot's colour. It is told and not refused: a brand's colour is its owner's.
func pale(ctx context.Context, bot *flow.Bot) []string {
	var sentences []string
	for _, issue := range flow.Inspect(bot) {
		if issue.Field == "look.color" {
			sentences = append(sentences, words.T(ctx, issue.Key, issue.Args...))
		}
	}
	return sentences
}

// saveBotSettings changes look and rules of the draft in one step that undo takes back. What does not fit
// is told at its field, and the form comes back as it was typed.
func (b *Builder) saveBotSettings(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	m := owner.BotSettingsModel{Bot: ref(r.Context()).Bot, Draft: draft.Bot, Errors: map[string]string{}}
	if err := b.readAvatar(r, &m); err != nil {
		return err
	}
	readBotSettings(r.PostForm, &m.Draft)
	readWishes(r.PostForm, &m.Draft)
	for _, p := range flow.Validate(&m.Draft) {
		if p.Severity == flow.Refusal && ofSettings(p) && m.Errors[p.Field] == "" {
			m.Errors[p.Field] = words.T(r.Context(), p.Key, p.Args...)
		}
	}
	if len(m.Errors) > 0 {
		views.Render(w, r, http.StatusUnprocessableEntity, owner.BotSettings(m))
		return nil
	}
	_, err = b.changeByForm(r.Context(), func(now *flow.Bot) ([]edit.Op, error) {
		heard := *now // a step deleted meanwhile is no place to lead to any more
		readWishes(r.PostForm, &heard)
		return []edit.Op{&edit.SetBot{Look: &m.Draft.Look, Settings: &m.Draft.Settings, Listeners: &heard.Listeners}}, nil
	})
	if err != nil {
		return err
	}
	return b.saved(w, r, "/bots/"+m.Bot+"/settings")
}

// ofSettings tells whether a problem is one of this form: where listeners lead to is not.
func ofSettings(p flow.Problem) bool {
	long := p.Key == "flow.check.too_long" || p.Key == "flow.check.too_many_phrases"
	return strings.HasPrefix(p.Field, "look.") || strings.HasPrefix(p.Field, "settings.") || p.Field == "listeners" && long
}

// readAvatar keeps an uploaded picture; without one the old stays, unless it is to go.
func (b *Builder) readAvatar(r *http.Request, m *owner.BotSettingsModel) error {
	source, err := b.takePicture(r, ref(r.Context()))
	if r.PostForm == nil {
		return err
	}
	switch {
	case err == nil:
		m.Draft.Look.Avatar = source
	case r.PostForm.Get("no_avatar") != "":
		m.Draft.Look.Avatar = ""
	case hasFile(r):
		m.Errors["look.avatar"] = views.Say(r.Context(), err)
	}
	return nil
}

func hasFile(r *http.Request) bool {
	return r.MultipartForm != nil && len(r.MultipartForm.File["file"]) > 0 && r.MultipartForm.File["file"][0].Size > 0
}

// readBotSettings takes what the form says; flow.Validate judges it.
func readBotSettings(form url.Values, bot *flow.Bot) {
	look, rules := &bot.Look, &bot.Settings
	look.Name = strings.TrimSpace(form.Get("name"))
	look.Color = strings.ToLower(form.Get("color"))
	look.Side = form.Get("side")
	look.Label = strings.TrimSpace(form.Get("label"))
	look.Greeting = strings.TrimSpace(form.Get("greeting"))
	rules.PrivacyURL = strings.TrimSpace(form.Get("privacy"))
	rules.Patience, _ = strconv.Atoi(form.Get("patience"))
	rules.SilenceAfter, _ = strconv.Atoi(form.Get("silence"))
	rules.Domains = nil
	for line := range strings.FieldsFuncSeq(form.Get("domains"), func(c rune) bool { return c == '\n' || c == ',' || c == ' ' || c == '\r' }) {
		rules.Domains = append(rules.Domains, origin(line))
	}
}

// readWishes takes the shop's own ways of asking for a person, the menu and so on, one a line. A wish that
// the form does not hold keeps its phrases.
func readWishes(form url.Values, bot *flow.Bot) {
	bot.Listeners = slices.Clone(bot.Listeners)
	for _, wish := range flow.Wishes() {
		field := owner.WishField(wish)
		if !form.Has(field) {
			continue
		}
		phrases := faqfile.Tidy(flow.Entry{Phrases: strings.Split(form.Get(field), "\n")}).Phrases
		at := slices.IndexFunc(bot.Listeners, func(l flow.Listener) bool { return l.Wish == wish })
		if at < 0 && len(phrases) > 0 {
			at = len(bot.Listeners)
			bot.Listeners = append(bot.Listeners, flow.Listener{Wish: wish})
		}
		if at >= 0 {
			bot.Listeners[at].Phrases = phrases
		}
	}
}

// origin is the part of a pasted address that a browser calls its origin: "sklep.pl/koszyk" is "https://sklep.pl".
func origin(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.ToLower(u.Scheme + "://" + u.Host)
}
