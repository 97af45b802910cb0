package nlu

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	data "okienko/runtime/nlu/corpus"
	"okienko/runtime/nlu/intent"
)

const (
	dims      = 64
	epochs    = 20
	shopFolds = 3 // of the shops in corpus/shops; testdata/faq-bench is one of its own
)

// BenchmarkModel learns the model of intents from corpus and writes intent/model.bin:
//
//	go test ./runtime/nlu -run NONE -bench Model -benchtime 1x -timeout 1h
func BenchmarkModel(b *testing.B) {
	intents, err := data.Intents("corpus")
	if err != nil {
		b.Fatal(err)
	}
	shops, err := data.Shops(filepath.Join("corpus", "shops"))
	if err != nil {
		b.Fatal(err)
	}
	slices.SortStableFunc(intents, func(a, b data.Intent) int { return int(count(foreignIntent(a)) - count(foreignIntent(b))) })
	foreign := len(slices.DeleteFunc(slices.Clone(intents), func(i data.Intent) bool { return !foreignIntent(i) }))
	twoAtOnce(shopFolds+1, func(fold int) {
		l := learnModel(intents, without(shops, fold))
		model := intent.Pack(l.names, l.rows, l.intents, foreign, l.strange)
		fmt.Printf("%d intents, %d foreign, %d pieces, %d bytes\n", len(intents), foreign, len(l.names), len(model))
		if err := os.WriteFile(modelFile(fold), model, 0o600); err != nil {
			b.Error(err)
		}
	})
}

// foreignIntent reports whether no shop's FAQ answers an intent.
func foreignIntent(i data.Intent) bool {
	return strings.HasPrefix(i.ID, "off_") || strings.HasPrefix(i.ID, "talk_")
}

// without leaves a fold out; the last leaves none out.
func without(shops []data.Shop, fold int) (others []data.Shop) {
	for i, s := range shops {
		if i%shopFolds != fold {
			others = append(others, s)
		}
	}
	return others
}

// modelFile is the model learned without a fold of the shops: with it they are judged when weights are learned,
// so that they are as strange to it as a customer's shop is to the model that is shipped.
func modelFile(fold int) string {
	if fold == shopFolds {
		return filepath.Join("intent", "model.bin")
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("okienko-model-without-%d.bin", fold))
}

func modelOf(b *testing.B, fold int) *intent.Model {
	b.Helper()
	raw, err := os.ReadFile(modelFile(fold))
	if err != nil {
		b.Fatalf("run BenchmarkModel first: %v", err)
	}
	model, err := intent.Read(raw)
	if err != nil {
		b.Fatal(err)
	}
	return model
}

// twoAtOnce does what takes minutes on two processors.
func twoAtOnce(n int, do func(i int)) {
	var waiting sync.WaitGroup
	gate := make(chan struct{}, 2)
	for i := range n {
		waiting.Go(func() {
			gate <- struct{}{}
			defer func() { <-gate }()
			do(i)
		})
	}
	waiting.Wait()
}

// learnModel learns from intents and whole shops.
func learnModel(intents []data.Intent, shops []data.Shop) *learner {
	l := newLearner(dims, piecesSeen(intents, shops), len(intents))
	var examples []example
	titles := make([][]bag, len(intents))
	schools := make([]school, 0, len(shops)+len(intents))
	for i, in := range intents {
		for _, t := range in.Titles {
			titles[i] = append(titles[i], l.bag(piecesOf(t)))
		}
		for _, t := range append(slices.Clone(in.Titles), in.Lines...) {
			examples = append(examples, example{l.bag(piecesOf(t)), i})
		}
		if len(in.Near) > 0 {
			schools = append(schools, l.nearMisses(in))
		}
	}
	for _, s := range shops {
		schools = append(schools, l.school(s))
	}
	for e := range epochs {
		l.epoch(examples, titles, schools, learnRate*float32(math.Max(0.1, 1-float64(e)/float64(epochs))))
	}
	return l
}

// piecesSeen counts in how many texts each piece is.
func piecesSeen(intents []data.Intent, shops []data.Shop) map[string]int {
	count := map[string]int{}
	see := func(texts ...string) {
		for _, t := range texts {
			for _, p := range piecesOf(t) {
				count[p.Name]++
			}
		}
	}
	for _, i := range intents {
		see(i.Lines...)
		see(i.Titles...)
	}
	for _, s := range shops {
		for _, e := range s.Entries {
			see(e.Question)
			see(e.Phrases...)
		}
		for _, q := range append(slices.Clone(s.Questions), s.Foreign...) {
			see(q.Text)
		}
	}
	return count
}

func piecesOf(text string) []intent.Piece { return pieces(tokenize(clip(text))) }
