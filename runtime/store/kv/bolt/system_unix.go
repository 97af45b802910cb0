//go:build !windows

package bolt

import "path/filepath"

import "os"

// initialMap is safe here because mapping more than the file's size does not grow the file.
const initialMap = mapSize

var systemNoRoom []error

// SyncFolder makes the names in the folder of path durable, after a file was renamed into it.
func SyncFolder(path string) error {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
