package flow_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every sentence that a check can tell has words in both languages, and no words are left over.
func TestWords(t *testing.T) {
	t.Parallel()
	used := usedKeys(t)
	for _, lang := range []string{"pl", "en"} {
		var words map[string]string
		if err := json.Unmarshal(readFile(t, "../../views/words/"+lang+"/flow.json"), &words); err != nil {
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

// usedKeys reads the keys out of the source: of a call such as c.refuse("text", "no_text") the key.
func usedKeys(t *testing.T) map[string]bool {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	calls := []struct {
		prefix string
		call   *regexp.Regexp
	}{
		{"flow.check.", regexp.MustCompile(`c\.(?:refuse|required|among|count)\(.*"([a-z_]+)"(?:, "[a-z]+", .*)?\)`)},
		{"flow.issue.", regexp.MustCompile(`c\.(?:warn|hint|warnAt)\((?:"[a-z]+[.][a-z]+", )?"([a-z_]+)"`)},
		{"", regexp.MustCompile(`"(flow\.read\.[a-z_]+)"`)},
	}
	used := map[string]bool{}
	for _, path := range sources {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range calls {
			for _, m := range c.call.FindAllStringSubmatch(string(source), -1) {
				used[c.prefix+m[1]] = true
			}
		}
	}
	return used
}
