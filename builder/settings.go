package builder

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"okienko/builder/auth"
	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) settingsRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/settings", Role: store.Viewer, Handler: try(b.settingsPage)},
		{Method: "POST", Pattern: "/settings", Role: store.Owner, Handler: try(b.saveShop)},
		{Method: "GET", Pattern: "/settings/backup", Role: store.Owner, Handler: try(b.downloadBackup)},
		{Method: "GET", Pattern: "/settings/account", Role: store.Viewer, Handler: try(b.accountPage)},
		{Method: "POST", Pattern: "/settings/password", Role: store.Viewer, Handler: try(b.changePassword), Body: 16 << 10},
		{Method: "POST", Pattern: "/settings/sign-out-everywhere", Role: store.Viewer, Handler: try(b.signOutEverywhere)},
		{Method: "GET", Pattern: "/bots/{bot}/settings", Role: store.Editor, Handler: try(b.botSettingsPage)},
		{Method: "POST", Pattern: "/bots/{bot}/settings", Role: store.Editor, Handler: try(b.saveBotSettings), Body: maxUpload},
		{Method: "GET", Pattern: "/bots/{bot}/settings/texts", Role: store.Editor, Handler: try(b.botTextsPage)},
		{Method: "POST", Pattern: "/bots/{bot}/settings/texts", Role: store.Editor, Handler: try(b.saveBotTexts)},
	}
}

// settingsPage is about the shop, which is its owner's; everybody else gets to their account.
func (b *Builder) settingsPage(w http.ResponseWriter, r *http.Request) error {
	if who(r.Context()).Role != store.Owner {
		views.Go(w, r, "/settings/account")
		return nil
	}
	views.Render(w, r, http.StatusOK, owner.ShopSettings(owner.ShopSettingsModel{Name: shop(r.Context()).Name}))
	return nil
}

func (b *Builder) saveShop(w http.ResponseWriter, r *http.Request) error {
	name := strings.Join(strings.Fields(r.PostFormValue("name")), " ")
	var misfits views.Errors
	switch {
	case name == "":
		misfits.Add("name", "wizard.no_shop")
	case utf8.RuneCountInString(name) > longestShop:
		misfits.Add("name", "wizard.long_shop", "most", longestShop)
	}
	if misfits.Any() {
		m := owner.ShopSettingsModel{Name: r.PostFormValue("name"), Error: misfits.Of(r.Context(), "name")}
		views.Render(w, r, http.StatusUnprocessableEntity, owner.ShopSettings(m))
		return nil
	}
	changed := shop(r.Context())
	changed.Name = name
	if err := b.Store.SaveShop(r.Context(), changed); err != nil {
		return err
	}
	return b.saved(w, r, "/settings")
}

// saved goes on to a page that says that it is saved.
func (b *Builder) saved(w http.ResponseWriter, r *http.Request, path string) error {
	if err := b.sessions.Tell(w, r, "frame.saved"); err != nil {
		return err
	}
	views.Go(w, r, path)
	return nil
}

// downloadBackup sends a backup that is whole: it is written to the data folder first, so that trouble on
// the way is a page and not a file that ends in the middle.
func (b *Builder) downloadBackup(w http.ResponseWriter, r *http.Request) error {
	path, err := b.Store.BackupFile(r.Context())
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", `attachment; filename="okienko-`+b.Now().Format("2006-01-02-1504")+`.zip"`)
	h.Set("Cache-Control", "no-store")
	http.ServeFile(w, r, path)
	return nil
}

func (b *Builder) accountPage(w http.ResponseWriter, r *http.Request) error {
	m, err := b.account(r)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Account(m))
	return nil
}

func (b *Builder) account(r *http.Request) (owner.AccountModel, error) {
	user := who(r.Context())
	here, err := b.sessions.Who(r)
	if err != nil {
		return owner.AccountModel{}, err
	}
	signIns, err := b.Store.SignIns(r.Context(), user.Shop, user.ID)
	m := owner.AccountModel{Now: b.Now(), Email: user.Email}
	for _, s := range signIns {
		if s.Expires.After(b.Now()) {
			m.Devices = append(m.Devices, owner.DeviceModel{Name: owner.Device(s.Agent), Seen: s.Seen, Here: s.Created.Equal(here.Created)})
		}
	}
	return m, err
}

// changePassword asks for the old one through the same door as sign-in, ends all sign-ins and begins this one anew.
func (b *Builder) changePassword(w http.ResponseWriter, r *http.Request) error {
	user, fresh := who(r.Context()), r.PostFormValue("password")
	refused := map[string]error{}
	door := auth.Door{Store: b.Store, Limits: b.limits, Now: b.Now}
	if _, err := door.Enter(r.Context(), user.Email, r.PostFormValue("old"), auth.Place(r, b.proxies)); fault.Is(err, fault.Unauthorized) {
		refused["old"] = fault.New(fault.Invalid, "settings.old_wrong")
	} else if fault.Is(err, fault.TooMany) {
		refused["old"] = err
	} else if err != nil {
		return err
	}
	if err := auth.CheckPassword(fresh, user.Email, shop(r.Context()).Name); err != nil {
		refused["password"] = err
	}
	if len(refused) > 0 {
		m, err := b.account(r)
		if err != nil {
			return err
		}
		m.OldError, m.NewError = views.Say(r.Context(), refused["old"]), views.Say(r.Context(), refused["password"])
		views.Render(w, r, http.StatusUnprocessableEntity, owner.Account(m))
		return nil
	}
	if err := b.Store.SetPassword(r.Context(), user.Shop, user.ID, auth.Hash(fresh)); err != nil {
		return err
	}
	return b.beginAgain(w, r, user)
}

// signOutEverywhere ends all sign-ins of the person, on this browser, too: what was stolen is worth nothing now.
func (b *Builder) signOutEverywhere(w http.ResponseWriter, r *http.Request) error {
	user := who(r.Context())
	if err := b.Store.EndSignIns(r.Context(), user.Shop, user.ID); err != nil {
		return err
	}
	return b.beginAgain(w, r, user)
}

// beginAgain keeps the person signed in on this browser, under a new id, after all other sign-ins ended.
func (b *Builder) beginAgain(w http.ResponseWriter, r *http.Request, user store.User) error {
	if err := b.sessions.Begin(w, r, user); err != nil {
		return err
	}
	views.Go(w, r, "/settings/account")
	return nil
}
