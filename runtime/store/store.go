// Package store is what is kept: one file per kind of record, over ordered keys (see kv).
//
// Every lookup takes the shop, and mostly the bot, that the record belongs to; only directory.go answers
// before the shop is known. What is missing comes back as fault.NotFound, what does not match its
// checksum as fault.Damaged, and neither is ever served. A method that writes returns once it is on disk.
package store

import (
	"errors"
	"path/filepath"
	"time"

	"okienko/runtime/store/kv"
)

// Names in the data folder.
const (
	databaseName = "okienko.db"
	filesName    = "files"
	backupsName  = "backups"
	lockName     = "lock"
	secretName   = "secret.key"
)

// Options are the choices of Open.
type Options struct {
	Now     func() time.Time // nil means time.Now
	MaxSize int64            // bytes okienko.db may grow to; 0 means as far as the disk has room
}

// Store is an open data folder.
type Store struct {
	dir    string
	db     kv.DB
	files  *uploads
	lock   *folderLock
	secret [32]byte
	clock  func() time.Time
}

// Close finishes what is being written and lets go of the folder.
func (s *Store) Close() error {
	return errors.Join(s.db.Close(), s.files.close(), s.lock.release())
}

// Size is the size of the database in bytes.
func (s *Store) Size() int64 { return s.db.Size() }

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// now is the time in UTC without what JSON would not keep.
func (s *Store) now() time.Time { return s.clock().UTC().Truncate(time.Millisecond) }

func (s *Store) file() string { return filepath.Join(s.dir, databaseName) }
