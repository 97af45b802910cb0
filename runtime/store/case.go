package store

import (
	"cmp"
	"context"

	"okienko/runtime/store/kv"
)

// caseCountKind keeps the last number given, so that none is given twice even when cases are erased.
var (
	caseKind = newKind[Case]("case", "san", "store.no_case").needing(func(parts []any, body any) []key {
		c := body.(*Case)
		ref := BotRef{Shop: parts[0].(string), Bot: c.Bot}
		return []key{caseCountKey(ref.Shop), conversationKey(ref, c.Conversation)}
	})
	caseCountKind = newKind[int]("case_count", "sA", "store.no_case")
)

func casesKey(shop string) key { return inShop(shop).mark('a') }

func caseKey(shop string, number int) key { return casesKey(shop).number(int64(number)) }

func caseCountKey(shop string) key { return inShop(shop).mark('A') }

// Cases returns a shop's cases with a status ("new" or "done", "" for all), newest first.
func (s *Store) Cases(ctx context.Context, shop, status string) ([]Case, error) {
	return read(ctx, s, func(r kv.Reader) ([]Case, error) {
		list := []Case{}
		prefix := casesKey(shop)
		for k, record := range r.ScanBack(prefix, prefix.end()) {
			var c Case
			if err := readable(caseKind, k, decode(k, record, &c)); err != nil {
				return nil, err
			}
			if status == "" || c.Status == status {
				list = append(list, c)
			}
		}
		return list, nil
	})
}

// Case returns one case by its number.
func (s *Store) Case(ctx context.Context, shop string, number int) (Case, error) {
	return read(ctx, s, func(r kv.Reader) (Case, error) {
		return get[Case](r, caseKind, caseKey(shop, number))
	})
}

// SaveCase replaces a case that exists; fault.NotFound if it does not. New ones come with CommitTurn.
func (s *Store) SaveCase(ctx context.Context, shop string, c Case) error {
	return s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Case](tx, caseKind, caseKey(shop, c.Number)); err != nil {
			return err
		}
		return put(tx, caseKey(shop, c.Number), c)
	})
}

// keepCase adds a new case, or to one that has a number what it lacks.
func keepCase(tx kv.Tx, shop string, c Case) (Case, error) {
	if c.Number == 0 {
		return addCase(tx, shop, c)
	}
	kept, err := get[Case](tx, caseKind, caseKey(shop, c.Number))
	if err != nil {
		return Case{}, err
	}
	kept.Email, kept.Phone, kept.Order = cmp.Or(kept.Email, c.Email), cmp.Or(kept.Phone, c.Phone), cmp.Or(kept.Order, c.Order)
	return kept, put(tx, caseKey(shop, c.Number), kept)
}

// addCase gives a case the shop's next number and keeps it.
func addCase(tx kv.Tx, shop string, c Case) (Case, error) {
	last, _, err := find[int](tx, caseCountKind, caseCountKey(shop))
	if err != nil {
		return Case{}, err
	}
	c.Number = last + 1
	if c.Status == "" {
		c.Status = "new"
	}
	if err := put(tx, caseCountKey(shop), c.Number); err != nil {
		return Case{}, err
	}
	return c, put(tx, caseKey(shop, c.Number), c)
}
