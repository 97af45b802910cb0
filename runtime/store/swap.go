package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"okienko/runtime/store/kv/bolt"
)

const (
	restoreFolder = "restore.new"  // verified data on its way in
	swapName      = "restore.json" // is there while it must get in
)

// swap says that what lies in the restore folder must take the place of the data.
type swap struct {
	Old string `json:"old"` // folder for the data there was; "" if there was none
}

// writeSwap decides: once the file has its name, the swap will be finished, now or at the next start.
func writeSwap(dir string, s swap) error {
	body, err := json.Marshal(s)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, swapName)
	if err := writeSynced(path+unfinished, body); err != nil {
		return err
	}
	if err := os.Rename(path+unfinished, path); err != nil {
		return err
	}
	return bolt.SyncFolder(path)
}

// finishRestore carries out a swap that was decided; without one it does nothing. It can be broken off and
// run again: what has already moved is not in the restore folder any more.
func finishRestore(dir string) error {
	path := filepath.Join(dir, swapName)
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var s swap
	if err := json.Unmarshal(body, &s); err != nil {
		return err
	}
	for _, name := range []string{filesName, databaseName} {
		if err := swapOne(dir, s.Old, name); err != nil {
			return err
		}
	}
	if err := bolt.SyncFolder(path); err != nil {
		return err
	}
	return errors.Join(os.Remove(path), os.RemoveAll(filepath.Join(dir, restoreFolder)))
}

func swapOne(dir, old, name string) error {
	fresh, here := filepath.Join(dir, restoreFolder, name), filepath.Join(dir, name)
	if _, err := os.Lstat(fresh); errors.Is(err, fs.ErrNotExist) {
		return nil // it is in its place
	}
	if err := setAside(here, filepath.Join(dir, old), name); err != nil {
		return err
	}
	return os.Rename(fresh, here)
}

// setAside moves the old one away, if there is one. Without a folder for it there was no data to keep,
// only an empty folder of uploads.
func setAside(here, old, name string) error {
	if _, err := os.Lstat(here); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if old == filepath.Dir(here) {
		return os.Remove(here)
	}
	if err := os.MkdirAll(old, 0o700); err != nil {
		return err
	}
	return os.Rename(here, filepath.Join(old, name))
}
