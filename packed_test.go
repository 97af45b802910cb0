package main

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"okienko/runtime/packed"
)

// TestPackedTextsAreFresh compares every file made by runtime/packed/pack with the texts it was made of.
func TestPackedTextsAreFresh(t *testing.T) {
	t.Parallel()
	order := regexp.MustCompile(`(?m)^//go:generate go run okienko/runtime/packed/pack (\S+) (.+)$`)
	seen := 0
	walk(t, os.DirFS("."), func(name, text string) {
		found := order.FindStringSubmatch(text)
		if found == nil || !strings.HasSuffix(name, ".go") {
			return
		}
		seen++
		dir := path.Dir(name)
		data, err := os.ReadFile(filepath.Join(dir, found[1]))
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(packed.Files(data), textsOf(t, dir, strings.Fields(found[2]))) {
			t.Errorf("%s/%s is not what the texts give: go generate ./%s", dir, found[1], dir)
		}
	})
	if seen == 0 {
		t.Error("no packed texts were found")
	}
}

func textsOf(t *testing.T, dir string, patterns []string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range patterns {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			inside, _ := filepath.Rel(dir, name)
			texts[filepath.ToSlash(inside)] = string(text)
		}
	}
	return texts
}
