package nlu

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	data "okienko/runtime/nlu/corpus"
	"okienko/runtime/nlu/intent"
)

// sample is a question with its candidates and which of them are right.
type sample struct {
	query  query
	ranked []candidate
	right  []bool
}

// shopSamples are a shop's questions, those that can't be answered behind the others.
type shopSamples struct {
	name        string
	fold        int
	half        bool // a part of a shop's entries: the questions for the others can't be answered
	in, foreign []sample
	all         []sample // every candidate of in, for the quick ranking
}

// BenchmarkModel learns the model of intents from corpus and writes intent/model.bin:
//
//	go test ./runtime/nlu -run NONE -bench Model -benchtime 1x
func BenchmarkModel(b *testing.B) {
	intents, err := data.Intents("corpus")
	if err != nil {
		b.Fatal(err)
	}
	slices.SortStableFunc(intents, func(a, b data.Intent) int { return int(count(foreignIntent(a)) - count(foreignIntent(b))) })
	foreign := 0
	for _, i := range intents {
		foreign += int(count(foreignIntent(i)))
	}
	l := learnIntents(intents, dims, epochs)
	model := intent.Pack(l.names, l.rows, l.intents, foreign)
	kinds := map[byte]int{}
	for _, n := range l.names {
		kinds[n[0]]++
	}
	for k, n := range kinds {
		fmt.Printf("%c %d; ", k, n)
	}
	fmt.Printf("%d intents, %d foreign, %d pieces, %d bytes\n", len(intents), foreign, len(l.names), len(model))
	if err := os.WriteFile(filepath.Join("intent", "model.bin"), model, 0o644); err != nil {
		b.Fatal(err)
	}
}

const (
	dims   = 64
	epochs = 20
)

// foreignIntent reports whether no shop's FAQ answers an intent.
func foreignIntent(i data.Intent) bool {
	return strings.HasPrefix(i.ID, "off_") || strings.HasPrefix(i.ID, "talk_")
}

// BenchmarkWeights learns weights.go from the shops in corpus/shops and testdata/faq-bench with the model
// in intent/model.bin, and says what to expect of it: each shop is judged by what the others teach.
func BenchmarkWeights(b *testing.B) {
	shops := samplesOf(b)
	top, three, n := 0.0, 0.0, 0.0
	var pooled []float64 // confidences of what can't be answered
	taught := map[int]learned{}
	for _, s := range shops {
		if s.half {
			continue
		}
		l, ok := taught[s.fold]
		if !ok {
			l = learnWeights(slices.DeleteFunc(slices.Clone(shops), func(o shopSamples) bool { return o.fold == s.fold || o.blind() }))
			taught[s.fold] = l
		}
		r := l.report(s)
		if !s.blind() {
			for _, q := range l.rerank(s.foreign) {
				pooled = append(pooled, l.sure(q))
			}
		}
		fmt.Println(r)
		if !s.blind() {
			top, three, n = top+r.top1, three+r.recall3, n+1
		}
	}
	printThresholds(pooled)
	fmt.Printf("mean of shops: top-1 %.1f, recall@3 %.1f\n", 100*top/n, 100*three/n)
	learnWeights(slices.DeleteFunc(shops, shopSamples.blind)).write(b)
}

// blind shops are never learned from.
func (s shopSamples) blind() bool { return strings.HasPrefix(s.name, "blind") }

type learned struct{ quick, ranking, trust *net }

func learnWeights(shops []shopSamples) learned {
	var all, in, foreign []sample
	for _, s := range shops {
		all, in, foreign = append(all, s.all...), append(in, s.in...), append(foreign, s.foreign...)
	}
	var l learned
	l.quick = learnRanking(all, 0, (*features).quick)
	l.ranking = learnRanking(in, rankUnits, (*features).list)
	l.trust = learnTrust(append(l.rerank(in), l.rerank(foreign)...), trustUnits)
	return l
}

func (l learned) rerank(samples []sample) []sample {
	out := make([]sample, len(samples))
	for k, s := range samples {
		r := sample{query: s.query, ranked: slices.Clone(s.ranked)}
		for i := range r.ranked {
			r.ranked[i].score = l.ranking.of(r.ranked[i].features.list())
		}
		sortBest(r.ranked)
		for _, c := range r.ranked {
			at := slices.IndexFunc(s.ranked, func(d candidate) bool { return d.entry == c.entry })
			r.right = append(r.right, s.right[at])
		}
		out[k] = r
	}
	return out
}

