package nlu

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestMemoIsBounded(t *testing.T) {
	t.Parallel()
	m := newMemo[int](100)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 1000 {
				if got := m.of(strconv.Itoa(i), func() int { return i }); got != i {
					t.Errorf("%d became %d", i, got)
				}
			}
		})
	}
	all.Wait()
	if m.len() > 200 {
		t.Errorf("%d texts are remembered, at most 200", m.len())
	}
	before := m.len()
	m.of(strings.Repeat("a", longestKept+1), func() int { return 0 })
	if m.len() != before {
		t.Error("an attack is remembered")
	}
}

func TestMemoKeepsWhatIsAskedAgain(t *testing.T) {
	t.Parallel()
	m := newMemo[int](10)
	made := 0
	for i := range 1000 {
		m.of("ile kosztuje dostawa", func() int { made++; return made })
		m.of(strconv.Itoa(i), func() int { return i })
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

// TestMatchesAreTheCallersOwn holds that changing an answer does not change the next one.
func TestMatchesAreTheCallersOwn(t *testing.T) {
	t.Parallel()
	x := openMemory(t, benchEntries(t))
	first := x.Understand("Ile kosztuje dostawa?", Context{}).Entries
	first[0].Entry = "?"
	if again := x.Understand("ile kosztuje dostawa", Context{}).Entries; again[0].Entry != "d-koszt" {
		t.Errorf("got %v", again)
	}
}
