package runtime_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"okienko/runtime"
	"okienko/runtime/store"
	"okienko/runtime/store/kv"
	"okienko/runtime/store/kv/bolt"
)

// BenchmarkTurns measures durable turns over HTTP at 1 to 256 conversations, interleaved with their ceiling:
// a bare handler that decodes and encodes the same JSON and commits the same bytes through the same group
// committer, without understanding, engine, tokens or limits. The ratio is what counts; it does not depend
// on the machine. Run it with -benchtime=20000x.
func BenchmarkTurns(b *testing.B) {
	for _, kind := range []string{`"choice": "c1"`, `"text": "ile mam czasu na zwrot"`} {
		name, _, _ := strings.Cut(strings.Trim(kind, `"`), `"`)
		for _, conversations := range []int{1, 16, 64, 256} {
			b.Run(fmt.Sprintf("%s/%d", name, conversations), func(b *testing.B) {
				s := open(b)
				bare := newCeiling(b, s, kind)
				tokens := make([]string, conversations)
				for i := range tokens {
					tokens[i] = s.begin().Token
				}
				const rounds = 4
				var ours, theirs load
				b.ResetTimer()
				for range rounds {
					n := max(b.N/rounds, conversations)
					theirs.add(drive(b, bare.URL+"/messages", tokens, kind, n))
					ours.add(drive(b, s.path("/messages"), tokens, kind, n))
				}
				b.StopTimer()
				b.ReportMetric(ours.perSecond(), "turns/s")
				b.ReportMetric(theirs.perSecond(), "ceiling/s")
				b.ReportMetric(ours.perSecond()/theirs.perSecond(), "ratio")
				b.ReportMetric(ours.percentile(50), "p50-ms")
				b.ReportMetric(ours.percentile(99), "p99-ms")
				b.ReportMetric(theirs.percentile(50), "ceiling-p50-ms")
			})
		}
	}
}

// load is what some requests took.
type load struct {
	took    time.Duration
	answers []time.Duration
}

func (l *load) add(more load) {
	l.took += more.took
	l.answers = append(l.answers, more.answers...)
}

func (l *load) perSecond() float64 { return float64(len(l.answers)) / l.took.Seconds() }

func (l *load) percentile(p int) float64 {
	slices.Sort(l.answers)
	return float64(l.answers[len(l.answers)*p/100].Microseconds()) / 1000
}

// drive sends n messages, one connection for each token, each waiting for its answer.
func drive(b *testing.B, url string, tokens []string, members string, n int) load {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: len(tokens), DisableCompression: true}}
	defer client.CloseIdleConnections()
	var left atomic.Int64
	left.Store(int64(n))
	times := make([][]time.Duration, len(tokens))
	var all sync.WaitGroup
	begun := time.Now()
	for i, token := range tokens {
		all.Go(func() {
			for left.Add(-1) >= 0 {
				sent := time.Now()
				if err := post(client, url, token, members); err != nil {
					b.Error(err)
					return
				}
				times[i] = append(times[i], time.Since(sent))
			}
		})
	}
	all.Wait()
	return load{time.Since(begun), slices.Concat(times...)}
}

var messageIDs atomic.Int64

func post(client *http.Client, url, token, members string) error {
	body := `{"id": "m` + strconv.FormatInt(messageIDs.Add(1), 10) + `", ` + members + `}`
	request, err := http.NewRequest("POST", url, strings.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(answer.Body)
		return fmt.Errorf("%d: %s", answer.StatusCode, text)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

// ceiling does what any server with this API has to do, with the records of a real turn.
type ceiling struct {
	*httptest.Server
	db           kv.DB
	conversation []byte
	events       []store.Event
	answer       []runtime.Event
	next         atomic.Int64
}

func newCeiling(b *testing.B, s *shop, members string) *ceiling {
	b.Helper()
	file := filepath.Join(b.TempDir(), "bare.db")
	must(b, bolt.Create(file))
	db, err := bolt.Open(file, bolt.Options{})
	must(b, err)
	c := &ceiling{db: db}
	begun := s.begin()
	c.answer = s.say(begun.Token, "sample", members).Events
	conversation, err := s.store.Conversation(b.Context(), s.ref, begun.Conversation)
	must(b, err)
	c.events, _, err = s.store.EventsOfMessage(b.Context(), s.ref, conversation.ID, "sample")
	must(b, err)
	c.conversation, err = json.Marshal(conversation)
	must(b, err)
	c.Server = httptest.NewServer(http.HandlerFunc(c.serve))
	b.Cleanup(func() { c.Close(); must(b, db.Close()) })
	return c
}

func (c *ceiling) serve(w http.ResponseWriter, r *http.Request) {
	var m runtime.Message
	var conversation store.Conversation
	fail := json.NewDecoder(r.Body).Decode(&m)
	if fail == nil {
		fail = json.Unmarshal(c.conversation, &conversation)
	}
	if fail == nil {
		fail = c.commit(r, conversation)
	}
	if fail != nil {
		http.Error(w, fail.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"events": c.answer})
}

// commit writes the rows that a turn writes: conversation, events, message, timer, activity.
func (c *ceiling) commit(r *http.Request, conversation store.Conversation) error {
	card, err := json.Marshal(conversation)
	if err != nil {
		return err
	}
	turn, err := json.Marshal(c.events)
	if err != nil {
		return err
	}
	n := c.next.Add(1)
	key := func(kind string) []byte {
		return fmt.Appendf(make([]byte, 0, 80), "%s\x00%s\x00%s\x00%020d", kind, conversation.ID, r.Header.Get("Authorization")[:12], n)
	}
	shared := func(kind string) []byte { return []byte(kind + conversation.ID + r.Header.Get("Authorization")) }
	return c.db.Update(r.Context(), func(tx kv.Tx) error {
		tx.Get(shared("c"))
		for _, k := range [][]byte{shared("timer"), shared("activity")} {
			if err := tx.Delete(k); err != nil {
				return err
			}
		}
		for _, row := range []struct{ k, v []byte }{
			{shared("c"), card}, {key("t"), turn}, {key("m"), []byte("12345")}, {shared("timer"), turn[:120]}, {shared("activity"), []byte("x")},
		} {
			if err := tx.Put(row.k, row.v); err != nil {
				return err
			}
		}
		return nil
	})
}
