package store_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// wholeStore are the files whose methods answer for the server as a whole, or before a shop is known.
var wholeStore = []string{"directory.go", "found.go", "due.go", "store.go", "secret.go", "check.go", "backup.go", "export.go", "import.go"}

// TestEveryLookupTakesItsShop holds the rule that there is no Get(id): a method outside the files above
// takes a context, then a shop, a Shop or a BotRef.
func TestEveryLookupTakesItsShop(t *testing.T) {
	t.Parallel()
	methods := 0
	for _, m := range storeMethods(t) {
		if slices.Contains(wholeStore, m.file) {
			continue
		}
		methods++
		if len(m.params) < 2 || m.params[0] != "ctx context.Context" || !slices.Contains([]string{"shop string", "shop Shop", "ref BotRef"}, m.params[1]) {
			t.Errorf("%s: %s(%s) does not take the shop it belongs to", m.file, m.name, strings.Join(m.params, ", "))
		}
	}
	if methods < 30 {
		t.Errorf("only %d methods were looked at", methods)
	}
}

type method struct {
	file, name string
	params     []string // name and type
}

// storeMethods are the exported methods of Store.
func storeMethods(t *testing.T) (methods []method) {
	t.Helper()
	entries, err := os.ReadDir(".")
	must(t, err)
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		must(t, err)
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !f.Name.IsExported() || typeName(f.Recv.List[0].Type) != "*Store" {
				continue
			}
			m := method{file: e.Name(), name: f.Name.Name}
			for _, p := range f.Type.Params.List {
				for _, name := range p.Names {
					m.params = append(m.params, name.Name+" "+typeName(p.Type))
				}
			}
			methods = append(methods, m)
		}
	}
	return methods
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeName(e.X)
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	}
	return "?"
}
