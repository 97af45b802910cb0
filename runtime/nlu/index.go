package nlu

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	search "github.com/blevesearch/bleve/v2/search/query"

	"okienko/runtime/engine"
	"okienko/runtime/nlu/intent"
	"okienko/runtime/nlu/lexicon"
)

// Index answers what entries a text is about. It may be used by several goroutines.
type Index struct {
	corpus    *corpus
	bleve     bleve.Index
	questions *memo[[]engine.Match]
}

// version counts changes to how texts are indexed, so that an older index is built again. Changes to the lexicon count
// by themselves; one to the dictionary must be counted here.
const version = 4

// Name is the folder of the index of this knowledge.
func Name(k Knowledge) string {
	h := sha256.New()
	encoder := json.NewEncoder(h)
	encode := func(v any) {
		if err := encoder.Encode(v); err != nil {
			panic(err) // strings always encode
		}
	}
	encode(lexicon.Version())
	for _, e := range k.Entries {
		encode(e)
	}
	if len(k.Synonyms) > 0 {
		encode(k.Synonyms)
	}
	return hex.EncodeToString(h.Sum(nil)[:12]) + "-v" + strconv.Itoa(version)
}

// Open opens the index of the knowledge under dir, or builds it; a damaged one is built again.
// With dir "" it is kept in memory. Errors are of the file system.
func Open(dir string, k Knowledge) (*Index, error) {
	c := newCorpus(k, intent.Shipped())
	opened, err := openBleve(dir, Name(k), c)
	if err != nil {
		return nil, err
	}
	return &Index{c, opened, newMemo[[]engine.Match](maxQuestions)}, nil
}

// Close lets go of the index's files.
func (x *Index) Close() error { return x.bleve.Close() }

const (
	fewEntries    = 128 // so many are judged without asking Bleve first
	maxCandidates = 64  // so many of more are worth judging for their words
	lightest      = 0.2 // weight, as a share of the heaviest word's, from which a word is searched for
	maxNearest    = 32  // and so many for their meaning
)

// candidates are all entries if they are few; of many, those that share most words with the query and those
// nearest to it in meaning.
func (x *Index) candidates(q query) []int {
	if len(x.corpus.entries) <= fewEntries {
		return x.everything()
	}
	found := append(x.searched(q), x.corpus.nearest(q.sense, maxNearest)...)
	slices.Sort(found)
	return slices.Compact(found)
}

// searched are the entries that share most with the query. If the index fails, all are looked at.
func (x *Index) searched(q query) (found []int) {
	defer func() {
		if p := recover(); p != nil {
			slog.Error("search index broke", "panic", p)
			found = x.everything()
		}
	}()
	request := bleve.NewSearchRequestOptions(x.terms(q), maxCandidates, 0, false)
	request.SortBy([]string{"-_score", "_id"})
	result, err := x.bleve.Search(request)
	if err != nil {
		slog.Error("search index failed", "error", err)
		return x.everything()
	}
	for _, hit := range result.Hits {
		if entry, err := strconv.Atoi(hit.ID); err == nil && entry < len(x.corpus.entries) {
			found = append(found, entry)
		}
	}
	return found
}

func (x *Index) everything() []int {
	all := make([]int, len(x.corpus.entries))
	for i := range all {
		all[i] = i
	}
	return all
}

// terms asks for the words that tell most, each for what it most surely is; what else they may mean is found
// by meaning. A customer's text is never read as query syntax.
func (x *Index) terms(q query) search.Query {
	any := bleve.NewDisjunctionQuery()
	least := lightest * q.heaviest(func(*word) bool { return true })
	for i := range q.words {
		w := &q.words[i]
		if w.weight < least {
			continue
		}
		for _, id := range w.surest() {
			term := bleve.NewTermQuery(strconv.Itoa(int(id)))
			term.SetField(termsField)
			term.SetBoost(w.weight)
			any.AddQuery(term)
		}
	}
	return any
}
