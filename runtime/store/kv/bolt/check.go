package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"okienko/runtime/store/kv"
)

const mostFindings = 20 // of a check: more of the same tell nothing new

// Check walks every page of a snapshot: first by reading the file, which can't crash on a damaged page,
// then, if that found nothing, with bbolt's own check, which also accounts for free pages.
func (db *DB) Check(ctx context.Context) error {
	file, err := openExisting(db.path, 0, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	return view(db.bolt, "check", func(tx *bbolt.Tx) error {
		bucket := tx.Bucket(bucketName)
		if bucket == nil {
			return kv.ErrForeign
		}
		size := uint64(db.bolt.Info().PageSize)
		w := &walk{pages: pages{file: file, size: size, end: uint64(tx.Size()) / size}, seen: map[uint64]bool{}}
		if root := uint64(bucket.Root()); root != 0 {
			if err := w.tree(ctx, root, nil, nil); err != nil {
				return err
			}
		}
		return ownCheck(ctx, tx)
	})
}

func ownCheck(ctx context.Context, tx *bbolt.Tx) error {
	var found []error
	for err := range tx.Check() {
		if len(found) < mostFindings {
			found = append(found, err)
		}
	}
	if len(found) > 0 {
		return fmt.Errorf("%w: %w", kv.ErrDamaged, errors.Join(found...))
	}
	return ctx.Err()
}

// walk visits each page of a tree once.
type walk struct {
	pages
	seen map[uint64]bool
}

// tree checks the page and everything below it; keys must lie in [from, to), nil to means to the end.
func (w *walk) tree(ctx context.Context, id uint64, from, to []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.seen[id] {
		return fmt.Errorf("%w: page %d is reached twice", kv.ErrDamaged, id)
	}
	w.seen[id] = true
	p, err := w.read(id, flagLeaf|flagBranch)
	if err != nil {
		return err
	}
	items, err := p.items()
	if err != nil {
		return err
	}
	if err := ordered(id, items, from, to); err != nil {
		return err
	}
	for i, item := range items {
		if item.child == 0 {
			continue
		}
		end := to
		if i+1 < len(items) {
			end = items[i+1].key
		}
		if err := w.tree(ctx, item.child, item.key, end); err != nil {
			return err
		}
	}
	return nil
}

func ordered(id uint64, items []item, from, to []byte) error {
	for i, item := range items {
		if i > 0 && bytes.Compare(items[i-1].key, item.key) >= 0 || bytes.Compare(item.key, from) < 0 || to != nil && bytes.Compare(item.key, to) >= 0 {
			return fmt.Errorf("%w: keys of page %d are out of order", kv.ErrDamaged, id)
		}
	}
	return nil
}

// item is an element of a page: a key with the child page of a branch; a leaf's child is 0.
type item struct {
	key   []byte
	child uint64
}

const elementSize = 16 // branch: position 4, key size 4, child 8; leaf: flags 4, position 4, key size 4, value size 4

func (p page) items() ([]item, error) {
	if p.count > (len(p.raw)-pageHeader)/elementSize || p.count == 0 && p.flags == flagBranch {
		return nil, fmt.Errorf("%w: page %d with %d elements", kv.ErrDamaged, p.id, p.count)
	}
	items := make([]item, p.count)
	for i := range items {
		at := pageHeader + i*elementSize
		e := p.raw[at : at+elementSize]
		position, keySize, valueSize := number32(e), number32(e[4:]), uint32(0)
		if p.flags == flagBranch {
			items[i].child = number64(e[8:])
		} else {
			position, keySize, valueSize = number32(e[4:]), number32(e[8:]), number32(e[12:])
		}
		start := uint64(at) + uint64(position)
		if start+uint64(keySize)+uint64(valueSize) > uint64(len(p.raw)) {
			return nil, fmt.Errorf("%w: element %d of page %d lies outside it", kv.ErrDamaged, i, p.id)
		}
		items[i].key = p.raw[start : start+uint64(keySize)]
	}
	return items, nil
}
