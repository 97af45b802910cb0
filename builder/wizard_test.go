package builder

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

var goodForm = url.Values{"shop": {" Kwiaty  u Ani "}, "email": {"Ania@Sklep.pl"}, "password": {password}, "template": {"sklep"}}

func TestTheWizardFoundsTheShopOnce(t *testing.T) {
	t.Parallel()
	h := newEmptyHouse(t)
	link, err := h.SetupPath(t.Context())
	must(t, err)
	v := h.visitor(t)
	for _, wrong := range []string{"/setup/x", link[:len(link)-1], link + "A"} {
		if answer := v.do(t, http.MethodPost, wrong, goodForm); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", wrong, answer.StatusCode)
		}
	}
	if body := text(t, v.do(t, http.MethodGet, link, nil)); !strings.Contains(body, "Umów wizytę / zostaw kontakt") {
		t.Errorf("the wizard: %s", body)
	}
	answer := v.do(t, http.MethodPost, link, goodForm)
	to := answer.Header.Get("Location")
	if answer.StatusCode != http.StatusSeeOther || !strings.HasPrefix(to, "/bots/") || !strings.HasSuffix(to, "/editor") {
		t.Fatalf("%d to %s", answer.StatusCode, to)
	}
	if answer = v.do(t, http.MethodGet, to, nil); answer.StatusCode != http.StatusOK {
		t.Errorf("the editor after setup: %d", answer.StatusCode)
	}
	user, err := h.Store.UserByEmail(t.Context(), "ania@sklep.pl")
	must(t, err)
	of, err := h.Store.Shop(t.Context(), user.Shop)
	must(t, err)
	entries, err := h.Store.Entries(t.Context(), store.BotRef{Shop: of.ID, Bot: strings.Split(to, "/")[2]})
	must(t, err)
	if user.Role != store.Owner || of.Name != "Kwiaty u Ani" || len(entries) == 0 {
		t.Errorf("%+v %+v, %d entries", user, of, len(entries))
	}
	if answer = v.do(t, http.MethodPost, link, goodForm); answer.StatusCode != http.StatusGone {
		t.Errorf("the link worked twice: %d", answer.StatusCode)
	}
	if link, err = h.SetupPath(t.Context()); err != nil || link != "" {
		t.Errorf("a link after setup: %q %v", link, err)
	}
}

func TestManyHandsOnTheWizard(t *testing.T) {
	t.Parallel()
	h := newEmptyHouse(t)
	var founded atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			_, err := Setup(t.Context(), h.Store, SetupForm{Shop: "Kwiaty", Email: "ania@sklep.pl", Password: password, Template: "faq"})
			if err == nil {
				founded.Add(1)
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if founded.Load() != 1 {
		t.Errorf("%d shops", founded.Load())
	}
}

// What does not fit is told beside its field, and what was typed stays, except for the password.
func TestTheWizardKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	h := newEmptyHouse(t)
	link, err := h.SetupPath(t.Context())
	must(t, err)
	for field, bad := range map[string]string{
		"shop": " ", "email": "ania@", "password": "krótkie", "template": "nic",
	} {
		form := url.Values{}
		for name, values := range goodForm {
			form[name] = values
		}
		form.Set(field, bad)
		for _, htmx := range []string{"true", ""} {
			answer := h.visitor(t).do(t, http.MethodPost, link, form, "HX-Request", htmx)
			body := text(t, answer)
			if answer.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, `class="error"`) {
				t.Errorf("%s: %d %s", field, answer.StatusCode, body)
			}
			if strings.Contains(body, password) || field != "email" && !strings.Contains(body, "Ania@Sklep.pl") {
				t.Errorf("%s: the form came back with %s", field, body)
			}
			if again := strings.Contains(body, "Wpisz hasło jeszcze raz"); again != (htmx == "" && field != "password") {
				t.Errorf("%s, htmx %q: asked for the password again: %v", field, htmx, again)
			}
		}
	}
	if owned, err := h.Store.HasOwner(t.Context()); owned || err != nil {
		t.Errorf("an owner by a refused form: %v %v", owned, err)
	}
}

func TestPlausibleEmails(t *testing.T) {
	t.Parallel()
	for email, want := range map[string]bool{
		"ania@sklep.pl": true, "a.b+c@sub.sklep.com.pl": true, "łucja@żółw.pl": true,
		"": false, "ania": false, "ania@": false, "@sklep.pl": false, "ania@localhost": false, "ania@sklep.": false,
		"Ania <ania@sklep.pl>": false, "ania@sklep.pl\r\nBcc: x@y.pl": false, "a b@sklep.pl": false, strings.Repeat("a", 250) + "@s.pl": false,
	} {
		if got := plausible(email); got != want {
			t.Errorf("%q: %v", email, got)
		}
	}
}
