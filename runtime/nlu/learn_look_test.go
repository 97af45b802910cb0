package nlu

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	data "okienko/runtime/nlu/corpus"
)

// BenchmarkLook prints what a shop's questions are taken for, by weights learned without it: SHOP=name.
func BenchmarkLook(b *testing.B) {
	shops := samplesOf(b)
	at := slices.IndexFunc(shops, func(s shopSamples) bool { return s.name == os.Getenv("SHOP") })
	if at < 0 || shops[at].blind() {
		b.Skip("no such shop to look at")
	}
	s := shops[at]
	l := learnWeights(slices.DeleteFunc(slices.Clone(shops), func(o shopSamples) bool { return o.fold == s.fold || o.blind() }))
	all, err := data.Shops("corpus/shops")
	if err != nil {
		b.Fatal(err)
	}
	shop := all[slices.IndexFunc(all, func(d data.Shop) bool { return d.Name == s.name })]
	var lines []string
	add := func(mark string, q data.Question, r sample) {
		best := shop.Entries[r.ranked[0].entry]
		lines = append(lines, fmt.Sprintf("%.2f %s %s | %s", l.sure(r), mark, q.Text, best.Question))
	}
	for i, r := range l.rerank(s.foreign) {
		add("foreign "+shop.Foreign[i].Kind, shop.Foreign[i], r)
	}
	for i, r := range l.rerank(s.in) {
		add(map[bool]string{true: "right", false: "wrong"}[r.right[0]], shop.Questions[i], r)
	}
	slices.Sort(lines)
	slices.Reverse(lines)
	fmt.Println(strings.Join(lines, "\n"))
}
