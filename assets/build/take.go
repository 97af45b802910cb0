package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// takeAll refills vendor/ from npm tarballs (npm pack NAME@VERSION) and writes SHA256SUMS and LICENSES anew.
// To add an icon, add its name to vendor/lucide.txt first.
func takeAll(tarballs, vendor string) error {
	list, err := packages(vendor)
	if err != nil {
		return err
	}
	var sums, licenses strings.Builder
	for _, p := range list {
		taken, err := unpack(filepath.Join(tarballs, p.tarball))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "# %s %s, %s\n", p.name, p.version, p.license)
		fmt.Fprintf(&licenses, "==== %s %s ====\n\n%s\n\n", p.name, p.version, strings.TrimSpace(string(taken["LICENSE"])))
		for _, from := range slices.Sorted(maps.Keys(p.files)) {
			data, ok := taken[from]
			if !ok {
				return fmt.Errorf("%s has no %s", p.tarball, from)
			}
			if err := place(filepath.Join(vendor, p.files[from]), data); err != nil {
				return err
			}
			fmt.Fprintf(&sums, "%s  %s\n", sum(data), p.files[from])
		}
	}
	if err := os.WriteFile(filepath.Join(vendor, "LICENSES"), []byte(licenses.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(vendor, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

func place(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return put(name, data)
}

// unpack reads all regular files of a tarball, named without its leading folder.
func unpack(tarball string) (map[string][]byte, error) {
	f, err := os.Open(tarball)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		_, name, _ := strings.Cut(h.Name, "/")
		if files[name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
}
