package bolt_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// sample is the content of a file with a tree of several levels and free pages.
func sample(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.db")
	must(t, bolt.Create(path))
	db, err := bolt.Open(path, bolt.Options{})
	must(t, err)
	for round := range 20 {
		must(t, db.Update(t.Context(), func(tx kv.Tx) error {
			for i := range 100 {
				if err := tx.Put(fmt.Appendf(nil, "key %05d of round", (i*37+round*101)%1500), bytes.Repeat([]byte{byte(i)}, 200+i%300)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	must(t, db.Check(t.Context()))
	var content bytes.Buffer // a copy has no room to grow at its end, so that every cut matters
	_, err = db.Backup(t.Context(), &content)
	must(t, err)
	must(t, db.Close())
	return content.Bytes()
}

// TestWhatIsNotAWholeFileIsRefused: each ends in an error that says what it is, and is left as it was.
func TestWhatIsNotAWholeFileIsRefused(t *testing.T) {
	t.Parallel()
	whole := sample(t)
	sqlite := append([]byte("SQLite format 3\x00"), make([]byte, 8192)...)
	cases := []struct {
		name    string
		content []byte
		want    error
	}{
		{"an empty file", nil, kv.ErrDamaged},
		{"one byte", []byte{1}, kv.ErrDamaged},
		{"half a meta page", whole[:40], kv.ErrDamaged},
		{"one page", whole[:4096], kv.ErrDamaged},
		{"two pages", whole[:8192], kv.ErrDamaged},
		{"half", whole[:len(whole)/2], kv.ErrDamaged},
		{"zeros", make([]byte, len(whole)), kv.ErrForeign},
		{"SQLite", sqlite, kv.ErrForeign},
		{"text", bytes.Repeat([]byte("zamówienie\n"), 2000), kv.ErrForeign},
		{"first meta page lost", append(make([]byte, 4096), whole[4096:]...), kv.ErrDamaged},
		{"second meta page lost", append(append(bytes.Clone(whole[:4096]), make([]byte, 4096)...), whole[8192:]...), kv.ErrDamaged},
	}
	for _, c := range cases {
		path := filepath.Join(t.TempDir(), "test.db")
		must(t, os.WriteFile(path, c.content, 0o600))
		if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		isUntouched(t, c.name, path, c.content)
	}
}

func TestAFileOfAnotherProgramIsRefused(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "other.db")
	other, err := bbolt.Open(path, 0o600, nil)
	must(t, err)
	must(t, other.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrForeign) {
		t.Errorf("got %v", err)
	}
	isUntouched(t, "a file of another program", path, before)
	if _, err := bolt.Open(t.TempDir(), bolt.Options{}); !errors.Is(err, kv.ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
}

func isUntouched(t testing.TB, name, path string, before []byte) {
	t.Helper()
	after, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Errorf("%s: the file was changed", name)
	}
}

// damages is how many cut-off and how many overwritten files the next test tries.
const damages = 150

// TestDamageNeverCrashes cuts a file off at random lengths and overwrites random pages of it, then opens, checks
// and reads it in a child process. Whatever is wrong must come back as an error.
func TestDamageNeverCrashes(t *testing.T) {
	t.Parallel()
	if dir := os.Getenv("OKIENKO_TEST_DAMAGED"); dir != "" {
		readDamaged(t, dir)
		return
	}
	whole := sample(t)
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(2, 26))
	for i := range damages {
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("cut-%03d", i)), whole[:random.IntN(len(whole))], 0o600))
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("hit-%03d", i)), hit(whole, random), 0o600))
	}
	child := exec.Command(os.Args[0], "-test.run=^TestDamageNeverCrashes$", "-test.v")
	child.Env = append(os.Environ(), "OKIENKO_TEST_DAMAGED="+dir)
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out[max(0, len(out)-4000):])
	}
}

// hit overwrites a random page: all of it, its header, or one number in it.
func hit(whole []byte, random *rand.Rand) []byte {
	content := bytes.Clone(whole)
	at := random.IntN(len(content)/4096) * 4096
	page := content[at : at+4096]
	switch random.IntN(4) {
	case 0:
		clear(page)
	case 1:
		for i := range page {
			page[i] = byte(random.Uint32())
		}
	case 2:
		for i := range 16 {
			page[i] = byte(random.Uint32())
		}
	default:
		n := random.IntN(64) * 4
		for i := range 4 {
			page[n+i] = byte(random.Uint32())
		}
	}
	return content
}

// readDamaged runs in the child: opens what can be opened, reads all of it and writes into it.
func readDamaged(t *testing.T, dir string) {
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	opened, noticed := 0, 0
	for _, path := range files {
		before, err := os.ReadFile(path)
		must(t, err)
		db, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			isUntouched(t, path, path, before)
			continue
		}
		opened++
		checked := db.Check(context.Background())
		read := db.View(context.Background(), func(r kv.Reader) error {
			for range r.Scan(nil, nil) {
			}
			return nil
		})
		if checked != nil || read != nil {
			noticed++
		}
		if checked == nil && read != nil {
			t.Errorf("%s: the check found nothing, but reading ends with %v", path, read)
		}
		isUntouched(t, path, path, before)
		_ = db.Update(context.Background(), func(tx kv.Tx) error { return tx.Put([]byte("key 01000 of round"), []byte("new")) })
		must(t, db.Close())
	}
	t.Logf("%d of %d opened, in %d of them the damage was noticed", opened, len(files), noticed)
}
