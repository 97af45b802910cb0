package builder

import (
	"context"
	"errors"
	"io/fs"
	"net/mail"
	"slices"
	"strings"
	"unicode/utf8"

	"okienko/builder/auth"
	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/templates"
	"okienko/views"
	"okienko/views/words"
)

// SetupForm is what a new server needs to know.
type SetupForm struct {
	Shop     string // its name
	Email    string // of the owner
	Password string
	Template string // slug
	Language string // of the interface: pl or en
}

// Result says what Setup made, by ids.
type Result struct {
	Shop string
	Bot  string
	User string
}

// The longest texts of the form, in characters. An e-mail's limit is that of SMTP.
const (
	longestShop  = 80
	longestEmail = 254
)

// Setup founds the shop with its owner and a bot from a template: what the wizard does, and `okienko setup`.
// What does not fit is fault.Invalid on a field of the form; fault.Conflict means that an owner exists.
func Setup(ctx context.Context, s *store.Store, form SetupForm) (Result, error) {
	form = form.tidy()
	if misfits := form.check(); misfits.Any() {
		return Result{}, misfits.Err()
	}
	bot, err := templates.Open(form.Template)
	if err != nil {
		return Result{}, err
	}
	owner := store.User{ID: store.NewID(), Email: form.Email, Language: form.Language, Password: auth.Hash(form.Password)}
	ref, err := s.CreateShop(ctx, store.Shop{Name: form.Shop, Language: form.Language}, owner, store.Bot{Name: bot.Name}, *bot)
	return Result{Shop: ref.Shop, Bot: ref.Bot, User: owner.ID}, err
}

func (f SetupForm) tidy() SetupForm {
	f.Shop = strings.Join(strings.Fields(f.Shop), " ")
	f.Email = strings.ToLower(strings.TrimSpace(f.Email))
	if !slices.Contains(words.Languages, f.Language) {
		f.Language = words.Languages[0]
	}
	return f
}

func (f SetupForm) check() (misfits views.Errors) {
	switch {
	case f.Shop == "":
		misfits.Add("shop", "wizard.no_shop")
	case utf8.RuneCountInString(f.Shop) > longestShop:
		misfits.Add("shop", "wizard.long_shop", "most", longestShop)
	}
	if !plausible(f.Email) {
		misfits.Add("email", "wizard.no_email")
	}
	name, _, _ := strings.Cut(f.Email, "@")
	if err := auth.CheckPassword(f.Password, f.Shop, f.Email, name); err != nil {
		misfits.Note(fault.Of(err))
	}
	if _, err := templates.Open(f.Template); errors.Is(err, fs.ErrNotExist) {
		misfits.Add("template", "wizard.no_template")
	}
	return misfits
}

// plausible tells that mail could reach an address; only sending would prove it.
func plausible(email string) bool {
	parsed, err := mail.ParseAddress(email)
	if err != nil || parsed.Address != email || len(email) > longestEmail {
		return false
	}
	_, host, _ := strings.Cut(email, "@")
	return strings.Contains(strings.Trim(host, "."), ".")
}
