package auth

import (
	"context"
	"math"
	"net/netip"
	"strings"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// Door is the one way in: every path that takes a password asks it.
type Door struct {
	Store  *store.Store
	Limits *Limits
	Now    func() time.Time
}

// Enter returns who has this e-mail and password. A wrong password and an unknown e-mail get the same answer
// after the same work: fault.Unauthorized. fault.TooMany asks to wait and tells how long.
func (d *Door) Enter(ctx context.Context, email, password string, from netip.Addr) (store.User, error) {
	email = strings.ToLower(strings.TrimSpace(email))
	if wait := d.Limits.Try(d.Now(), email, from); wait > 0 {
		return store.User{}, tooMany(wait)
	}
	user, err := d.Store.UserByEmail(ctx, email)
	if fault.Is(err, fault.NotFound) {
		VerifyNobody(password)
		return store.User{}, fault.New(fault.Unauthorized, "auth.no_match")
	}
	if err != nil {
		return store.User{}, err
	}
	ok, renew := Verify(password, user.Password)
	if !ok {
		return store.User{}, fault.New(fault.Unauthorized, "auth.no_match")
	}
	d.Limits.Forgive(email, from)
	if renew {
		user.Password = Hash(password)
		err = d.Store.SaveUser(ctx, user.Shop, user)
	}
	return user, err
}

// Wait is the time that a fault.TooMany of Enter asks for, 0 for other errors.
func Wait(err error) time.Duration {
	if !fault.Is(err, fault.TooMany) {
		return 0
	}
	seconds, _ := fault.Of(err).Args["seconds"].(int)
	return time.Duration(seconds) * time.Second
}

func tooMany(wait time.Duration) error {
	seconds := int(math.Ceil(wait.Seconds()))
	if wait > 90*time.Second {
		return fault.New(fault.TooMany, "auth.wait_minutes", "Count", (seconds+59)/60, "seconds", seconds)
	}
	return fault.New(fault.TooMany, "auth.wait_seconds", "Count", seconds, "seconds", seconds)
}
