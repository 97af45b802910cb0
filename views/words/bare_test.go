package words_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/a-h/templ/parser/v2"
	"github.com/a-h/templ/parser/v2/visitor"
)

// Names are the same in every language.
var allowedBare = []string{"Okienko", "Shoper", "IdoSell", "WooCommerce", "PrestaShop"}

// No .templ holds text that a person reads: it comes from words, or from what the owner wrote.
func TestTemplatesHoldNoBareText(t *testing.T) {
	t.Parallel()
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".templ") || strings.Contains(path, "/gallery/") {
			return err
		}
		seen++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseString(string(data))
		if err != nil {
			return err
		}
		v := visitor.New()
		v.Text = func(n *parser.Text) error {
			if strings.ContainsFunc(n.Value, unicode.IsLetter) && !slices.Contains(allowedBare, strings.TrimSpace(n.Value)) {
				t.Errorf("%s:%d: bare text %q", path, n.Range.From.Line+1, n.Value)
			}
			return nil
		}
		if err := file.Visit(v); err != nil {
			return err
		}
		for _, attribute := range spokenAttribute.FindAllStringSubmatch(string(data), -1) {
			if !slices.Contains(allowedBare, attribute[1]) {
				t.Errorf("%s: bare text in %s", path, attribute[0])
			}
		}
		return nil
	})
	if err != nil || seen == 0 {
		t.Fatalf("%d templates: %v", seen, err)
	}
}

// spokenAttribute is an attribute that is read to people, with a constant in it.
var spokenAttribute = regexp.MustCompile(`\b(?:aria-label|title|placeholder|alt)="([^"]*\p{L}{2}[^"]*)"`)
