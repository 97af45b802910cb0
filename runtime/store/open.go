package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// Open opens a data folder and makes what is missing in it. A file that is damaged, of another program
// or from a newer Okienko is refused and left as it is. Only one process at a time has a folder open.
func Open(ctx context.Context, dir string, options Options) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "store.no_folder", "folder", dir)
	}
	lock, err := lockFolder(ctx, dir)
	if err != nil {
		return nil, err
	}
	s, err := openLocked(ctx, dir, options)
	if err != nil {
		return nil, errors.Join(err, lock.release())
	}
	s.lock = lock
	return s, nil
}

// openLocked opens a folder that nobody else has open.
func openLocked(ctx context.Context, dir string, options Options) (*Store, error) {
	s := &Store{dir: dir, clock: options.Now}
	if s.clock == nil {
		s.clock = time.Now
	}
	if err := finishRestore(dir); err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "store.restore_stuck", "folder", dir)
	}
	removeSnapshots(dir)
	secret, err := readSecret(dir)
	if err != nil {
		return nil, err
	}
	s.secret = secret
	files, err := openUploads(filepath.Join(dir, filesName))
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "store.no_folder", "folder", filepath.Join(dir, filesName))
	}
	db, err := openDatabase(s.file(), options)
	if err != nil {
		return nil, errors.Join(s.openTrouble(err), files.close())
	}
	s.files, s.db = files, db
	if err := s.checkMarker(ctx); err != nil {
		return nil, errors.Join(err, files.close(), db.Close())
	}
	return s, nil
}

func openDatabase(file string, options Options) (kv.DB, error) {
	if _, err := os.Lstat(file); errors.Is(err, fs.ErrNotExist) {
		if err := bolt.Create(file); err != nil {
			return nil, err
		}
	}
	return bolt.Open(file, bolt.Options{MaxSize: options.MaxSize})
}
