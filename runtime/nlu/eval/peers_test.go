package eval

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/analysis/lang/pl" // in tests only: its stemmer's tables would weigh on the binary

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/nlu/lexicon"
	"okienko/runtime/nlu/morph"
)

// peer is Bleve as one would use it without us: the words of a message are looked for in all fields of an entry.
type peer struct {
	index     bleve.Index
	fuzziness int
	widen     func(text string) string
	// Scores from which it answers and offers buttons: it has none of its own, see tune.
	answerAt, offerAt float64
}

// entryDocument holds the fields of an entry that a peer searches.
type entryDocument struct {
	Question, Answer, Topic string
	Phrases                 []string
}

func newPeer(tb testing.TB, entries []flow.Entry, analyzer string, fuzziness int, widen func(string) string) (*peer, time.Duration) {
	tb.Helper()
	begun := time.Now()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analyzer
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { index.Close() })
	batch := index.NewBatch()
	for _, e := range entries {
		d := entryDocument{widen(e.Question), widen(e.Answer), widen(e.Topic), nil}
		for _, phrase := range e.Phrases {
			d.Phrases = append(d.Phrases, widen(phrase))
		}
		if err := batch.Index(e.ID, d); err != nil {
			tb.Fatal(err)
		}
	}
	if err := index.Batch(batch); err != nil {
		tb.Fatal(err)
	}
	return &peer{index: index, fuzziness: fuzziness, widen: widen, answerAt: math.Inf(1), offerAt: math.Inf(1)}, time.Since(begun)
}

// Reply trusts the first by its score s as s/(1+s), which keeps the order of scores.
func (p *peer) Reply(text string) Reply {
	query := bleve.NewMatchQuery(p.widen(text))
	query.SetFuzziness(p.fuzziness)
	request := bleve.NewSearchRequestOptions(query, 10, 0, false)
	request.SortBy([]string{"-_score", "_id"})
	found, err := p.index.Search(request)
	if err != nil || len(found.Hits) == 0 {
		return Reply{Outcome: nlu.Unknown}
	}
	r := Reply{Outcome: nlu.Unknown, Score: found.Hits[0].Score}
	for _, hit := range found.Hits {
		r.Ranked = append(r.Ranked, hit.ID)
	}
	r.Confidence = r.Score / (1 + r.Score)
	switch {
	case r.Score > p.answerAt:
		r.Outcome, r.Shown = nlu.Answered, r.Ranked[:1]
	case r.Score > p.offerAt:
		r.Outcome, r.Shown = nlu.Suggested, r.Ranked[:min(3, len(r.Ranked))]
	}
	return r
}

// tune chooses the scores so that 5 % of the messages that must not be answered are, and 20 % get buttons.
// It does so on the very messages that it is examined with, which favours the peer.
func (p *peer) tune(questions []Question) {
	var scores []float64
	for _, q := range questions {
		if q.Foreign() {
			scores = append(scores, p.Reply(q.Text).Score)
		}
	}
	slices.Sort(scores)
	p.answerAt, p.offerAt = scores[len(scores)*95/100], scores[len(scores)*75/100]
}

func asIs(text string) string { return text }

// withLexicon adds to a text the names of the concepts of our lexicon that its words may stand for, found as
// the product finds them: by the word as typed, as chat means it, and by its dictionary forms.
func withLexicon(text string) string {
	wide := []string{text}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .,?!:;()-–/", r) }) {
		meant := lexicon.Meant(morph.Fold(word))
		for _, form := range append([]string{meant}, append(morph.Lemmas(word), morph.Lemmas(meant)...)...) {
			for _, name := range lexicon.Concepts(morph.Fold(form)) {
				wide = append(wide, "concept"+name)
			}
		}
	}
	slices.Sort(wide[1:])
	return strings.Join(slices.Compact(wide), " ")
}

// peers are the settings that are compared. That we know Polish better is shown only by the rows "+ lexicon":
// they know the same words, so what is left between them and us is the ranking and the confidence.
func peers(tb testing.TB, entries []flow.Entry, examine func(name string, p *peer, built time.Duration)) {
	for _, analyzer := range []string{standard.Name, pl.AnalyzerName} {
		for _, fuzziness := range []int{0, 1} {
			for _, known := range []struct {
				name  string
				widen func(string) string
			}{{"", asIs}, {"+lexicon", withLexicon}} {
				p, built := newPeer(tb, entries, analyzer, fuzziness, known.widen)
				examine(fmt.Sprintf("bleve-%s-fuzzy%d%s", analyzer, fuzziness, known.name), p, built)
			}
		}
	}
}

// BenchmarkPeers examines the product and what else can be built in Go on the same questions:
//
//	go test ./runtime/nlu/eval -run NONE -bench Peers -benchtime 1x
//
// The product runs at its shipped defaults; a peer's threshold is chosen here, see tune.
func BenchmarkPeers(b *testing.B) {
	for _, s := range setsOf(b, developed, blind) {
		measureProduct(b, s)
		peers(b, s.entries, func(name string, p *peer, built time.Duration) {
			p.tune(s.questions)
			measure(b, s.name+"/"+name, p, s.questions, built)
		})
	}
}

// BenchmarkSets examines the product alone, on the shops of the corpus as well.
func BenchmarkSets(b *testing.B) {
	for _, s := range setsOf(b, developed, blind, shops) {
		measureProduct(b, s)
	}
}

func measureProduct(b *testing.B, s set) {
	bot := &flow.Bot{Language: "pl", Entries: s.entries}
	x, took, err := Open(nlu.KnowledgeOf(bot))
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	measure(b, s.name+"/okienko", Examine(bot, x), s.questions, took)
}

func measure(b *testing.B, name string, bot Bot, questions []Question, built time.Duration) {
	b.Run(name, func(b *testing.B) {
		var r Report
		for b.Loop() {
			r = Run(bot, questions)
		}
		for unit, share := range map[string]Share{
			"%top1": r.Top1, "%recall3": r.Recall3, "%auroc": r.AUROC, "%coverage": r.Coverage, "%accuracy": r.Accuracy, "%far": r.FAR,
		} {
			b.ReportMetric(math.Round(1000*share.Value())/10, unit)
		}
		b.ReportMetric(r.P99.Seconds()*1000, "p99-ms")
		b.ReportMetric(built.Seconds()*1000, "build-ms")
		b.ReportMetric(0, "ns/op") // a round of all questions says nothing
	})
}

// The product ranks better than the best of the peers, which knows the same words.
func TestPeersAreBeaten(t *testing.T) {
	t.Parallel()
	s := readSet(t, developed)
	bot := &flow.Bot{Language: "pl", Entries: s.entries}
	x, _, err := Open(nlu.KnowledgeOf(bot))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	best, _ := newPeer(t, s.entries, standard.Name, 1, withLexicon)
	var some []Question // the peer takes its time, more so when races are looked for
	for i := 0; i < len(s.questions); i += 4 {
		some = append(some, s.questions[i])
	}
	ours, theirs := Run(Examine(bot, x), some), Run(best, some)
	for name, pair := range map[string][2]Share{"top-1": {ours.Top1, theirs.Top1}, "AUROC": {ours.AUROC, theirs.AUROC}} {
		if pair[1].Value() < 0.4 || pair[0].Value() <= pair[1].Value() {
			t.Errorf("%s is %.3f, the peer's %.3f", name, pair[0].Value(), pair[1].Value())
		}
	}
}
