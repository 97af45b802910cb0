package store

import (
	"context"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store/kv"
)

var botKind = newKind[Bot]("bot", "sBs", "store.no_bot").needing(func(parts []any, body any) []key {
	ref := refOf(parts)
	needs := []key{shopKey(ref.Shop), botAddressKey(ref.Bot), draftKey(ref)}
	if live := body.(*Bot).Release; live > 0 {
		needs = append(needs, releaseKey(ref, live))
	}
	return needs
})

func botsKey(shop string) key { return inShop(shop).mark('B') }

func botKey(ref BotRef) key { return botsKey(ref.Shop).text(ref.Bot) }

// Bots returns a shop's bots, oldest first.
func (s *Store) Bots(ctx context.Context, shop string) ([]Bot, error) {
	return read(ctx, s, func(r kv.Reader) ([]Bot, error) {
		return collect(all[Bot](r, botKind, botsKey(shop)))
	})
}

// Bot returns a bot's card.
func (s *Store) Bot(ctx context.Context, ref BotRef) (Bot, error) {
	return read(ctx, s, func(r kv.Reader) (Bot, error) {
		return get[Bot](r, botKind, botKey(ref))
	})
}

// CreateBot adds a bot with its first draft and entries to a shop. Id and time are filled in if empty.
func (s *Store) CreateBot(ctx context.Context, shop string, bot Bot, draft flow.Bot) (BotRef, error) {
	now := s.now()
	bot.ID, bot.Created = orNew(bot.ID), orNow(bot.Created, now)
	err := s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Shop](tx, shopKind, shopKey(shop)); err != nil {
			return err
		}
		return createBot(tx, shop, bot, draft, now)
	})
	return BotRef{Shop: shop, Bot: bot.ID}, err
}

// ChangeBot changes a bot's card in one transaction. change may run again.
func (s *Store) ChangeBot(ctx context.Context, ref BotRef, change func(*Bot)) error {
	return s.update(ctx, func(tx kv.Tx) error {
		bot, err := get[Bot](tx, botKind, botKey(ref))
		if err != nil {
			return err
		}
		change(&bot)
		return put(tx, botKey(ref), bot)
	})
}

// createBot writes the card, the address by which customers find it, the draft and its entries.
func createBot(tx kv.Tx, shop string, bot Bot, draft flow.Bot, now time.Time) error {
	ref := BotRef{Shop: shop, Bot: bot.ID}
	if tx.Get(botAddressKey(bot.ID)) != nil {
		return fault.New(fault.Conflict, "store.bot_exists")
	}
	if err := put(tx, botAddressKey(bot.ID), ref); err != nil {
		return err
	}
	if err := put(tx, botKey(ref), bot); err != nil {
		return err
	}
	records := entryRecords(draft.Entries, now)
	draft.Entries = nil
	if err := put(tx, draftKey(ref), Draft{Changed: now, Bot: draft}); err != nil {
		return err
	}
	return saveEntries(tx, ref, records)
}

func orNew(id string) string {
	if id == "" {
		return NewID()
	}
	return id
}

func orNow(t, now time.Time) time.Time {
	if t.IsZero() {
		return now
	}
	return t
}
