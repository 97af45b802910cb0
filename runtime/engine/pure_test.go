package engine_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// The bot format and the engine compute and do nothing else: old conversations can be played again,
// turns can run anywhere, and the same input gives the same bytes.
func TestPure(t *testing.T) {
	t.Parallel()
	mode := packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports
	loaded, err := packages.Load(&packages.Config{Mode: mode}, ".", "./talk", "../flow", "../flow/upgrade")
	if err != nil || len(loaded) != 4 {
		t.Fatalf("%d packages, %v", len(loaded), err)
	}
	for _, p := range loaded {
		for _, err := range p.Errors {
			t.Error(err)
		}
		for _, found := range impurities(p.Fset, p.TypesInfo, p.Syntax) {
			t.Error(found)
		}
	}
}

// Each planted line must be found, or the test above proves nothing.
func TestImpuritiesAreFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, source, want string }{
		{"import", `import _ "os"`, "imports os"},
		{"import below", `import _ "log/slog"`, "imports log/slog"},
		{"clock", `import "time"; func f() time.Time { return time.Now() }`, "uses time.Now"},
		{"clock as a value", `import "time"; func f() func() time.Time { return time.Now }`, "uses time.Now"},
		{"goroutine", `func f() { go f() }`, "go statement"},
		{"global", `var n int`, "package variable n"},
		{"map order", `func f(m map[string]int) { for range m {} }`, "range over a map"},
		{"map order, named", `type t map[int]int; func f(m t) { for range m {} }`, "range over a map"},
		{"map order, by maps", `import "maps"; func f(m map[int]int) { maps.Keys(m) }`, "imports maps"},
		{"channel", `func f(c chan int) { select { case <-c: } }`, "select statement"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, "planted.go", "package planted; "+c.source, 0)
			if err != nil {
				t.Fatal(err)
			}
			info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
			config := types.Config{Importer: importer.Default()}
			if _, err := config.Check("planted", fset, []*ast.File{file}, info); err != nil {
				t.Fatal(err)
			}
			found := impurities(fset, info, []*ast.File{file})
			if len(found) != 1 || !strings.Contains(found[0], c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

// forbidden are packages that reach outside, keep something, or put chance or order of maps into the answer.
// Those below them are meant as well, except net/mail and net/url, which only parse.
func forbidden(path string) bool {
	switch path {
	case "net/mail", "net/url":
		return false
	}
	top, _, _ := strings.Cut(path, "/")
	switch top {
	case "os", "net", "log", "runtime", "sync", "syscall", "unsafe", "maps", "context", "embed", "plugin", "testing":
		return true
	}
	return strings.HasPrefix(path, "math/rand") || path == "crypto/rand" || strings.Contains(path, "bbolt")
}

func impurities(fset *token.FileSet, info *types.Info, files []*ast.File) []string {
	var found []string
	report := func(at token.Pos, format string, args ...any) {
		found = append(found, fset.Position(at).String()+": "+fmt.Sprintf(format, args...))
	}
	for _, file := range files {
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err != nil || forbidden(path) {
				report(spec.Pos(), "imports %s", path)
			}
		}
		for _, d := range file.Decls {
			globals(d, report)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			impure(n, info, report)
			return true
		})
	}
	return found
}

func globals(d ast.Decl, report func(token.Pos, string, ...any)) {
	decl, ok := d.(*ast.GenDecl)
	if !ok || decl.Tok != token.VAR {
		return
	}
	for _, spec := range decl.Specs {
		for _, name := range spec.(*ast.ValueSpec).Names {
			report(name.Pos(), "package variable %s", name.Name)
		}
	}
}

func impure(n ast.Node, info *types.Info, report func(token.Pos, string, ...any)) {
	switch n := n.(type) {
	case *ast.GoStmt:
		report(n.Pos(), "go statement")
	case *ast.SelectStmt:
		report(n.Pos(), "select statement")
	case *ast.RangeStmt:
		if _, ok := info.Types[n.X].Type.Underlying().(*types.Map); ok {
			report(n.Pos(), "range over a map")
		}
	case *ast.Ident:
		if used := info.Uses[n]; used != nil && used.Pkg() != nil && used.Pkg().Path() == "time" {
			switch used.Name() {
			case "Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "LoadLocation", "Local":
				report(n.Pos(), "uses time.%s", used.Name())
			}
		}
	}
}
