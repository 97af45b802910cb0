package store

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"

	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// snapshot is a copy of the database as it was at one moment, in a file of its own beside it. What takes
// long or writes to somebody slow reads from a copy, because a long transaction would make the file grow.
type snapshot struct {
	path string
	db   kv.DB
}

// snapshot makes a copy and opens it, which also proves that it can be opened.
func (s *Store) snapshot(ctx context.Context) (*snapshot, error) {
	backups := filepath.Join(s.dir, backupsName)
	if err := os.MkdirAll(backups, 0o700); err != nil {
		return nil, inWordsOfDisk(err)
	}
	file, err := os.CreateTemp(backups, "snapshot-*.tmp")
	if err != nil {
		return nil, inWordsOfDisk(err)
	}
	err = s.copyTo(ctx, file)
	if err := errors.Join(err, file.Close()); err != nil {
		return nil, errors.Join(s.inWords(inWordsOfDisk(err)), os.Remove(file.Name()))
	}
	db, err := bolt.Open(file.Name(), bolt.Options{})
	if err != nil {
		return nil, errors.Join(s.openTrouble(err), os.Remove(file.Name()))
	}
	return &snapshot{path: file.Name(), db: db}, nil
}

func (s *Store) copyTo(ctx context.Context, file *os.File) error {
	w := bufio.NewWriterSize(file, 1<<20)
	if _, err := s.db.Backup(ctx, w); err != nil {
		return err
	}
	return w.Flush()
}

// remove closes the copy and deletes it.
func (c *snapshot) remove() { _ = errors.Join(c.db.Close(), os.Remove(c.path)) }

// removeSnapshots deletes copies that an earlier process left behind.
func removeSnapshots(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, backupsName, "snapshot-*.tmp"))
	for _, path := range left {
		_ = os.Remove(path)
	}
}
