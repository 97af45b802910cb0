package store

import (
	"context"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store/kv"
)

// HasOwner reports whether anybody has set this server up.
func (s *Store) HasOwner(ctx context.Context) (bool, error) {
	return read(ctx, s, func(r kv.Reader) (bool, error) { return hasOwner(r), nil })
}

// CreateShop founds a shop with its owner and its first bot in one commit. Ids and times that are
// empty are filled in. fault.Conflict if somebody was here first.
func (s *Store) CreateShop(ctx context.Context, shop Shop, owner User, bot Bot, draft flow.Bot) (BotRef, error) {
	now := s.now()
	shop.ID, shop.Created = orNew(shop.ID), orNow(shop.Created, now)
	owner.ID, owner.Created, owner.Role = orNew(owner.ID), orNow(owner.Created, now), Owner
	bot.ID, bot.Created = orNew(bot.ID), orNow(bot.Created, now)
	err := s.update(ctx, func(tx kv.Tx) error {
		if hasOwner(tx) {
			return fault.New(fault.Conflict, "store.has_owner")
		}
		if err := put(tx, shopKey(shop.ID), shop); err != nil {
			return err
		}
		if err := saveUser(tx, shop.ID, owner); err != nil {
			return err
		}
		return createBot(tx, shop.ID, bot, draft, now)
	})
	return BotRef{Shop: shop.ID, Bot: bot.ID}, err
}

// hasOwner looks for any e-mail: the first person of a server is an owner.
func hasOwner(r kv.Reader) bool {
	emails := inServer().mark('E')
	for range r.Scan(emails, emails.end()) {
		return true
	}
	return false
}
