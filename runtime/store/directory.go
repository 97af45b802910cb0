package store

import (
	"context"

	"okienko/runtime/store/kv"
)

// The directory answers the few questions that are asked before the shop is known:
// whose bot is this, who has this e-mail, whose browser is this.

// userRef names a person within their shop.
type userRef struct {
	Shop string `json:"shop"`
	User string `json:"user"`
}

var (
	botAddressKind = newKind[BotRef]("bot_address", "s@s", "store.no_bot").needing(func(_ []any, body any) []key {
		return []key{botKey(*body.(*BotRef))}
	})
	emailKind = newKind[userRef]("email", "sEs", "store.no_user").needing(func(_ []any, body any) []key {
		holder := body.(*userRef)
		return []key{userKey(holder.Shop, holder.User)}
	})
)

func botAddressKey(bot string) key { return inServer().mark('@').text(bot) }

func emailKey(email string) key { return inServer().mark('E').text(email) }

// BotAddress returns which shop a bot belongs to.
func (s *Store) BotAddress(ctx context.Context, bot string) (BotRef, error) {
	return read(ctx, s, func(r kv.Reader) (BotRef, error) {
		return get[BotRef](r, botAddressKind, botAddressKey(bot))
	})
}

// BotAddresses returns where every bot of the server is, for what is made ready at the start.
func (s *Store) BotAddresses(ctx context.Context) ([]BotRef, error) {
	return read(ctx, s, func(r kv.Reader) ([]BotRef, error) {
		return collect(all[BotRef](r, botAddressKind, inServer().mark('@')))
	})
}

// UserByEmail returns the person with an e-mail, in whatever case it is written.
func (s *Store) UserByEmail(ctx context.Context, email string) (User, error) {
	return read(ctx, s, func(r kv.Reader) (User, error) {
		ref, err := get[userRef](r, emailKind, emailKey(foldEmail(email)))
		if err != nil {
			return User{}, err
		}
		return get[User](r, userKind, userKey(ref.Shop, ref.User))
	})
}

// SignIn returns a signed-in browser by the SHA-256 of its id. It does not look at Expires.
func (s *Store) SignIn(ctx context.Context, hash [32]byte) (SignIn, error) {
	return read(ctx, s, func(r kv.Reader) (SignIn, error) {
		return get[SignIn](r, signInKind, signInKey(hash))
	})
}

// SaveSignIn keeps a signed-in browser under the SHA-256 of its id.
func (s *Store) SaveSignIn(ctx context.Context, hash [32]byte, signIn SignIn) error {
	return s.update(ctx, func(tx kv.Tx) error {
		if err := putMark(tx, userSignInsKey(signIn.Shop, signIn.User).hash(hash)); err != nil {
			return err
		}
		return put(tx, signInKey(hash), signIn)
	})
}

// KeepSignIn changes a browser that is signed in; fault.NotFound if it was signed out meanwhile,
// so that noting a use never brings an ended sign-in back.
func (s *Store) KeepSignIn(ctx context.Context, hash [32]byte, change func(*SignIn)) error {
	return s.update(ctx, func(tx kv.Tx) error {
		signIn, err := get[SignIn](tx, signInKind, signInKey(hash))
		if err != nil {
			return err
		}
		change(&signIn)
		return put(tx, signInKey(hash), signIn)
	})
}

// EndSignIn signs a browser out. One that is not signed in is no error.
func (s *Store) EndSignIn(ctx context.Context, hash [32]byte) error {
	return s.update(ctx, func(tx kv.Tx) error {
		signIn, found, err := find[SignIn](tx, signInKind, signInKey(hash))
		if err != nil || !found {
			return err
		}
		if err := tx.Delete(userSignInsKey(signIn.Shop, signIn.User).hash(hash)); err != nil {
			return err
		}
		return tx.Delete(signInKey(hash))
	})
}
