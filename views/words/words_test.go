package words_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"okienko/views/words"
)

const root = "../.." // of the module

// catalogue reads all keys of a language with the fill-ins of their texts. A key belongs to one area.
func catalogue(t *testing.T, lang string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	files, err := filepath.Glob(lang + "/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no words in %s: %v", lang, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var area map[string]any
		if err := json.Unmarshal(data, &area); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key, text := range area {
			if _, twice := all[key]; twice {
				t.Errorf("%s: %s is in another file, too", file, key)
			}
			all[key] = checkText(t, lang, key, text)
		}
	}
	return all
}

var (
	filled  = regexp.MustCompile(`{{\s*\.(\w+)\s*}}`)
	plurals = map[string][]string{"pl": {"few", "many", "one", "other"}, "en": {"one", "other"}}
)

// checkText demands all plural forms of the language, no empty text, and returns what is filled in.
func checkText(t *testing.T, lang, key string, text any) []string {
	t.Helper()
	forms, plural := text.(map[string]any)
	if plural {
		if got := slices.Sorted(maps.Keys(forms)); !slices.Equal(got, plurals[lang]) {
			t.Errorf("%s %s has the forms %v", lang, key, got)
		}
	} else {
		forms = map[string]any{"other": text}
	}
	names := map[string]bool{}
	for _, form := range forms {
		said, ok := form.(string)
		if !ok || strings.TrimSpace(said) == "" {
			t.Errorf("%s %s is empty", lang, key)
		}
		for _, match := range filled.FindAllStringSubmatch(said, -1) {
			names[match[1]] = true
		}
	}
	delete(names, "Count") // a form for one may say it in words
	return slices.Sorted(maps.Keys(names))
}

// Whatever is said is said in both languages, about the same things.
func TestLanguagesHaveTheSameKeys(t *testing.T) {
	t.Parallel()
	pl, en := catalogue(t, "pl"), catalogue(t, "en")
	for key, names := range pl {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s is missing in English", key)
		} else if !slices.Equal(names, other) {
			t.Errorf("%s is filled with %v in Polish, %v in English", key, names, other)
		}
	}
	for key := range en {
		if _, ok := pl[key]; !ok {
			t.Errorf("%s is missing in Polish", key)
		}
	}
}

// The house's voice: no exclamation marks, no "Ups", no "Proszę czekać", no "nieprawidłowy".
func TestVoice(t *testing.T) {
	t.Parallel()
	never := regexp.MustCompile(`(?i)!|\bups\b|\boops\b|proszę czekać|please wait|nieprawidłow|invalid`)
	for _, lang := range words.Languages {
		files, _ := filepath.Glob(lang + "/*.json")
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var area map[string]any
			if err := json.Unmarshal(data, &area); err != nil {
				t.Fatal(err)
			}
			for key, text := range area {
				said, _ := json.Marshal(text)
				if never.Match(said) {
					t.Errorf("%s %s: %s", lang, key, said)
				}
			}
		}
	}
}

// literal is a string of the shape of a words key in Go or templ; a key made of parts ends in a dot or underscore.
var literal = regexp.MustCompile(`"([a-z][a-z0-9_]*\.[a-zA-Z0-9_.@-]*)"`)

// TestKeysInUse finds keys that nothing names, and words calls whose key does not exist.
func TestKeysInUse(t *testing.T) {
	t.Parallel()
	pl := catalogue(t, "pl")
	named, prefixes := namedInSources(t)
	areas := map[string]bool{}
	for key := range pl {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
		if !named[key] && !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) }) && !spelled(key) {
			t.Errorf("%s is used nowhere", key)
		}
	}
	for key, call := range calls(t) {
		if _, ok := pl[key]; !ok {
			t.Errorf("%s is said in %s and has no words", key, call)
		}
	}
}

// spelled are keys whose last part comes from elsewhere: the format's own names.
func spelled(key string) bool {
	return strings.HasPrefix(key, "flow.") || strings.HasPrefix(key, "block.") || strings.HasPrefix(key, "exit.") || strings.HasPrefix(key, "gate.")
}

// namedInSources are all literals that look like keys, and those that are the beginning of keys.
func namedInSources(t *testing.T) (named map[string]bool, prefixes []string) {
	t.Helper()
	named = map[string]bool{}
	eachSource(t, func(_ string, source string) {
		for _, match := range literal.FindAllStringSubmatch(source, -1) {
			key := match[1]
			named[key] = true
			if strings.HasSuffix(key, ".") || strings.HasSuffix(key, "_") {
				prefixes = append(prefixes, key)
			}
		}
	})
	return named, prefixes
}

var call = regexp.MustCompile(`(?:words\.(?:T|N)\(\w+(?:\.Context\(\))?, |words\.In\([^,]+, |fault\.New\([\w.]+, |fault\.Wrap\(\w+, [\w.]+, )"([a-z][a-zA-Z0-9_.-]*[a-zA-Z0-9])"(\s*\+)?`)

// calls are keys that are surely said, with the file that says them.
func calls(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	eachSource(t, func(file, source string) {
		for _, match := range call.FindAllStringSubmatch(source, -1) {
			if match[2] == "" {
				found[match[1]] = file
			}
		}
	})
	return found
}

// eachSource visits the sources, without generated files and tests.
func eachSource(t *testing.T, visit func(file, source string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		source := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && !strings.HasSuffix(path, "_templ.go")
		if !source && !strings.HasSuffix(path, ".templ") {
			return nil
		}
		data, err := os.ReadFile(path)
		visit(path, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
