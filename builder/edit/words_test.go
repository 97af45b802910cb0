package edit

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every refusal has words in both languages, and no words are left over.
func TestWords(t *testing.T) {
	t.Parallel()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, path := range sources {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		for _, key := range regexp.MustCompile(`"edit\.[a-z_]+"`).FindAllString(read(t, path), -1) {
			used[strings.Trim(key, `"`)] = true
		}
	}
	for _, lang := range []string{"pl", "en"} {
		var words map[string]string
		if err := json.Unmarshal([]byte(read(t, "../../views/words/"+lang+"/edit.json")), &words); err != nil {
			t.Fatal(err)
		}
		for key := range used {
			if words[key] == "" {
				t.Errorf("%s has no words for %s", lang, key)
			}
		}
		for key := range words {
			if !used[key] {
				t.Errorf("%s has words for %s, which nothing tells", lang, key)
			}
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
