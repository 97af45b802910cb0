package store_test

import (
	"context"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
)

// noon is the time in tests; a clock that stands still keeps them the same on every run.
var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// open opens a new data folder and closes it after the test.
func open(t testing.TB) *store.Store {
	t.Helper()
	return openAt(t, t.TempDir())
}

func openAt(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.Options{Now: func() time.Time { return noon }})
	must(t, err)
	t.Cleanup(func() {
		isClean(t, s)
		must(t, s.Close())
	})
	return s
}

// isClean checks the whole store; every test ends with it.
func isClean(t testing.TB, s *store.Store) {
	t.Helper()
	findings, err := s.Check(context.Background(), nil)
	must(t, err)
	for _, f := range findings {
		t.Errorf("check: %s %s: %v", f.Kind, f.Key, f.Problem)
	}
}

// founded opens a new data folder with a shop, an owner and a bot.
func founded(t testing.TB) (*store.Store, store.BotRef) {
	t.Helper()
	s := open(t)
	return s, found(t, s)
}

func found(t testing.TB, s *store.Store) store.BotRef {
	t.Helper()
	ref, err := s.CreateShop(t.Context(), store.Shop{Name: "Kwiaty"}, store.User{Email: "Ania@Kwiaty.pl"}, store.Bot{Name: "Asystent"}, sampleBot())
	must(t, err)
	_, err = s.Publish(t.Context(), ref, store.Release{Bot: sampleBot()})
	must(t, err)
	return ref
}

func sampleBot() flow.Bot {
	return flow.Bot{
		Format: 1, Name: "Asystent", Language: "pl",
		Flows:   []flow.Flow{{ID: "main", Name: "Start", Start: "a", Nodes: []flow.Node{{ID: "a", Title: "Powitanie"}}}},
		Entries: []flow.Entry{{ID: "dostawa", Question: "Ile trwa dostawa?", Answer: "Dwa dni."}, {ID: "zwrot", Question: "Jak zwrócić?", Answer: "Odeślij."}},
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wants checks the kind of an error; "" means none.
func wants(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != code {
		t.Fatalf("error %v has code %q, want %q", err, got, code)
	}
}

func equal[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
}
