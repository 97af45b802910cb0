package builder

import (
	"net/http"
	"strconv"

	"okienko/builder/auth"
	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) signInRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/sign-in", Role: Anyone, Handler: b.signInPage},
		{Method: "POST", Pattern: "/sign-in", Role: Anyone, Handler: b.signIn, Body: 16 << 10},
		{Method: "POST", Pattern: "/sign-out", Role: Anyone, Handler: b.signOut},
	}
}

// home is the address without a path: the start page, or the door.
func (b *Builder) home(w http.ResponseWriter, r *http.Request) {
	if who(r.Context()).ID == "" {
		views.Go(w, r, "/sign-in")
		return
	}
	views.Go(w, r, "/start")
}

func (b *Builder) signInPage(w http.ResponseWriter, r *http.Request) {
	if who(r.Context()).ID != "" {
		views.Go(w, r, b.destination(r.FormValue("next")))
		return
	}
	views.Render(w, r, http.StatusOK, owner.SignIn(owner.SignInModel{Next: r.FormValue("next")}))
}

func (b *Builder) signIn(w http.ResponseWriter, r *http.Request) {
	form := owner.SignInModel{Email: r.PostFormValue("email"), Next: r.PostFormValue("next")}
	door := auth.Door{Store: b.Store, Limits: b.limits, Now: b.Now}
	user, err := door.Enter(r.Context(), form.Email, r.PostFormValue("password"), auth.Place(r, b.proxies))
	if fault.Is(err, fault.Unauthorized) || fault.Is(err, fault.TooMany) {
		if wait := auth.Wait(err); wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())))
		}
		form.Error = views.Say(r.Context(), err)
		views.Render(w, r, fault.Status(fault.CodeOf(err)), owner.SignIn(form))
		return
	}
	if err != nil {
		views.Problem(w, r, err)
		return
	}
	if err := b.sessions.Begin(w, r, user); err != nil {
		views.Problem(w, r, err)
		return
	}
	views.Go(w, r, b.destination(form.Next))
}

func (b *Builder) signOut(w http.ResponseWriter, r *http.Request) {
	if err := b.sessions.End(w, r); err != nil {
		views.Problem(w, r, err)
		return
	}
	views.Go(w, r, "/sign-in")
}
