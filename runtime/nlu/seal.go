package nlu

import (
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sealName is a file with the checksums of all others: Bleve maps its files without looking at them,
// and a file cut short would end the process on the first search.
const sealName = "okienko.sums"

func seal(folder string) error {
	sums, err := checksums(folder)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, sealName), []byte(sums), 0o600)
}

func verify(folder string) error {
	written, err := os.ReadFile(filepath.Join(folder, sealName))
	if err != nil {
		return err
	}
	sums, err := checksums(folder)
	if err != nil {
		return err
	}
	if sums != string(written) {
		return fmt.Errorf("files in %s differ from their checksums", folder)
	}
	return nil
}

// checksums is a line for each file, in the order of their names.
func checksums(folder string) (string, error) {
	var lines strings.Builder
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == sealName {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		fmt.Fprintf(&lines, "%08x %d %s\n", crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)), len(data), filepath.ToSlash(name))
		return err
	})
	return lines.String(), err
}
