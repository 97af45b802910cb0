package auth

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

const password = "okno na podwórze"

// shop is a store with one shop and its owner, at a time that the test moves.
type fixture struct {
	store *store.Store
	owner store.User
	now   time.Time
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{now: noon}
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{Now: func() time.Time { return f.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	f.store = s
	_, err = s.CreateShop(t.Context(), store.Shop{Name: "Kwiaty"}, store.User{Email: "ania@sklep.pl", Password: Hash(password)},
		store.Bot{Name: "Bot"}, flow.Bot{})
	if err != nil {
		t.Fatal(err)
	}
	if f.owner, err = s.UserByEmail(t.Context(), "ania@sklep.pl"); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f *fixture) time() time.Time { return f.now }

func keyOf(err error) string { return fault.Of(err).Key }

func TestTheDoor(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	door := &Door{Store: f.store, Limits: NewLimits(), Now: f.time}
	enter := func(email, given string) error {
		_, err := door.Enter(t.Context(), email, given, netip.MustParseAddr("192.0.2.7"))
		return err
	}
	if err := enter(" Ania@Sklep.PL ", password); err != nil {
		t.Errorf("the right password: %v", err)
	}
	wrong, unknown := enter("ania@sklep.pl", "inne hasło tutaj"), enter("nikt@sklep.pl", password)
	if keyOf(wrong) != "auth.no_match" || keyOf(unknown) != keyOf(wrong) || fault.CodeOf(unknown) != fault.CodeOf(wrong) {
		t.Errorf("wrong password %v, unknown e-mail %v", wrong, unknown)
	}
	for range 10 {
		wrong = enter("ania@sklep.pl", "inne hasło tutaj")
	}
	if Wait(wrong) < time.Second || Wait(enter("ania@sklep.pl", password)) < time.Second {
		t.Errorf("guessing is not slowed: %v", wrong)
	}
	f.now = f.now.Add(16 * time.Minute)
	if err := enter("ania@sklep.pl", password); err != nil {
		t.Errorf("after the wait: %v", err)
	}
}

func TestAHashOfOlderCostIsRenewedAtSignIn(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	old, salt := cost{memory: 64, passes: 1, lanes: 1}, []byte("0123456789abcdef")
	if err := f.store.SetPassword(t.Context(), f.owner.Shop, f.owner.ID, encode(old, salt, derive(password, salt, old, keyBytes))); err != nil {
		t.Fatal(err)
	}
	door := &Door{Store: f.store, Limits: NewLimits(), Now: f.time}
	if _, err := door.Enter(t.Context(), "ania@sklep.pl", password, netip.IPv6Loopback()); err != nil {
		t.Fatal(err)
	}
	user, err := f.store.User(t.Context(), f.owner.Shop, f.owner.ID)
	if err != nil {
		t.Fatal(err)
	}
	if ok, renew := Verify(password, user.Password); !ok || renew {
		t.Errorf("ok %v, renew %v", ok, renew)
	}
}

// browser carries cookies from answer to answer.
type browser struct {
	sessions *Sessions
	cookies  []*http.Cookie
	ctx      context.Context
}

func (b *browser) request() *http.Request {
	r := httptest.NewRequestWithContext(b.ctx, http.MethodGet, "/", nil)
	r.Header.Set("User-Agent", "Firefox")
	for _, c := range b.cookies {
		r.AddCookie(c)
	}
	return r
}

func (b *browser) do(t *testing.T, act func(http.ResponseWriter, *http.Request) error) {
	t.Helper()
	w := httptest.NewRecorder()
	if err := act(w, b.request()); err != nil {
		t.Fatal(err)
	}
	if set := w.Result().Cookies(); len(set) > 0 {
		b.cookies = set[len(set)-1:]
	}
}

func (b *browser) signedIn() bool {
	_, err := b.sessions.Who(b.request())
	return err == nil
}

func TestSessions(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	https := true
	sessions := &Sessions{Store: f.store, Now: f.time, Secure: func(*http.Request) bool { return https }}
	b := &browser{sessions: sessions, ctx: t.Context()}
	begin := func(w http.ResponseWriter, r *http.Request) error { return sessions.Begin(w, r, f.owner) }

	b.do(t, begin)
	first := b.cookies[0]
	if first.Name != "__Host-okienko" || !first.Secure || !first.HttpOnly || first.Path != "/" || first.SameSite != http.SameSiteLaxMode || len(first.Value) != 43 {
		t.Errorf("cookie %v", first)
	}
	b.do(t, begin)
	old := &browser{sessions: sessions, ctx: t.Context(), cookies: []*http.Cookie{first}}
	if b.cookies[0].Value == first.Value || old.signedIn() || !b.signedIn() {
		t.Error("signing in again kept the old id alive")
	}

	b.do(t, func(w http.ResponseWriter, r *http.Request) error { return sessions.Tell(w, r, "frame.saved") })
	for _, want := range []string{"frame.saved", ""} {
		b.do(t, func(w http.ResponseWriter, r *http.Request) error {
			got, err := sessions.Told(w, r)
			if got != want {
				t.Errorf("told %q, not %q", got, want)
			}
			return err
		})
	}

	for _, value := range []string{"", "0", "true", first.Value, b.cookies[0].Value[:42], b.cookies[0].Value + "A"} {
		forged := &browser{sessions: sessions, ctx: t.Context(), cookies: []*http.Cookie{{Name: first.Name, Value: value}}}
		if forged.signedIn() {
			t.Errorf("cookie %q signs in", value)
		}
	}
	https = false
	if b.signedIn() {
		t.Error("a cookie for https counts over http")
	}
	b.do(t, begin)
	if b.cookies[0].Name != "okienko" || b.cookies[0].Secure {
		t.Errorf("over http: %v", b.cookies[0])
	}
	b.do(t, sessions.End)
	if b.signedIn() || b.cookies[0].MaxAge >= 0 {
		t.Error("still signed in")
	}
}

func TestASignInEnds(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	sessions := &Sessions{Store: f.store, Now: f.time, Secure: func(*http.Request) bool { return false }}
	begin := func() *browser {
		b := &browser{sessions: sessions, ctx: t.Context()}
		b.do(t, func(w http.ResponseWriter, r *http.Request) error { return sessions.Begin(w, r, f.owner) })
		return b
	}
	idle, used, revoked := begin(), begin(), begin()
	for range 61 { // 30 days of use and a half
		f.now = f.now.Add(Idle - time.Minute)
		if f.now.Sub(noon) < Absolute && !used.signedIn() {
			t.Fatalf("a sign-in in use ended after %v", f.now.Sub(noon))
		}
	}
	if used.signedIn() {
		t.Error("a sign-in outlived 30 days")
	}
	if idle.signedIn() || revoked.signedIn() {
		t.Error("a sign-in outlived 12 idle hours")
	}
	other, here := begin(), begin()
	r := here.request()
	if _, err := sessions.Get(r, "okienko"); err != nil {
		t.Fatal(err)
	}
	if err := f.store.EndSignIns(t.Context(), f.owner.Shop, f.owner.ID); err != nil {
		t.Fatal(err)
	}
	if other.signedIn() {
		t.Error("signed in after all sign-ins were ended")
	}
	if err := sessions.Tell(httptest.NewRecorder(), r, "frame.saved"); !fault.Is(err, fault.NotFound) || here.signedIn() {
		t.Errorf("a request under way brought an ended sign-in back: %v", err)
	}
}
