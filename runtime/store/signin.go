package store

import (
	"context"

	"okienko/runtime/store/kv"
)

// signInKind is found by hash alone (see directory.go); userSignInKind lists those of one person.
var (
	signInKind     = newKind[SignIn]("sign_in", "sIh", "store.no_sign_in")
	userSignInKind = newKind[nothing]("user_sign_in", "swsh", "store.no_sign_in").needing(func(parts []any, _ any) []key {
		return []key{userKey(parts[0].(string), parts[1].(string)), signInKey(parts[2].([32]byte))}
	})
)

func signInKey(hash [32]byte) key { return inServer().mark('I').hash(hash) }

func userSignInsKey(shop, user string) key { return inShop(shop).mark('w').text(user) }

// EndSignIns signs a person out of every browser.
func (s *Store) EndSignIns(ctx context.Context, shop, user string) error {
	return s.update(ctx, func(tx kv.Tx) error { return endSignIns(tx, shop, user) })
}

// SignIns returns where a person is signed in.
func (s *Store) SignIns(ctx context.Context, shop, user string) ([]SignIn, error) {
	return read(ctx, s, func(r kv.Reader) ([]SignIn, error) {
		list := []SignIn{}
		for _, hash := range signInHashes(r, shop, user) {
			signIn, found, err := find[SignIn](r, signInKind, signInKey(hash))
			if err != nil {
				return nil, err
			}
			if found {
				list = append(list, signIn)
			}
		}
		return list, nil
	})
}

func endSignIns(tx kv.Tx, shop, user string) error {
	for _, hash := range signInHashes(tx, shop, user) {
		if err := tx.Delete(signInKey(hash)); err != nil {
			return err
		}
	}
	return removeAll(tx, userSignInsKey(shop, user))
}

func signInHashes(r kv.Reader, shop, user string) [][32]byte {
	var hashes [][32]byte
	prefix := userSignInsKey(shop, user)
	for k := range r.Scan(prefix, prefix.end()) {
		hashes = append(hashes, [32]byte(k[len(prefix):]))
	}
	return hashes
}
