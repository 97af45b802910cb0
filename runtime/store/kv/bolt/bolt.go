// Package bolt keeps a kv.DB in one bbolt file. It is the only package that imports bbolt (a test holds this rule).
package bolt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"okienko/runtime/store/kv"
)

const (
	lockTimeout = time.Second // how long Open waits for another process to let go of the file
	fillPercent = 0.5         // conversations grow side by side in the middle of pages: fuller pages were measured to split more
	growStep    = 4 << 20     // bytes that the file grows by once it is larger than this
	mapSize     = 256 << 20   // address space, not memory: fewer remaps, which wait for readers
)

var bucketName = []byte("okienko")

// Options are the choices of Open.
type Options struct {
	MaxSize int64 // bytes the file may grow to (a deletion needs a little room too); 0 means as far as the disk has room
}

// DB is a kv.DB in one file.
type DB struct {
	bolt       *bbolt.DB
	path       string
	writer     *writer
	trimmer    *trimmer
	stopWriter func()
	stopTrim   func()
}

// Create makes a new file with nothing in it. It is written beside its place and renamed when it is whole,
// so a crash leaves either no file or a good one. It fails if the file exists, in whatever state.
func Create(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("create %s: %w", path, os.ErrExist)
	}
	fresh := path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	b, err := bbolt.Open(fresh, 0o600, &bbolt.Options{Timeout: lockTimeout})
	if err != nil {
		return classify(err)
	}
	err = b.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket(bucketName)
		return err
	})
	if err := errors.Join(err, b.Close()); err != nil {
		return classify(err)
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return SyncFolder(path)
}

// Open opens a file that Create made, after Preflight found nothing wrong with it.
// It returns kv.ErrDamaged, kv.ErrForeign or kv.ErrLocked, and leaves such a file as it is.
func Open(path string, options Options) (*DB, error) {
	if err := Preflight(path); err != nil {
		return nil, err
	}
	b, err := open(path, options)
	if err != nil {
		return nil, classify(err)
	}
	if err := ours(b); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	b.AllocSize = growStep
	db := &DB{bolt: b, path: path, writer: newWriter(b), trimmer: newTrimmer()}
	db.stopWriter, db.stopTrim = db.writer.start(), db.trimmer.start(b)
	return db, nil
}

func open(path string, options Options) (b *bbolt.DB, err error) {
	err = guarded("open", func() error {
		b, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout:         lockTimeout,
			FreelistType:    bbolt.FreelistMapType,
			InitialMmapSize: initialMap,
			MaxSize:         int(options.MaxSize),
			NoStatistics:    true,
			OpenFile:        openExisting,
		})
		return err
	})
	return b, err
}

// openExisting keeps bbolt from making a file that vanished since the preflight.
func openExisting(name string, flag int, mode os.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag&^os.O_CREATE, mode)
}

// ours looks for the bucket that Create made.
func ours(b *bbolt.DB) error {
	return view(b, "open", func(tx *bbolt.Tx) error {
		if tx.Bucket(bucketName) == nil {
			return kv.ErrForeign
		}
		return nil
	})
}

// view is bbolt's View without its panics.
func view(b *bbolt.DB, work string, f func(*bbolt.Tx) error) error {
	err := guarded(work, func() error { return b.View(f) })
	return closed(err)
}

// View runs f on a consistent snapshot. Keep it short: while it runs, the pages it sees can't be used again.
func (db *DB) View(ctx context.Context, f func(kv.Reader) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	db.trimmer.use()
	return view(db.bolt, "view", func(tx *bbolt.Tx) error {
		return f(reader{tx.Bucket(bucketName)})
	})
}

// Update runs f in the next commit, which it shares with whatever else waits.
func (db *DB) Update(ctx context.Context, f func(kv.Tx) error) error {
	db.trimmer.use()
	return db.writer.do(ctx, f)
}

// Backup writes a consistent copy of the file. It holds a snapshot meanwhile: give it a fast writer.
func (db *DB) Backup(ctx context.Context, w io.Writer) (size int64, err error) {
	err = view(db.bolt, "backup", func(tx *bbolt.Tx) error {
		size, err = tx.WriteTo(stoppable{ctx, w})
		return err
	})
	return size, err
}

// Size is the size of the file in bytes.
func (db *DB) Size() int64 {
	info, err := os.Stat(db.path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// Close finishes what waits and closes the file.
func (db *DB) Close() error {
	db.stopWriter()
	db.stopTrim()
	return db.bolt.Close()
}

func closed(err error) error {
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		return kv.ErrClosed
	}
	return err
}

// stoppable ends a copy when its context ends.
type stoppable struct {
	ctx context.Context
	w   io.Writer
}

func (s stoppable) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}
