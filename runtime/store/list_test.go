package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

// listed returns the ids of all pages of a list.
func listed(t testing.TB, s *store.Store, shop string, filter store.Filter) (ids []string, pages int) {
	t.Helper()
	for {
		list, next, err := s.Conversations(t.Context(), shop, filter)
		must(t, err)
		pages++
		for _, c := range list {
			ids = append(ids, c.ID)
		}
		if next == "" {
			return ids, pages
		}
		filter.Before = next
	}
}

func TestConversationsAreFiltered(t *testing.T) {
	t.Parallel()
	s := open(t)
	ref := story(t, s)
	must(t, wantsPerson(t, s, ref, "rozmowa-1"))
	cases := []struct {
		name   string
		filter store.Filter
		want   string
	}{
		{"all, newest activity first", store.Filter{}, "[rozmowa-1 rozmowa-2 rozmowa-0]"},
		{"of a bot", store.Filter{Bot: ref.Bot}, "[rozmowa-1 rozmowa-2 rozmowa-0]"},
		{"of a bot without any", store.Filter{Bot: "drugi"}, "[]"},
		{"from a time", store.Filter{From: noon.Add(time.Hour)}, "[rozmowa-1 rozmowa-2]"},
		{"to a time", store.Filter{To: noon.Add(time.Hour)}, "[rozmowa-0]"},
		{"who wants a person", store.Filter{Wants: true}, "[rozmowa-1]"},
		{"with a message left", store.Filter{Case: true}, "[rozmowa-1 rozmowa-2 rozmowa-0]"},
		{"by words without accents", store.Filter{Text: "PYTANIE wysylke"}, "[rozmowa-1 rozmowa-2 rozmowa-0]"},
		{"by words with accents", store.Filter{Text: "wysyłkę 2"}, "[rozmowa-1 rozmowa-2 rozmowa-0]"},
		{"by words of a person", store.Filter{Text: "konsultant"}, "[rozmowa-1]"},
		{"by words nobody said", store.Filter{Text: "reklamacja"}, "[]"},
	}
	for _, c := range cases {
		for _, limit := range []int{0, 1, 2} {
			c.filter.Limit = limit
			ids, _ := listed(t, s, ref.Shop, c.filter)
			if got := fmt.Sprint(ids); got != c.want {
				t.Errorf("%s, %d a page: %s, want %s", c.name, limit, got, c.want)
			}
		}
	}
	_, _, err := s.Conversations(t.Context(), ref.Shop, store.Filter{Before: "%"})
	wants(t, err, fault.Invalid)
}

func wantsPerson(t testing.TB, s *store.Store, ref store.BotRef, id string) error {
	c, err := s.Conversation(t.Context(), ref, id)
	must(t, err)
	c.Last = noon.Add(5 * time.Hour)
	turn := say(c, "m9", "poproszę konsultanta")
	turn.Conversation.Wants = true
	_, err = s.CommitTurn(t.Context(), ref, turn)
	return err
}

// TestASearchGoesOnFromWhereItStopped looks for words behind more conversations than are looked at for one page.
func TestASearchGoesOnFromWhereItStopped(t *testing.T) {
	t.Parallel()
	const count = 2_100
	s, ref := founded(t)
	var wait sync.WaitGroup
	for worker := range 50 {
		wait.Go(func() {
			for i := worker; i < count; i += 50 {
				begin(t, s, ref, byte(i), byte(i>>8), 1)
			}
		})
	}
	wait.Wait()
	ids, pages := listed(t, s, ref.Shop, store.Filter{Text: "reklamacja"})
	equal(t, len(ids), 0)
	equal(t, pages, 2)
	ids, _ = listed(t, s, ref.Shop, store.Filter{Limit: 100})
	equal(t, len(ids), count)
}
