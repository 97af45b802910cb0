// Package kv is what Okienko needs of a database: ordered keys, transactions, a hot copy.
// Nothing above it knows which engine is below (a test holds this rule).
package kv

import (
	"context"
	"errors"
	"io"
	"iter"
)

// ErrClosed is returned by every call after Close.
var ErrClosed = errors.New("kv: database is closed")

// ErrBroken is returned by Update after a failed fsync: what the disk holds is unknown,
// so nothing more is written until the process starts again.
var ErrBroken = errors.New("kv: a flush to disk failed, no more writes until restart")

// ErrFull is returned by Update when the disk has no room; reads go on, a later Update may work again.
var ErrFull = errors.New("kv: no room on disk")

// ErrDamaged is returned when the file's structure is broken: cut off, overwritten or empty.
// Nothing was changed.
var ErrDamaged = errors.New("kv: the file is damaged")

// ErrForeign is returned when the file was not made by Okienko. Nothing was changed.
var ErrForeign = errors.New("kv: the file is not Okienko's")

// ErrLocked is returned when another process has the file open.
var ErrLocked = errors.New("kv: the file is in use by another process")

// DB is a database of ordered byte keys.
type DB interface {
	// View runs f on a consistent snapshot. A panic in f comes back as an error, here and in Update.
	View(ctx context.Context, f func(Reader) error) error
	// Update runs f in a write transaction and returns after it is durably on disk. f may run again
	// (it shares its commit with others, and one that fails makes the rest run once more): it must
	// set, not add to, what it hands out. An error from f undoes what f wrote and is returned as it is.
	Update(ctx context.Context, f func(Tx) error) error
	// Backup writes a consistent copy while others read and write, and returns its size in bytes.
	Backup(ctx context.Context, w io.Writer) (int64, error)
	// Check walks the whole file and returns what is wrong with its structure.
	Check(ctx context.Context) error
	// Size is the size of the file in bytes.
	Size() int64
	Close() error
}

// Reader reads within one snapshot. Returned slices are valid until the transaction ends.
type Reader interface {
	// Get returns nil if there is no such key.
	Get(key []byte) []byte
	// Scan walks keys in [from, to) in order; a nil to means to the end. Don't write while scanning.
	Scan(from, to []byte) iter.Seq2[[]byte, []byte]
	// ScanBack walks keys in [from, to) from the last to the first.
	ScanBack(from, to []byte) iter.Seq2[[]byte, []byte]
}

// Tx reads and writes within one transaction.
type Tx interface {
	Reader
	Put(key, value []byte) error
	Delete(key []byte) error
}
