package main

// The rules of the house: where code may lie, what it may import and what it may not do.
// Each rule is a function from a parsed tree to complaints, and TestPlantedViolations proves that each can fail.

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"okienko/runtime/flow"
)

// mayImport says, for each package, which packages of ours it may import; "x/*" means everything below x.
// The longest matching row holds.
var mayImport = map[string][]string{
	"":                      {"builder/*", "runtime/*", "views/words", "assets", "templates"},
	"assets":                {"runtime/packed"},
	"assets/build":          {},
	"builder":               {"builder/*", "runtime/*", "views/*", "assets", "templates"},
	"builder/edit":          {"builder/edit/*", "runtime/flow", "runtime/fault"},
	"builder/faqfile":       {"runtime/flow", "runtime/fault"},
	"builder/gate":          {"runtime/flow", "runtime/fault", "runtime/engine"},
	"builder/learn":         {"runtime/nlu", "runtime/flow", "runtime/engine", "builder/faqfile"},
	"runtime":               {"runtime/*", "views", "views/visitor", "views/markdown", "views/words", "assets"},
	"runtime/engine":        {"runtime/flow"},
	"runtime/engine/talk":   {"runtime/engine", "runtime/flow"},
	"runtime/fault":         {},
	"runtime/flow":          {"runtime/fault", "runtime/flow/*"},
	"runtime/hub":           {"runtime/spawn", "runtime/store"},
	"runtime/nlu":           {"runtime/nlu/*", "runtime/flow", "runtime/engine", "runtime/packed", "runtime/spawn"},
	"runtime/nlu/eval":      {"runtime/nlu", "runtime/flow", "runtime/engine", "runtime/fault"},
	"runtime/outbound":      {"runtime/fault"},
	"runtime/packed":        {},
	"runtime/spawn":         {},
	"runtime/store":         {"runtime/store/*", "runtime/flow", "runtime/engine", "runtime/fault", "runtime/spawn"},
	"runtime/store/kv":      {},
	"runtime/store/kv/bolt": {"runtime/store/kv", "runtime/fault", "runtime/spawn"},
	"templates":             {"runtime/flow", "runtime/packed"},
	"views":                 {"runtime/fault", "views/words", "assets"},
	"views/gallery":         {"views/*", "runtime/flow", "runtime/fault", "assets"},
	"views/gallery/show":    {"views/gallery", "assets"},
	"views/markdown":        {},
	"views/owner":           {"views", "views/words", "views/markdown", "runtime/flow", "assets"},
	"views/visitor":         {"views", "views/words", "views/markdown", "assets"},
	"views/words":           {},
}

// onlyIn says which foreign packages belong to one place.
var onlyIn = map[string]string{
	"go.etcd.io/bbolt":                               "runtime/store/kv/bolt",
	"github.com/blevesearch/":                        "runtime/nlu",
	"github.com/blevesearch/bleve/v2/analysis/lang/": "the tests", // their tables would weigh on the binary
	"golang.org/x/crypto/argon2":                     "builder/auth",
	"github.com/gorilla/sessions":                    "builder/auth",
	"github.com/evanw/esbuild":                       "assets/build",
	"github.com/yuin/goldmark":                       "views/markdown",
	"github.com/nyaruka/phonenumbers":                "runtime/engine",
}

// dials are the ways of opening a socket outwards.
var dials = map[string][]string{
	"net":        {"Dial", "DialTimeout", "DialTCP", "DialUDP", "DialIP", "DialUnix", "Dialer"},
	"crypto/tls": {"Dial", "DialWithDialer", "Dialer"},
	"net/http":   {"Get", "Post", "PostForm", "Head", "DefaultClient", "DefaultTransport", "Client", "Transport"},
	"net/smtp":   {"Dial", "SendMail"},
}

type source struct {
	name string // slash path from the root
	dir  string
	file *ast.File
	fset *token.FileSet
	text string
}

func TestImportsRunOneWay(t *testing.T)                { hold(t, imports) }
func TestForeignPackagesStayInTheirPlace(t *testing.T) { hold(t, foreign) }
func TestOnePackageDialsOut(t *testing.T)              { hold(t, dialling) }
func TestGoroutinesStartInOnePlace(t *testing.T)       { hold(t, goStatements) }
func TestFilesAndFunctionsAreSmall(t *testing.T)       { hold(t, sizes) }

