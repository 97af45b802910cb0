package store

import (
	"bytes"
	"slices"
	"testing"
	"time"
)

func TestKeysSortAsTheirTuplesDo(t *testing.T) {
	t.Parallel()
	texts := []string{"", "\x00", "\x00\x01", "\x01", "\x02", "\x02a", "a", "a\x00", "a\x00b", "ab", "ą", "\xff"}
	var keys []key
	for _, shop := range texts {
		for _, n := range []int64{-1 << 63, -1, 0, 1, 255, 256, 1<<63 - 1} {
			keys = append(keys, inShop(shop).mark('x').number(n))
		}
	}
	if !slices.IsSortedFunc(keys, func(a, b key) int { return bytes.Compare(a, b) }) {
		t.Error("out of order")
	}
	ids := []string{NewID(), "zzzzzzzzzzzzzzzz", "0000000000000000"}
	slices.Sort(ids)
	for i := range ids[1:] {
		if bytes.Compare(inShop(ids[i]), inShop(ids[i+1])) >= 0 {
			t.Errorf("%s sorts behind %s", ids[i], ids[i+1])
		}
	}
}

// TestNoTextReachesIntoAnotherRange: whatever a shop is called, no key of it lies in another shop's range.
func TestNoTextReachesIntoAnotherRange(t *testing.T) {
	t.Parallel()
	texts := []string{"", "a", "a\x00", "a\x00b", "a\x01", "\x02", "\x02aaaaaaaaaa", "0123456789abcdef", "0123456789ABCDEF", "\xff"}
	for _, a := range texts {
		for _, b := range texts {
			if a != b && bytes.HasPrefix(botKey(BotRef{Shop: b, Bot: "x"}), inShop(a)) {
				t.Errorf("a key of shop %q lies in the range of %q", b, a)
			}
		}
	}
}

// TestEveryKeyTellsItsKind builds a key of each kind and takes it apart again.
func TestEveryKeyTellsItsKind(t *testing.T) {
	t.Parallel()
	for _, what := range kinds() {
		for _, text := range []string{NewID(), "sklep", "a\x00b", ""} {
			var want []any
			for _, p := range what.shape {
				switch p {
				case textPart:
					want = append(want, text)
				case numberPart:
					want = append(want, time.Now().UnixMilli())
				case hashPart:
					want = append(want, [32]byte{1, 2, 3})
				}
			}
			got, parts, err := kindOf(build(what.shape, want))
			if err != nil || got.name != what.name || !slices.Equal(parts, want) {
				t.Errorf("%s %v came back as %s %v, %v", what.name, want, got.name, parts, err)
			}
		}
	}
}

func TestTheEndOfARange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want key }{{key("a"), key("b")}, {key("a\xff"), key("b")}, {key("\xff\xff"), nil}, {key{}, nil}} {
		if got := c.in.end(); !bytes.Equal(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("%q ends before %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzKey(f *testing.F) {
	f.Add([]byte("a\x00Bb\x00"))
	f.Add([]byte{0x02, 1, 2, 3})
	f.Fuzz(func(t *testing.T, raw []byte) {
		what, parts, err := kindOf(raw)
		if err != nil {
			return
		}
		if _, again, err := kindOf(build(what.shape, parts)); err != nil || !slices.Equal(parts, again) {
			t.Errorf("%s %v came back as %v, %v", what.name, parts, again, err)
		}
	})
}
