package store_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"okienko/views/words"
)

// TestEverySentenceIsThere looks for each words key that the package uses, in both languages.
func TestEverySentenceIsThere(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	must(t, err)
	used := regexp.MustCompile(`"(store\.[a-z_]+)"`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		must(t, err)
		for _, match := range used.FindAllStringSubmatch(string(source), -1) {
			for _, lang := range words.Languages {
				if text := words.In(lang, match[1]); strings.HasPrefix(text, "[") {
					t.Errorf("%s: no words for %s in %s", name, match[1], lang)
				}
			}
		}
	}
}
