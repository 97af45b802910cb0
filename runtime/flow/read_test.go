package flow_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, key string
	}{
		{"newer", `{"format": 2, "brain": true}`, "flow.read.newer"},
		{"no format", `{"name": "Bot"}`, "flow.read.not_a_bot"},
		{"format of another kind", `{"format": "1"}`, "flow.read.not_a_bot"},
		{"nothing", ``, "flow.read.not_a_bot"},
		{"no JSON", `hej`, "flow.read.not_a_bot"},
		{"unknown member", `{"format": 1, "brain": true}`, "flow.read.malformed"},
		{"unknown member of a block", bot(`{"type": "end", "id": "b1", "brain": true}`), "flow.read.malformed"},
		{"unknown block", bot(`{"type": "run_code", "id": "b1"}`), "flow.read.malformed"},
		{"no block", bot(`null`), "flow.read.malformed"},
		{"wrong type", bot(`{"type": "wait", "id": "b1", "millis": "long"}`), "flow.read.malformed"},
		{"two bots", `{"format": 1} {"format": 1}`, "flow.read.not_a_bot"},
		{"too large", `{"format": 1, "name": "` + strings.Repeat("a", flow.MaxBytes) + `"}`, "flow.read.too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			read, err := flow.Read([]byte(c.file))
			if err == nil || fault.Of(err).Key != c.key {
				t.Errorf("got %+v, %v, want %s", read, err, c.key)
			}
		})
	}
	if _, err := flow.Read([]byte(`{"format": 9}`)); !fault.Is(err, fault.Newer) {
		t.Errorf("a newer file: %v", err)
	}
}

func bot(block string) string {
	return `{"format": 1, "flows": [{"id": "f", "name": "F", "start": "n", "nodes": [{"id": "n", "title": "N", "blocks": [` + block + `]}]}]}`
}

// FuzzRead: no file makes Read panic, and what it accepts comes back as it was written and can be checked.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/*/*.json", "testdata/*.json", "../engine/testdata/*/bot.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			f.Add(readSeed(f, path))
		}
	}
	f.Add([]byte(bot(`{"type": "say_text", "id": "b", "text": "a < b && c > d\u2028\ud800"}`)))
	f.Add([]byte(`{"format": 1, "flows": [{"nodes": [{"_canvas": null, "blocks": null}], "_canvas": {"a": [1e400]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := flow.Read(data)
		if err != nil {
			return
		}
		written := write(t, read)
		again, err := flow.Read(written)
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, written)
		}
		if twice := write(t, again); !bytes.Equal(written, twice) {
			t.Fatalf("written\n%s\nthen\n%s", written, twice)
		}
		flow.Validate(read)
		flow.Inspect(read)
	})
}

func write(t *testing.T, b *flow.Bot) []byte {
	t.Helper()
	data, err := flow.Write(b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readSeed(f *testing.F, path string) []byte {
	f.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	return data
}
