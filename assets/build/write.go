package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// mark is where the server writes a bot's look into the loader, see assets.Loader.
const mark = "__OKIENKO__"

// write makes dist hold exactly the built files and their compressed forms. Files that are right already
// are left alone: brotli's best level takes a second for every 100 KB.
func write(dist string, built []output) error {
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, f := range built {
		keep[f.name] = true
		if err := put(filepath.Join(dist, f.name), f.data); err != nil {
			return err
		}
		if strings.HasSuffix(f.name, ".woff2") {
			continue // compressed by its format
		}
		keep[f.name+".br"] = true
		if err := compress(filepath.Join(dist, f.name+".br"), f.data); err != nil {
			return err
		}
		if head, _, ok := bytes.Cut(f.data, []byte(mark)); ok {
			keep[f.name+".head.br"] = true
			if err := compressHead(filepath.Join(dist, f.name+".head.br"), head); err != nil {
				return err
			}
		}
	}
	return sweep(dist, keep)
}

// put writes a file unless it holds those bytes.
func put(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(name, data, 0o644)
}

func compress(name string, data []byte) error {
	if holds(name, data) {
		return nil
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return put(name, out.Bytes())
}

// compressHead writes the beginning of a stream, up to a whole byte, which another end can follow.
func compressHead(name string, head []byte) error {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(head); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return put(name, out.Bytes())
}

// holds tells whether the file decompresses to exactly data.
func holds(name string, data []byte) bool {
	packed, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	old, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed)))
	return err == nil && bytes.Equal(old, data)
}

// sweep removes what an earlier build left.
func sweep(dist string, keep map[string]bool) error {
	entries, err := os.ReadDir(dist)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if keep[e.Name()] {
			continue
		}
		if err := os.Remove(filepath.Join(dist, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
