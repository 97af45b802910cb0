package builder

import (
	"crypto/subtle"
	"net/http"

	"okienko/runtime/fault"
	"okienko/templates"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

func (b *Builder) setupRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/setup/{token}", Role: Anyone, Handler: try(b.wizardPage)},
		{Method: "POST", Pattern: "/setup/{token}", Role: Anyone, Handler: try(b.wizardSave), Body: 16 << 10},
	}
}

func (b *Builder) wizardPage(w http.ResponseWriter, r *http.Request) error {
	if err := b.holdsToken(r); err != nil {
		return err
	}
	m, err := wizardModel(r, SetupForm{Template: templates.All()[0].Slug}, views.Errors{})
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Wizard(m))
	return nil
}

func (b *Builder) wizardSave(w http.ResponseWriter, r *http.Request) error {
	if err := b.holdsToken(r); err != nil {
		return err
	}
	form := SetupForm{
		Shop: r.PostFormValue("shop"), Email: r.PostFormValue("email"), Password: r.PostFormValue("password"),
		Template: r.PostFormValue("template"), Language: words.Language(r.Context()),
	}
	if misfits := form.tidy().check(); misfits.Any() {
		return wizardAgain(w, r, form, misfits)
	}
	made, err := Setup(r.Context(), b.Store, form)
	if err != nil {
		return err
	}
	b.owned.Store(true)
	user, err := b.Store.User(r.Context(), made.Shop, made.User)
	if err != nil {
		return err
	}
	if err := b.sessions.Begin(w, r, user); err != nil {
		return err
	}
	views.Go(w, r, "/bots/"+made.Bot+"/editor")
	return nil
}

// wizardAgain shows the form with what was typed. The password never travels back: with our script the field
// keeps it by itself, as the form is changed in place; without, the person is told to type it again.
func wizardAgain(w http.ResponseWriter, r *http.Request, form SetupForm, misfits views.Errors) error {
	m, err := wizardModel(r, form, misfits)
	if err != nil {
		return err
	}
	if views.Fragment(r) {
		views.Render(w, r, http.StatusUnprocessableEntity, owner.WizardForm(m))
		return nil
	}
	m.TypeAgain = m.Errors["password"] == ""
	views.Render(w, r, http.StatusUnprocessableEntity, owner.Wizard(m))
	return nil
}

// holdsToken lets only the one-time link in, and nobody once there is an owner.
func (b *Builder) holdsToken(r *http.Request) error {
	owned, err := b.hasOwner(r.Context())
	if err != nil {
		return err
	}
	if owned {
		return fault.New(fault.Gone, "wizard.used")
	}
	if subtle.ConstantTimeCompare([]byte(r.PathValue("token")), []byte(b.setup)) != 1 {
		return fault.New(fault.NotFound, "wizard.not_yet_text")
	}
	return nil
}

func wizardModel(r *http.Request, form SetupForm, misfits views.Errors) (owner.WizardModel, error) {
	m := owner.WizardModel{
		Action: r.URL.Path, Shop: form.Shop, Email: form.Email, Template: form.Template, Errors: map[string]string{},
	}
	for _, field := range []string{"shop", "email", "password", "template"} {
		if sentence := misfits.Of(r.Context(), field); sentence != "" {
			m.Errors[field] = sentence
		}
	}
	lang := words.Language(r.Context())
	for _, t := range templates.All() {
		bot, err := templates.Open(t.Slug)
		if err != nil {
			return m, err
		}
		m.Templates = append(m.Templates, owner.TemplateModel{
			Slug: t.Slug, Name: t.Name[lang], Text: t.Description[lang], Phone: owner.FirstWords("", bot),
		})
	}
	return m, nil
}
