package store

import (
	"context"

	"okienko/runtime/store/kv"
)

var shopKind = newKind[Shop]("shop", "sS", "store.no_shop")

func shopKey(shop string) key { return inShop(shop).mark('S') }

// Shop returns a shop's card.
func (s *Store) Shop(ctx context.Context, shop string) (Shop, error) {
	return read(ctx, s, func(r kv.Reader) (Shop, error) {
		return get[Shop](r, shopKind, shopKey(shop))
	})
}

// SaveShop replaces the card of a shop that exists; fault.NotFound if it does not.
func (s *Store) SaveShop(ctx context.Context, shop Shop) error {
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Shop](tx, shopKind, shopKey(shop.ID)); err != nil {
			return err
		}
		return put(tx, shopKey(shop.ID), shop)
	})
}
