package engine_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"okienko/runtime/flow"
)

// A block type is a file in flow, one of the same name in engine, and a conversation. The example in its
// comment is a block of that type that reads and writes as it stands.
func TestEveryBlockTypeIsWhole(t *testing.T) {
	t.Parallel()
	for _, kind := range flow.Kinds() {
		t.Run(kind.Type, func(t *testing.T) {
			t.Parallel()
			for _, path := range []string{"../flow/" + kind.Type + ".go", kind.Type + ".go", "testdata/" + kind.Type + "/bot.json", "testdata/" + kind.Type + "/talk.golden"} {
				if _, err := os.Stat(filepath.FromSlash(path)); err != nil {
					t.Error(err)
				}
			}
			if made := kind.New().Type(); made != kind.Type {
				t.Errorf("New makes a %s", made)
			}
			example(t, kind.Type)
			runs(t, kind.Type)
		})
	}
}

func example(t *testing.T, blockType string) {
	t.Helper()
	raw := exampleOf(readFile(t, "../flow/"+blockType+".go"))
	block, err := flow.ReadBlock([]byte(raw))
	if err != nil {
		t.Fatalf("the example %s: %v", raw, err)
	}
	if block.Type() != blockType {
		t.Errorf("the example is a %s", block.Type())
	}
	written, err := flow.WriteBlock(block)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(members(t, written), members(t, []byte(raw))) {
		t.Errorf("the example\n%s\nis written as\n%s", raw, written)
	}
}

// exampleOf is the JSON in the first comment that is set in by a tab.
func exampleOf(source string) string {
	var example []string
	for _, line := range strings.Split(source, "\n") {
		text, ok := strings.CutPrefix(line, "//\t")
		if !ok && len(example) > 0 {
			break
		}
		if ok {
			example = append(example, strings.TrimSpace(text))
		}
	}
	return strings.Join(example, " ")
}

func members(t *testing.T, raw []byte) map[string]any {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// runs demands that the type's conversation holds a block of the type, and that none of it failed.
func runs(t *testing.T, blockType string) {
	t.Helper()
	if !strings.Contains(readFile(t, "testdata/"+blockType+"/bot.json"), `"type": "`+blockType+`"`) {
		t.Errorf("its bot has no %s", blockType)
	}
	if strings.Contains(readFile(t, "testdata/"+blockType+"/talk.golden"), "\nfail ") {
		t.Errorf("its conversation fails")
	}
}
