package nlu

import (
	"fmt"
	"go/format"
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

// BenchmarkWeights learns weights.go from the shops in corpus/shops and testdata/faq-bench with the model
// in intent/model.bin, and says what to expect of it: each shop is judged by what the others teach.
func BenchmarkWeights(b *testing.B) {
	shops := samplesOf(b)
	var mean shopReport
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
		fmt.Println(r)
		if !s.blind() {
			mean.add(r)
			pooled = append(pooled, l.foreign(s)...)
		}
	}
	printThresholds(pooled)
	fmt.Println(mean.mean())
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
	made := make([][]shopSamples, len(shops))
	twoAtOnce(len(shops), func(i int) { made[i] = wholeAndHalf(shops[i], foldOf(shops[i], dev, i), b) })
	return slices.Concat(made...)
}

func foldOf(s, dev data.Shop, i int) int {
	switch {
	case s.Name == dev.Name:
		return shopFolds
	case strings.HasPrefix(s.Name, "blind"):
		return shopFolds + 1
	}
	return i % shopFolds
}

func wholeAndHalf(s data.Shop, fold int, b *testing.B) []shopSamples {
	model := modelOf(b, min(fold, shopFolds))
	whole := samplesOfShop(s, model)
	whole.fold = fold
	if whole.blind() {
		return []shopSamples{whole}
	}
	half := samplesOfShop(halfOf(s), model)
	half.fold, half.half = fold, true
	return []shopSamples{whole, half}
}

func samplesOfShop(s data.Shop, model *intent.Model) shopSamples {
	c := newCorpus(Knowledge{Entries: s.Entries}, model)
	return shopSamples{
		name: s.Name, in: c.samples(s.Questions, looked), foreign: c.samples(s.Foreign, looked), all: c.samples(s.Questions, len(s.Entries)),
	}
}

// halfOf is a shop whose owner wrote about every other or every third entry only: small shops differ from large ones,
// and the questions for what she left out are the nearest misses there are.
func halfOf(s data.Shop) data.Shop {
	half := data.Shop{Name: s.Name, Foreign: slices.Clone(s.Foreign[:len(s.Foreign)/2])}
	kept := map[string]bool{}
	for i, e := range s.Entries {
		if i*7%10 >= 6 {
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
		c.closer(&s.query, s.ranked)
		for i := range s.ranked {
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
	source, err := format.Source([]byte(text))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile("weights.go", source, 0o600); err != nil {
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
