package store

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv/bolt"
)

// Restored says what a restore did.
type Restored struct {
	Manifest Manifest
	Old      string // folder that keeps what was there before; "" if there was nothing
}

// Restore puts a backup in the place of what a data folder holds. The folder must not be in use.
//
// It goes in steps, and broken off at any of them the folder still opens: up to the last with the data
// that was there, from the last on with the restored data. The old data is kept in a folder of its own.
func Restore(ctx context.Context, dir, backup string) (Restored, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Restored{}, fault.Wrap(err, fault.Unavailable, "store.no_folder", "folder", dir)
	}
	lock, err := lockFolder(ctx, dir)
	if err != nil {
		return Restored{}, err
	}
	defer func() { _ = lock.release() }()
	r := &restoring{ctx: ctx, dir: dir, backup: backup}
	for _, step := range r.steps() {
		if err := ctx.Err(); err != nil {
			return Restored{}, err
		}
		if err := step(); err != nil {
			return Restored{}, errors.Join(inWordsOfDisk(err), r.giveUp())
		}
	}
	return r.done, nil
}

// restoring is a restore under way.
type restoring struct {
	ctx    context.Context
	dir    string
	backup string
	done   Restored
}

func (r *restoring) steps() []func() error {
	return []func() error{
		r.finishEarlier, // 1. a restore that was broken off in its last step comes to its end
		r.clear,         // 2. what earlier tries left behind is removed
		r.unpack,        // 3. the backup is unpacked beside the data; sizes and hashes must be those of its manifest
		r.verify,        // 4. the unpacked database opens, and every record in it is whole
		r.decide,        // 5. from here on there is no way but forward
		r.swap,          // 6. old data out, new data in
	}
}

func (r *restoring) fresh() string { return filepath.Join(r.dir, restoreFolder) }

func (r *restoring) finishEarlier() error { return finishRestore(r.dir) }

func (r *restoring) clear() error { return os.RemoveAll(r.fresh()) }

func (r *restoring) unpack() error {
	manifest, err := unpackBackup(r.ctx, r.backup, r.fresh())
	r.done.Manifest = manifest
	return err
}

func (r *restoring) verify() error {
	s := &Store{dir: r.fresh(), clock: time.Now}
	db, err := bolt.Open(s.file(), bolt.Options{})
	if err != nil {
		return damagedBackup(err, r.backup)
	}
	s.db = db
	err = r.verifyOpen(s)
	return errors.Join(err, db.Close())
}

func (r *restoring) verifyOpen(s *Store) error {
	if err := s.checkMarker(r.ctx); err != nil {
		return err
	}
	if err := s.db.Check(r.ctx); err != nil {
		return damagedBackup(err, r.backup)
	}
	counts, damaged, err := count(r.ctx, s.db)
	if err != nil {
		return damagedBackup(err, r.backup)
	}
	if damaged != r.done.Manifest.Damaged || !maps.Equal(counts, r.done.Manifest.Counts) {
		return damagedBackup(errors.New("it holds other records than its manifest says"), r.backup)
	}
	return nil
}

// giveUp removes what was unpacked, unless the decision has fallen.
func (r *restoring) giveUp() error {
	if _, err := os.Lstat(filepath.Join(r.dir, swapName)); err == nil {
		return nil
	}
	return r.clear()
}

func (r *restoring) decide() error {
	old := ""
	if _, err := os.Lstat(filepath.Join(r.dir, databaseName)); !errors.Is(err, fs.ErrNotExist) {
		old = "before-restore-" + time.Now().UTC().Format("20060102-150405.000")
		r.done.Old = filepath.Join(r.dir, old)
	}
	return writeSwap(r.dir, swap{Old: old})
}

func (r *restoring) swap() error { return finishRestore(r.dir) }