func hold(t *testing.T, rule func(source) []string) {
	t.Parallel()
	for _, s := range goSources(t, os.DirFS(".")) {
		for _, complaint := range rule(s) {
			t.Error(complaint)
		}
	}
}

func TestPlantedViolations(t *testing.T) {
	t.Parallel()
	planted := []struct {
		rule func(source) []string
		name string
		code string
	}{
		{imports, "runtime/engine/x.go", `package engine; import _ "okienko/runtime/store"`},
		{imports, "runtime/x.go", `package runtime; import _ "okienko/builder"`},
		{foreign, "runtime/store/x.go", `package store; import _ "go.etcd.io/bbolt"`},
		{foreign, "runtime/nlu/x.go", `package nlu; import _ "github.com/blevesearch/bleve/v2/analysis/lang/pl"`},
		{dialling, "builder/x.go", `package builder; import "net/http"; var _ = http.DefaultClient`},
		{dialling, "runtime/x.go", `package runtime; import n "net"; func f() { n.Dial("tcp", "") }`},
		{goStatements, "builder/x.go", "package builder; func f() { go f() }"},
		{sizes, "builder/x.go", "package builder\nfunc f() {\n" + strings.Repeat("f()\n", 90) + "}"},
		{sizes, "builder/y.go", "package builder\n" + strings.Repeat("\n", 501)},
	}
	for _, p := range planted {
		if len(p.rule(parse(t, p.name, p.code))) == 0 {
			t.Errorf("%s: the rule did not see %q", p.name, p.code)
		}
	}
}

func imports(s source) []string {
	var complaints []string
	for _, spec := range s.file.Imports {
		target, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "okienko/")
		if ours && target != s.dir && !allowed(s.dir, target) {
			complaints = append(complaints, fmt.Sprintf("%s must not import %s", s.name, target))
		}
	}
	return complaints
}

func allowed(dir, target string) bool {
	for d := dir; ; d = path.Dir(d) {
		if d == "." {
			d = ""
		}
		rows, ok := mayImport[d]
		if ok && (d != "" || dir == "") {
			return slices.ContainsFunc(rows, func(row string) bool {
				below, tree := strings.CutSuffix(row, "/*")
				return target == row || tree && (target == below || strings.HasPrefix(target, below+"/"))
			})
		}
		if d == "" {
			return false
		}
	}
}

func foreign(s source) []string {
	var complaints []string
	for _, spec := range s.file.Imports {
		target := strings.Trim(spec.Path.Value, `"`)
		for prefix, home := range onlyIn {
			if strings.HasPrefix(target, prefix) && s.dir != home && !strings.HasPrefix(s.dir, home+"/") {
				complaints = append(complaints, fmt.Sprintf("%s must not import %s: it belongs to %s", s.name, target, home))
			}
		}
	}
	return complaints
}

func dialling(s source) []string {
	if s.dir == "runtime/outbound" {
		return nil
	}
	names := map[string]string{}
	for _, spec := range s.file.Imports {
		target := strings.Trim(spec.Path.Value, `"`)
		name := path.Base(target)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = target
	}
	var complaints []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := sel.X.(*ast.Ident); ok && slices.Contains(dials[names[pkg.Name]], sel.Sel.Name) {
				complaints = append(complaints, fmt.Sprintf("%s: %s.%s dials out; only runtime/outbound may",
					s.fset.Position(sel.Pos()), pkg.Name, sel.Sel.Name))
			}
		}
		return true
	})
	return complaints
}

func goStatements(s source) []string {
	if s.dir == "runtime/spawn" {
		return nil
	}
	var complaints []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		if g, ok := n.(*ast.GoStmt); ok {
			complaints = append(complaints, fmt.Sprintf("%s: use spawn.Go", s.fset.Position(g.Pos())))
		}
		return true
	})
	return complaints
}

func sizes(s source) []string {
	const maxFile, maxFunc = 500, 80
	var complaints []string
	if lines := strings.Count(s.text, "\n"); lines > maxFile {
		complaints = append(complaints, fmt.Sprintf("%s has %d lines, at most %d", s.name, lines, maxFile))
	}
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && !isTable(f) {
			lines := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line
			if lines > maxFunc {
				complaints = append(complaints, fmt.Sprintf("%s: %s has %d lines, at most %d", s.name, f.Name.Name, lines, maxFunc))
			}
		}
	}
	return complaints
}

