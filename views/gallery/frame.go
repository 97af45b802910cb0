package gallery

import (
	"errors"
	"net/http"

	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/owner"
)

func partScreens() []Screen {
	return []Screen{
		{Name: "frame/parts", Show: parts(), Chrome: func(c *views.Chrome) { c.Waiting = 4 }},
		{Name: "frame/told", Show: parts(), Chrome: func(c *views.Chrome) { c.Told = "Zapisane" }},
		{Name: "frame/insecure", Show: parts(), Chrome: func(c *views.Chrome) { c.Insecure = true }},
	}
}

func problemScreens() []Screen {
	problem := func(name string, err error) Screen {
		return Screen{Name: "problem/" + name, Answer: func(w http.ResponseWriter, r *http.Request) bool {
			views.Problem(w, r.WithContext(views.WithRequest(r.Context(), "ABCDE12345")), err)
			return true
		}}
	}
	return []Screen{
		problem("not-found", fault.New(fault.NotFound, "frame.no_page")),
		problem("forbidden", fault.New(fault.Forbidden, "auth.not_allowed")),
		problem("internal", errors.New("a cause that nobody sees")),
	}
}

func authScreens() []Screen {
	return []Screen{
		{Name: "auth/sign-in", Show: owner.SignIn(owner.SignInModel{}), Chrome: nobody},
		{Name: "auth/refused", Chrome: func(c *views.Chrome) { nobody(c); c.Insecure = true },
			Show: owner.SignIn(owner.SignInModel{Email: "ania@kwiatyuani.pl", Error: "Ten e-mail i hasło nie pasują do siebie."})},
		{Name: "auth/not-yet", Show: owner.NotYet(), Chrome: nobody},
	}
}

// nobody is signed in.
func nobody(c *views.Chrome) { *c = views.Chrome{Theme: c.Theme, Path: c.Path} }
