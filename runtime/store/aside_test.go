package store_test

import (
	"strings"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

func TestAsides(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	ctx := t.Context()
	for _, word := range []string{"hajs", "żabka", "hajs"} {
		must(t, s.PutAside(ctx, ref, word))
	}
	must(t, s.TakeUp(ctx, ref, "żabka"))
	must(t, s.TakeUp(ctx, ref, "żabka"))
	other := open(t)
	_, err := other.Import(ctx, strings.NewReader(exported(t, s)))
	must(t, err)
	for _, s := range []*store.Store{s, other} {
		list, err := s.Asides(ctx, ref)
		must(t, err)
		if len(list) != 1 || list[0].Word != "hajs" || list[0].At.IsZero() {
			t.Errorf("%+v", list)
		}
	}
	wants(t, s.PutAside(ctx, store.BotRef{Shop: ref.Shop, Bot: "inny"}, "hajs"), fault.NotFound)
}
