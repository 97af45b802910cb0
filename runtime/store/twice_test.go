package store

import (
	"context"
	"errors"

	"okienko/runtime/store/kv"
)

// RunTwice makes every update of a store run once for nothing before it counts, as group commit may.
func (s *Store) RunTwice() { s.db = twice{s.db} }

type twice struct{ kv.DB }

var errUndone = errors.New("undone")

func (d twice) Update(ctx context.Context, f func(kv.Tx) error) error {
	err := d.DB.Update(ctx, func(tx kv.Tx) error {
		_ = f(tx)
		return errors.Join(tx.Put([]byte("undone"), nil), errUndone)
	})
	if !errors.Is(err, errUndone) {
		return err
	}
	return d.DB.Update(ctx, f)
}
