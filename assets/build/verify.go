package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// beside are the files in vendor/ that are ours.
var beside = map[string]bool{"SHA256SUMS": true, "LICENSES": true, "lucide.txt": true}

// verify refuses a vendored file that is missing, unlisted or not what was vendored, and an icon that is listed but not there.
func verify(vendor string) error {
	sums, err := readSums(filepath.Join(vendor, "SHA256SUMS"))
	if err != nil {
		return err
	}
	for name, want := range sums {
		data, err := os.ReadFile(filepath.Join(vendor, name))
		if err != nil {
			return err
		}
		if sum(data) != want {
			return fmt.Errorf("vendor/%s is not the file that was vendored", name)
		}
	}
	if err := complete(vendor, sums); err != nil {
		return err
	}
	return filepath.WalkDir(vendor, func(file string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(vendor, file)
		if err == nil && !d.IsDir() && !beside[name] && sums[filepath.ToSlash(name)] == "" {
			err = fmt.Errorf("vendor/%s is not listed in SHA256SUMS", name)
		}
		return err
	})
}

// complete refuses when a file that packages names was not vendored.
func complete(vendor string, sums map[string]string) error {
	list, err := packages(vendor)
	if err != nil {
		return err
	}
	for _, p := range list {
		for _, name := range p.files {
			if sums[name] == "" {
				return fmt.Errorf("vendor/%s is wanted but not there: go run ./build -take DIR", name)
			}
		}
	}
	return nil
}

// readSums reads lines of "<sha256>  <file>"; a line with # names the package of those after it.
func readSums(name string) (map[string]string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if hash, file, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && !strings.HasPrefix(line, "#") {
			sums[file] = hash
		}
	}
	return sums, nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
