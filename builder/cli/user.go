package cli

import (
	"context"
	"io"
	"strings"

	"okienko/builder/auth"
	"okienko/runtime/fault"
)

// User gives a person a new password and ends all their sign-ins.
type User struct {
	Email string `json:"email" help:"Address of the person." required:""`
	Password
}

// Do is for whoever has the machine: it asks for no old password.
func (u *User) Do(ctx context.Context, on Target, out io.Writer) error {
	person, err := on.Store.UserByEmail(ctx, strings.ToLower(strings.TrimSpace(u.Email)))
	if err != nil {
		if fault.Is(err, fault.NotFound) {
			return fault.New(fault.NotFound, "fault.cli_no_user", "email", u.Email)
		}
		return err
	}
	if err := auth.CheckPassword(string(u.Secret), person.Email); err != nil {
		return err
	}
	if err := on.Store.SetPassword(ctx, person.Shop, person.ID, auth.Hash(string(u.Secret))); err != nil {
		return err
	}
	say(ctx, out, "cli.user_done", "email", person.Email)
	return nil
}
