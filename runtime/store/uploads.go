package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"

	"okienko/runtime/fault"
)

// unfinished ends the name of a file that is still being written.
const unfinished = ".new"

// uploads is the folder with the contents of uploaded files. os.Root keeps every name inside it.
type uploads struct {
	root *os.Root
}

// openUploads makes the folder if it is not there.
func openUploads(dir string) (*uploads, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &uploads{root}, nil
}

func (u *uploads) open(id string) (*os.File, error) { return u.root.Open(id) }

func (u *uploads) remove(id string) error { return u.root.Remove(id) }

func (u *uploads) close() error { return u.root.Close() }

// write puts a whole file on disk or none; fault.Conflict if the name is in use, fault.Full without room.
func (u *uploads) write(id string, content []byte) error {
	if err := checkFileName(id); err != nil {
		return fault.Wrap(err, fault.Invalid, "store.bad_file_name")
	}
	if _, err := u.root.Lstat(id); err == nil {
		return fault.New(fault.Conflict, "store.file_exists")
	}
	fresh := id + unfinished
	if err := u.writeNew(fresh, content); err != nil {
		return errors.Join(inWordsOfDisk(err), u.root.Remove(fresh))
	}
	return u.root.Rename(fresh, id)
}

func (u *uploads) writeNew(name string, content []byte) error {
	file, err := u.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("upload: %w", err)
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Sync(), file.Close())
}

// list returns the names of all files that are whole.
func (u *uploads) list() ([]string, error) {
	entries, err := fs.ReadDir(u.root.FS(), ".")
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && checkFileName(e.Name()) == nil {
			names = append(names, e.Name())
		}
	}
	return names, err
}

var fileName = regexp.MustCompile(`^[a-z0-9]{1,64}$`)

// checkFileName lets through names as NewID makes them: no folder, no dot, nothing hidden.
func checkFileName(name string) error {
	if !fileName.MatchString(name) {
		return fmt.Errorf("not the name of an uploaded file: %q", name)
	}
	return nil
}
