package store

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// openTrouble says why a folder can't be opened, where the trouble is and what helps.
func (s *Store) openTrouble(err error) error {
	switch {
	case errors.Is(err, kv.ErrForeign):
		return fault.Wrap(err, fault.Invalid, "store.foreign", "file", s.file())
	case errors.Is(err, kv.ErrLocked):
		return fault.Wrap(err, fault.Unavailable, "store.locked", "folder", s.dir)
	case errors.Is(err, kv.ErrDamaged):
		return s.damaged(err)
	case errors.Is(err, kv.ErrFull):
		return fault.Wrap(err, fault.Full, "store.full")
	}
	return fault.Wrap(err, fault.Unavailable, "store.unreadable", "file", s.file())
}

// damaged names the newest backup, if there is one.
func (s *Store) damaged(err error) error {
	if backup := newestBackup(s.dir); backup != "" {
		return fault.Wrap(err, fault.Damaged, "store.damaged_backup", "file", s.file(), "backup", backup)
	}
	return fault.Wrap(err, fault.Damaged, "store.damaged", "file", s.file())
}

// newestBackup is the path of the newest backup in a data folder; "" if there is none.
// Names of backups begin with their time, so the last is the newest.
func newestBackup(dir string) string {
	found, err := filepath.Glob(filepath.Join(dir, backupsName, "*.zip"))
	if err != nil || len(found) == 0 {
		return ""
	}
	return slices.Max(found)
}

// inWordsOfDisk tells a full disk from other trouble with a file.
func inWordsOfDisk(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) {
		return fault.Wrap(err, fault.Full, "store.full")
	}
	return err
}

// printable writes a key so that a person can read it in a log or a message.
func printable(k key) string {
	_, parts, err := kindOf(k)
	if err != nil {
		return strconv.QuoteToASCII(string(k))
	}
	text, _ := json.Marshal(keyForExport(parts))
	return string(text)
}
