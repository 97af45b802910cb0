package store_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

func exported(t testing.TB, s *store.Store) string {
	t.Helper()
	var out bytes.Buffer
	must(t, s.Export(t.Context(), &out))
	return out.String()
}

// body is an export without its first line, which holds the time.
func body(export string) string {
	_, rest, _ := strings.Cut(export, "\n")
	return rest
}

func TestAnExportComesBackWhole(t *testing.T) {
	t.Parallel()
	dir, ref := filled(t)
	export := exported(t, openAt(t, dir))

	other := open(t)
	done, err := other.Import(t.Context(), strings.NewReader(export))
	must(t, err)
	equal(t, done.Present, 1) // the mark of the format
	equal(t, done.Files, 1)
	equal(t, strings.Count(body(exported(t, other)), "\n"), strings.Count(body(export), "\n"))
	equal(t, body(exported(t, other)), body(export))
	_, err = other.ConversationByToken(t.Context(), ref, [32]byte{5})
	must(t, err)

	again, err := other.Import(t.Context(), strings.NewReader(export))
	must(t, err)
	equal(t, again.Added, 0)
	equal(t, again.Files, 0)
}

func TestAnImportLeavesWhatIsHere(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	c := begin(t, s, ref, 1)
	export := exported(t, s)
	done, err := s.CommitTurn(t.Context(), ref, say(c, "m1", "nowsze słowa"))
	must(t, err)
	turn := say(done.Conversation, "m2", "wiadomość")
	turn.Case = &store.Case{Text: "wiadomość"}
	_, err = s.CommitTurn(t.Context(), ref, turn)
	must(t, err)

	_, err = s.Import(t.Context(), strings.NewReader(export))
	must(t, err)
	kept, err := s.Conversation(t.Context(), ref, c.ID)
	must(t, err)
	equal(t, kept.Preview, "wiadomość")
	list, _, err := s.Conversations(t.Context(), ref.Shop, store.Filter{})
	must(t, err)
	equal(t, len(list), 1)
}

func TestAnExportHoldsNoSignIns(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	if strings.Contains(exported(t, openAt(t, dir)), "sign_in") {
		t.Error("an export must not hold sign-ins")
	}
}

func TestABadExportAddsNothing(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	lines := strings.SplitAfter(exported(t, openAt(t, dir)), "\n")
	lines = lines[:len(lines)-1]
	last := len(lines) - 1
	change := func(number int, line string) string {
		changed := append([]string{}, lines...)
		changed[number-1] = line + "\n"
		return strings.Join(changed, "")
	}
	cases := []struct {
		name, export string
		code         fault.Code
		line         int
	}{
		{"empty", "", fault.Invalid, 0},
		{"not an export", "PK\x03\x04\n", fault.Invalid, 1},
		{"of a newer Okienko", change(1, `{"format":2}`), fault.Newer, 0},
		{"without a header", strings.Join(lines[1:], ""), fault.Invalid, 1},
		{"half a line", change(5, lines[4][:20]), fault.Invalid, 5},
		{"an unknown kind", change(6, `{"kind":"rabat","key":["a"]}`), fault.Invalid, 6},
		{"an unknown field", change(6, `{"kind":"shop","key":["a"],"extra":1}`), fault.Invalid, 6},
		{"a key with too few parts", change(7, `{"kind":"bot","key":["a"],"body":{}}`), fault.Invalid, 7},
		{"a key with too many parts", change(7, `{"kind":"shop","key":["a","b"],"body":{}}`), fault.Invalid, 7},
		{"a key of another type", change(7, `{"kind":"shop","key":[1],"body":{}}`), fault.Invalid, 7},
		{"a body of another type", change(7, `{"kind":"shop","key":["a"],"body":[]}`), fault.Invalid, 7},
		{"a file out of the folder", change(8, `{"file":"../evil","data":""}`), fault.Invalid, 8},
		{"cut off", strings.Join(lines[:last], ""), fault.Invalid, 0},
		{"one line too few", strings.Join(append(append([]string{}, lines[:9]...), lines[10:]...), ""), fault.Invalid, last},
		{"one line too many", strings.Join(append(lines, lines[5]), ""), fault.Invalid, last + 2},
	}
	other := open(t)
	for _, c := range cases {
		_, err := other.Import(t.Context(), strings.NewReader(c.export))
		if got := fault.CodeOf(err); got != c.code {
			t.Errorf("%s: code %q (%v), want %q", c.name, got, err, c.code)
		}
		if line := fmt.Sprint(fault.Of(err).Args["line"]); c.line > 0 && line != fmt.Sprint(c.line) {
			t.Errorf("%s: line %s, want %d", c.name, line, c.line)
		}
	}
	has, err := other.HasOwner(t.Context())
	must(t, err)
	equal(t, has, false)
}

func FuzzImport(f *testing.F) {
	f.Add(`{"format":1}` + "\n" + `{"kind":"shop","key":["a"],"body":{"id":"a"}}` + "\n" + `{"end":{"records":1,"files":0}}`)
	f.Add(`{"format":1}` + "\n" + `{"file":"a","data":"AAAA"}` + "\n" + `{"end":{"records":0,"files":1}}`)
	f.Add(`{"format":1}` + "\n" + `{"kind":"token","key":["a","b","00"],"body":"c"}`)
	f.Fuzz(func(t *testing.T, export string) {
		s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
		must(t, err)
		defer s.Close()
		_, err = s.Import(t.Context(), strings.NewReader(export))
		if err == nil {
			exported(t, s)
		}
	})
}