// isTable knows a function that is data, however long: one literal, or one switch of them.
func isTable(f *ast.FuncDecl) bool {
	if f.Body == nil || len(f.Body.List) == 0 {
		return false
	}
	for i, statement := range f.Body.List {
		switch statement.(type) {
		case *ast.ReturnStmt:
		case *ast.SwitchStmt:
			if i > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// rawMarkup is what would let text become markup, or break the strict Content-Security-Policy.
var rawMarkup = []struct {
	in  *regexp.Regexp
	ban *regexp.Regexp
}{
	{regexp.MustCompile(`\.js$`), regexp.MustCompile(`\.(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|setHTMLUnsafe|javascript:`)},
	{regexp.MustCompile(`\.templ$`), regexp.MustCompile(`templ\.Raw|<style|\sstyle=|\sstyle\?=|hx-on|<script>|\son[a-z]+=|javascript:`)},
	{regexp.MustCompile(`\.go$`), regexp.MustCompile(`templ\.Raw\(|template\.HTML`)},
}

func TestNoRawMarkup(t *testing.T) {
	t.Parallel()
	walk(t, os.DirFS("."), func(name, text string) {
		for _, rule := range rawMarkup {
			if !rule.in.MatchString(name) || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_templ.go") {
				continue
			}
			for i, line := range strings.Split(text, "\n") {
				if found := rule.ban.FindString(line); found != "" {
					t.Errorf("%s:%d: %q is not allowed", name, i+1, found)
				}
			}
		}
	})
}

// A component is one call and a closure, so the compiler would copy its body into each place that draws it: 0.9 MB.
func TestComponentsAreCompiledOnce(t *testing.T) {
	t.Parallel()
	component := regexp.MustCompile(`(?m)^(.*)\ntempl (.+?)\(`)
	walk(t, os.DirFS("."), func(name, text string) {
		if !strings.HasSuffix(name, ".templ") {
			return
		}
		for _, found := range component.FindAllStringSubmatch(text, -1) {
			if found[1] != "//go:noinline" {
				t.Errorf("%s: %s needs the line //go:noinline above it", name, found[2])
			}
		}
	})
}

func TestEveryBlockTypeHasItsFourParts(t *testing.T) {
	t.Parallel()
	for _, kind := range flow.Kinds() {
		for _, part := range []string{
			"runtime/flow/" + kind.Type + ".go",
			"runtime/engine/" + kind.Type + ".go",
			"views/owner/block_" + kind.Type + ".templ",
			"runtime/engine/testdata/" + kind.Type + "/talk.golden",
		} {
			if _, err := os.Stat(part); err != nil {
				t.Errorf("block %s lacks %s", kind.Type, part)
			}
		}
	}
}

func TestTopLevelIsTheArchitecture(t *testing.T) {
	t.Parallel()
	known := []string{"main.go", "builder", "runtime", "views", "assets", "templates", "go.mod", "go.sum", "README.md", "LICENSE"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		dot := strings.HasPrefix(name, ".")
		made := name == "okienko" || name == "okienko-data" // git ignores both
		if !dot && !made && !strings.HasSuffix(name, "_test.go") && !slices.Contains(known, name) {
			t.Errorf("%s does not belong at the top", name)
		}
	}
}

// goSources parses every Go file that we wrote, tests apart.
func goSources(t *testing.T, tree fs.FS) []source {
	t.Helper()
	var sources []source
	walk(t, tree, func(name, text string) {
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.HasSuffix(name, "_templ.go") {
			sources = append(sources, parse(t, name, text))
		}
	})
	return sources
}

func parse(t *testing.T, name, text string) source {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	dir := path.Dir(name)
	if dir == "." {
		dir = ""
	}
	return source{name: name, dir: dir, file: file, fset: fset, text: text}
}

func walk(t *testing.T, tree fs.FS, visit func(name, text string)) {
	t.Helper()
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			skip := name != "." && strings.HasPrefix(d.Name(), ".") || name == "assets/vendor" || name == "assets/dist" || d.Name() == "testdata"
			if skip {
				return fs.SkipDir
			}
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		visit(name, string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
