package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What is committed is what the sources give.
func TestDistIsFresh(t *testing.T) {
	fresh := t.TempDir()
	if err := build("..", fresh); err != nil {
		t.Fatal(err)
	}
	want, got := contents(t, fresh), contents(t, "../dist")
	for name, data := range want {
		if !bytes.Equal(got[name], data) {
			t.Errorf("dist/%s is not what the sources give: go generate ./assets", name)
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("dist/%s comes from no source", name)
		}
	}
}

// A vendored file that was changed, lost or slipped in stops the build.
func TestVerifyRefuses(t *testing.T) {
	cases := map[string]func(vendor string) error{
		"changed": func(v string) error { return os.WriteFile(v+"/htmx/htmx.esm.js", []byte("x"), 0o644) },
		"lost":    func(v string) error { return os.Remove(v + "/lucide/x.svg") },
		"slipped": func(v string) error { return os.WriteFile(v+"/lucide/evil.svg", []byte("x"), 0o644) },
		"wanted":  func(v string) error { return os.WriteFile(v+"/lucide.txt", []byte("no-such-icon\n"), 0o644) },
	}
	for name, spoil := range cases {
		t.Run(name, func(t *testing.T) {
			vendor := t.TempDir()
			if err := os.CopyFS(vendor, os.DirFS("../vendor")); err != nil {
				t.Fatal(err)
			}
			if err := verify(vendor); err != nil {
				t.Fatal(err)
			}
			if err := spoil(vendor); err != nil {
				t.Fatal(err)
			}
			if verify(vendor) == nil {
				t.Error("not refused")
			}
		})
	}
}

func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = append([]byte{}, data...)
	}
	return all
}
