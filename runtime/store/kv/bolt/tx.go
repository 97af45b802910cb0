package bolt

import (
	"bytes"
	"iter"

	"go.etcd.io/bbolt"
)

// reader is a kv.Reader on the one bucket.
type reader struct {
	bucket *bbolt.Bucket
}

func (r reader) Get(key []byte) []byte { return r.bucket.Get(key) }

func (r reader) Scan(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func([]byte, []byte) bool) {
		c := r.bucket.Cursor()
		for k, v := c.Seek(from); k != nil; k, v = c.Next() {
			if to != nil && bytes.Compare(k, to) >= 0 || !yield(k, v) {
				return
			}
		}
	}
}

func (r reader) ScanBack(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func([]byte, []byte) bool) {
		c := r.bucket.Cursor()
		for k, v := before(c, to); k != nil; k, v = c.Prev() {
			if bytes.Compare(k, from) < 0 || !yield(k, v) {
				return
			}
		}
	}
}

// before moves to the last key below to; nil means the last of all.
func before(c *bbolt.Cursor, to []byte) (key, value []byte) {
	if to == nil {
		return c.Last()
	}
	if key, _ = c.Seek(to); key == nil {
		return c.Last()
	}
	return c.Prev()
}

// transaction is a kv.Tx; it remembers whether anything was written.
type transaction struct {
	reader
	wrote bool
}

func (t *transaction) Put(key, value []byte) error {
	t.wrote = true
	return t.bucket.Put(key, value)
}

func (t *transaction) Delete(key []byte) error {
	t.wrote = true
	return t.bucket.Delete(key)
}