func samplesOf(b *testing.B) (list []shopSamples) {
	shops, err := data.Shops(filepath.Join("corpus", "shops"))
	if err != nil {
		b.Fatal(err)
	}
	dev, err := data.ReadShop(filepath.Join("testdata", "faq-bench"))
	if err != nil {
		b.Fatal(err)
	}
	shops = append(shops, dev)
	if blind, err := data.Shops(filepath.Join("testdata", "blind")); err == nil {
		for _, s := range blind {
			s.Name = "blind " + s.Name
			shops = append(shops, s)
		}
	}
	raw, err := os.ReadFile(filepath.Join("intent", "model.bin"))
	if err != nil {
		b.Fatal(err)
	}
	model, err := intent.Read(raw)
	if err != nil {
		b.Fatal(err)
	}
	for i, s := range shops {
		whole := samplesOfShop(s, model)
		whole.fold = i % shopFolds
		if s.Name == dev.Name {
			whole.fold = shopFolds
		}
		if whole.blind() {
			whole.fold = shopFolds + 1
		}
		list = append(list, whole)
		for part := range int(count(!whole.blind())) {
			half := samplesOfShop(halfOf(s, part), model)
			half.fold, half.half = whole.fold, true
			list = append(list, half)
		}
	}
	return list
}

const shopFolds = 3 // of the shops in corpus/shops; testdata/faq-bench is one of its own

func samplesOfShop(s data.Shop, model *intent.Model) shopSamples {
	c := newCorpus(Knowledge{Entries: s.Entries}, model)
	return shopSamples{
		name: s.Name, in: c.samples(s.Questions, looked), foreign: c.samples(s.Foreign, looked), all: c.samples(s.Questions, len(s.Entries)),
	}
}

// halfOf is a shop whose owner wrote about every other or every third entry only: small shops differ from large ones,
// and the questions for what she left out are the nearest misses there are.
func halfOf(s data.Shop, part int) data.Shop {
	half := data.Shop{Name: s.Name, Foreign: slices.Clone(s.Foreign[:len(s.Foreign)/2])}
	kept := map[string]bool{}
	for i, e := range s.Entries {
		if h := i * 7 % 10; part == 0 && h >= 6 {
			half.Entries = append(half.Entries, e)
			kept[e.ID] = true
		}
	}
	for _, q := range s.Questions {
		if kept[q.Entry] || slices.ContainsFunc(q.Also, func(id string) bool { return kept[id] }) {
			half.Questions = append(half.Questions, q)
		} else if len(q.ID)%3 == 0 {
			q.Entry, q.Also = "", nil
			half.Foreign = append(half.Foreign, q)
		}
	}
	return half
}

func (c *corpus) samples(questions []data.Question, most int) (list []sample) {
	for _, question := range questions {
		s := sample{query: c.query(tokenize(clip(question.Text)))}
		s.ranked = c.likeliest(&s.query, (&Index{corpus: c}).everything(), most)
		for i := range s.ranked {
			c.closer(&s.query, &s.ranked[i])
			s.right = append(s.right, question.Entry != "" && question.Accepts(c.entries[s.ranked[i].entry].id))
		}
		list = append(list, s)
	}
	return list
}

func (l learned) write(b *testing.B) {
	text := "package nlu\n\n// Code generated by BenchmarkWeights; DO NOT EDIT. See LEARNING.md.\n\nvar (\n" +
		fmt.Sprintf("\tquickWeights = [8]float64%s\n", literal(l.quick.weights[:8])) +
		fmt.Sprintf("\tranking = net{inputs: %d, weights: []float64%s}\n", l.ranking.inputs, literal(l.ranking.weights)) +
		fmt.Sprintf("\ttrust = net{inputs: %d, weights: []float64%s}\n)\n", l.trust.inputs, literal(l.trust.weights))
	if err := os.WriteFile("weights.go", []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

func literal(values []float64) string {
	var text strings.Builder
	for i, v := range values {
		if i%12 == 0 {
			text.WriteString("\n\t\t")
		}
		fmt.Fprintf(&text, "%.4g, ", v)
	}
	return "{" + text.String() + "\n\t}"
}
