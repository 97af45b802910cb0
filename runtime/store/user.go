package store

import (
	"context"
	"strings"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

var userKind = newKind[User]("user", "sus", "store.no_user").needing(func(parts []any, body any) []key {
	return []key{shopKey(parts[0].(string)), emailKey(body.(*User).Email)}
})

func usersKey(shop string) key { return inShop(shop).mark('u') }

func userKey(shop, id string) key { return usersKey(shop).text(id) }

// Users returns the people of a shop, oldest account first.
func (s *Store) Users(ctx context.Context, shop string) ([]User, error) {
	return read(ctx, s, func(r kv.Reader) ([]User, error) {
		return collect(all[User](r, userKind, usersKey(shop)))
	})
}

// User returns one person of a shop.
func (s *Store) User(ctx context.Context, shop, id string) (User, error) {
	return read(ctx, s, func(r kv.Reader) (User, error) {
		return get[User](r, userKind, userKey(shop, id))
	})
}

// SaveUser adds a person to a shop or changes one. The e-mail is kept in lower case; fault.Conflict
// if somebody else on this server has it.
func (s *Store) SaveUser(ctx context.Context, shop string, user User) error {
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Shop](tx, shopKind, shopKey(shop)); err != nil {
			return err
		}
		return saveUser(tx, shop, user)
	})
}

// SetPassword replaces a person's password (argon2id in PHC form) and ends all their sign-ins.
func (s *Store) SetPassword(ctx context.Context, shop, id, phc string) error {
	return s.update(ctx, func(tx kv.Tx) error {
		user, err := get[User](tx, userKind, userKey(shop, id))
		if err != nil {
			return err
		}
		user.Password = phc
		if err := put(tx, userKey(shop, id), user); err != nil {
			return err
		}
		return endSignIns(tx, shop, id)
	})
}

func saveUser(tx kv.Tx, shop string, user User) error {
	user.Shop, user.Email = shop, foldEmail(user.Email)
	holder, taken, err := find[userRef](tx, emailKind, emailKey(user.Email))
	if err != nil {
		return err
	}
	me := userRef{Shop: shop, User: user.ID}
	if taken && holder != me {
		return fault.New(fault.Conflict, "store.email_taken").On("email")
	}
	before, known, err := find[User](tx, userKind, userKey(shop, user.ID))
	if err != nil {
		return err
	}
	if known && before.Email != user.Email {
		if err := tx.Delete(emailKey(before.Email)); err != nil {
			return err
		}
	}
	if err := put(tx, emailKey(user.Email), me); err != nil {
		return err
	}
	return put(tx, userKey(shop, user.ID), user)
}

func foldEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
