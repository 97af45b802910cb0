package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
)

func TestProbes(t *testing.T) {
	t.Parallel()
	s, ref := founded(t)
	ctx := t.Context()
	must(t, s.SaveProbes(ctx, ref, []store.Probe{
		{Text: "kiedy bd paczka", Entry: "dostawa", Added: noon.Add(time.Hour)}, {Text: "jaka pogoda"},
	}))
	must(t, s.SaveProbes(ctx, ref, []store.Probe{{Text: " kiedy  bd paczka", Entry: "dostawa", Also: []string{"zwrot"}}}))
	list, err := s.Probes(ctx, ref)
	must(t, err)
	if len(list) != 2 || list[0].Text != "jaka pogoda" || len(list[1].Also) != 1 || !list[1].Added.Equal(noon.Add(time.Hour)) {
		t.Fatalf("%+v", list)
	}
	one, err := s.Probe(ctx, ref, store.ProbeID("jaka pogoda"))
	must(t, err)
	equal(t, one.Entry, "")

	export := exported(t, s)
	other := open(t)
	_, err = other.Import(ctx, strings.NewReader(export))
	must(t, err)
	list, err = other.Probes(ctx, ref)
	must(t, err)
	equal(t, len(list), 2)

	must(t, s.DeleteProbe(ctx, ref, one.ID))
	must(t, s.DeleteProbe(ctx, ref, one.ID))
	_, err = s.Probe(ctx, ref, one.ID)
	wants(t, err, fault.NotFound)
	wants(t, s.SaveProbes(ctx, store.BotRef{Shop: ref.Shop, Bot: "inny"}, []store.Probe{{Text: "a"}}), fault.NotFound)

	var many []store.Probe
	for i := range store.MaxProbes {
		many = append(many, store.Probe{Text: fmt.Sprint("pytanie ", i)})
	}
	wants(t, s.SaveProbes(ctx, ref, many), fault.TooLarge)
	list, err = s.Probes(ctx, ref)
	must(t, err)
	equal(t, len(list), 1)
}
