package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

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
		keep[f.name+".br"], keep[f.name+".gz"] = true, true
		if err := compress(filepath.Join(dist, f.name), f.data); err != nil {
			return err
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
	if holds(name+".br", data, brotliReader) && holds(name+".gz", data, gzipReader) {
		return nil
	}
	var br, gz bytes.Buffer
	z, _ := gzip.NewWriterLevel(&gz, gzip.BestCompression) // fails only for an unknown level
	for _, c := range []io.WriteCloser{brotli.NewWriterLevel(&br, brotli.BestCompression), z} {
		if _, err := c.Write(data); err != nil {
			return err
		}
		if err := c.Close(); err != nil {
			return err
		}
	}
	if err := put(name+".br", br.Bytes()); err != nil {
		return err
	}
	return put(name+".gz", gz.Bytes())
}

// holds tells whether the file decompresses to exactly data.
func holds(name string, data []byte, open func(io.Reader) (io.Reader, error)) bool {
	packed, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	r, err := open(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	old, err := io.ReadAll(r)
	return err == nil && bytes.Equal(old, data)
}

func brotliReader(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }

func gzipReader(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }

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
