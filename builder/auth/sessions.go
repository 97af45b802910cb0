package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"time"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// How long a sign-in lives: without use, and at most.
const (
	Idle     = 12 * time.Hour
	Absolute = 30 * 24 * time.Hour
	touched  = 5 * time.Minute // a use is written down at most this often
)

// Sessions is gorilla's session store over the server's own records: the browser has a random id and
// nothing else, the server keeps its SHA-256, so a sign-in can be ended here and a stolen database opens no door.
type Sessions struct {
	Store  *store.Store
	Now    func() time.Time
	Secure func(*http.Request) bool // whether the browser came by https
}

var _ sessions.Store = (*Sessions)(nil)

type recordKey struct{}

// cookieName: __Host- binds the cookie to this host and https; over plain http browsers refuse that name.
func (s *Sessions) cookieName(r *http.Request) string {
	if s.Secure(r) {
		return "__Host-okienko"
	}
	return "okienko"
}

// Get returns the request's session, read once.
func (s *Sessions) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New reads the session that the request's cookie names. Without one that is alive, the session is new and empty.
func (s *Sessions) New(r *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(s, name)
	session.IsNew = true
	session.Options = s.options(r)
	cookie, err := r.Cookie(name)
	if err != nil {
		return session, nil
	}
	record, err := s.alive(r.Context(), cookie.Value)
	if err != nil {
		if fault.Is(err, fault.Unauthorized) {
			err = nil
		}
		return session, err
	}
	session.ID, session.IsNew = cookie.Value, false
	if len(record.Data) > 0 {
		err = securecookie.GobEncoder{}.Deserialize(record.Data, &session.Values)
	}
	session.Values[recordKey{}] = record
	return session, err
}

// Save writes the values of a session that is signed in; one of nobody is not kept. With MaxAge below zero it ends.
func (s *Sessions) Save(r *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	record, signedIn := recordOf(session)
	if !signedIn {
		return nil
	}
	if session.Options.MaxAge < 0 {
		http.SetCookie(w, sessions.NewCookie(session.Name(), "", session.Options))
		return s.Store.EndSignIn(r.Context(), hash(session.ID))
	}
	data, err := securecookie.GobEncoder{}.Serialize(plainValues(session))
	if err != nil {
		return err
	}
	return s.Store.KeepSignIn(r.Context(), hash(session.ID), func(kept *store.SignIn) {
		kept.Data, kept.Seen, kept.Expires = data, s.Now(), expiry(record.Created, s.Now())
	})
}

// Begin signs a person in on this browser, always under a new id: one that was set before is worth nothing.
func (s *Sessions) Begin(w http.ResponseWriter, r *http.Request, user store.User) error {
	if err := s.End(w, r); err != nil {
		return err
	}
	id, now := newID(), s.Now()
	err := s.Store.SaveSignIn(r.Context(), hash(id), store.SignIn{
		Shop: user.Shop, User: user.ID, Created: now, Seen: now, Expires: expiry(now, now), Agent: shorten(r.UserAgent()),
	})
	if err != nil {
		return err
	}
	http.SetCookie(w, sessions.NewCookie(s.cookieName(r), id, s.options(r)))
	return nil
}

// End signs this browser out; one that is not signed in is no error.
func (s *Sessions) End(w http.ResponseWriter, r *http.Request) error {
	session, err := s.Get(r, s.cookieName(r))
	if err != nil || session.IsNew {
		return err
	}
	session.Options.MaxAge = -1
	return s.Save(r, w, session)
}

// Who is signed in on the request's browser; fault.Unauthorized if nobody is.
func (s *Sessions) Who(r *http.Request) (store.SignIn, error) {
	session, err := s.Get(r, s.cookieName(r))
	if err != nil {
		return store.SignIn{}, err
	}
	record, ok := recordOf(session)
	if !ok {
		return store.SignIn{}, fault.New(fault.Unauthorized, "auth.needed")
	}
	return record, nil
}

// Tell leaves a words key to be shown on the person's next page.
func (s *Sessions) Tell(w http.ResponseWriter, r *http.Request, key string) error {
	session, err := s.Get(r, s.cookieName(r))
	if err != nil {
		return err
	}
	session.AddFlash(key)
	return session.Save(r, w)
}

// Told takes what Tell left, "" if nothing.
func (s *Sessions) Told(w http.ResponseWriter, r *http.Request) (string, error) {
	session, err := s.Get(r, s.cookieName(r))
	if err != nil {
		return "", err
	}
	flashes := session.Flashes()
	if len(flashes) == 0 {
		return "", nil
	}
	key, _ := flashes[len(flashes)-1].(string)
	return key, session.Save(r, w)
}

// alive reads the sign-in of an id, notes that it is used, and ends it where its time is over.
func (s *Sessions) alive(ctx context.Context, id string) (store.SignIn, error) {
	record, err := s.Store.SignIn(ctx, hash(id))
	if fault.Is(err, fault.NotFound) {
		return record, fault.Wrap(err, fault.Unauthorized, "auth.needed")
	}
	if err != nil {
		return record, err
	}
	now := s.Now()
	if !now.Before(record.Expires) {
		if err := s.Store.EndSignIn(ctx, hash(id)); err != nil {
			return record, err
		}
		return record, fault.New(fault.Unauthorized, "auth.needed")
	}
	if now.Sub(record.Seen) < touched {
		return record, nil
	}
	record.Seen, record.Expires = now, expiry(record.Created, now)
	err = s.Store.KeepSignIn(ctx, hash(id), func(kept *store.SignIn) {
		kept.Seen, kept.Expires = record.Seen, record.Expires
	})
	if fault.Is(err, fault.Full) { // a full disk must not sign people out
		err = nil
	}
	return record, err
}

func (s *Sessions) options(r *http.Request) *sessions.Options {
	return &sessions.Options{
		Path: "/", MaxAge: int(Absolute.Seconds()), HttpOnly: true, Secure: s.Secure(r), SameSite: http.SameSiteLaxMode,
	}
}

func recordOf(session *sessions.Session) (store.SignIn, bool) {
	record, ok := session.Values[recordKey{}].(store.SignIn)
	return record, ok
}

// plainValues are those that are kept: all but the record itself.
func plainValues(session *sessions.Session) map[any]any {
	values := make(map[any]any, len(session.Values))
	for name, value := range session.Values {
		if name != (recordKey{}) {
			values[name] = value
		}
	}
	return values
}

func expiry(created, now time.Time) time.Time {
	idle, absolute := now.Add(Idle), created.Add(Absolute)
	if absolute.Before(idle) {
		return absolute
	}
	return idle
}

func newID() string {
	var id [32]byte
	rand.Read(id[:])
	return base64.RawURLEncoding.EncodeToString(id[:])
}

func hash(id string) [32]byte { return sha256.Sum256([]byte(id)) }

// shorten keeps what a list of devices can show of a browser's own words.
func shorten(agent string) string {
	runes := []rune(agent)
	return string(runes[:min(len(runes), 256)])
}
