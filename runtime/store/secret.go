package store

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv/bolt"
)

// Secret is the server's own key, 32 random bytes made when the folder was; derive what you need from it.
// It lies beside the database, is in no backup, and losing it costs no more than signing in again.
func (s *Store) Secret() [32]byte { return s.secret }

// readSecret reads the key or makes one that only this user of the machine can read.
func readSecret(dir string) ([32]byte, error) {
	path := filepath.Join(dir, secretName)
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return makeSecret(path)
	case err != nil:
		return [32]byte{}, fault.Wrap(err, fault.Unavailable, "store.unreadable", "file", path)
	case len(raw) != 32:
		return [32]byte{}, fault.New(fault.Damaged, "store.secret_damaged", "file", path)
	}
	return [32]byte(raw), nil
}

// makeSecret writes the key beside its place first, so that a crash never leaves half of one.
func makeSecret(path string) ([32]byte, error) {
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // never fails: it ends the process instead
	fresh := path + ".new"
	if err := writeSynced(fresh, secret[:]); err != nil {
		return secret, inWordsOfDisk(err)
	}
	if err := os.Rename(fresh, path); err != nil {
		return secret, err
	}
	return secret, bolt.SyncFolder(path)
}

func writeSynced(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Sync(), file.Close())
}
