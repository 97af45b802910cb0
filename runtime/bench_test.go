package runtime_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"okienko/runtime/flow"
)

// BenchmarkTurns measures durable turns over HTTP at 1 to 256 conversations at a time, interleaved with their
// ceiling (see ceiling_test.go). The ratio is what counts; it does not depend on the machine. Texts are all
// different, about the FAQ of nlu/testdata. Run it with -benchtime=20000x.
func BenchmarkTurns(b *testing.B) {
	for _, kind := range []string{"choice", "text", "mix"} {
		say := talk(b, kind)
		for _, visitors := range []int{1, 16, 64, 256} {
			b.Run(fmt.Sprintf("%s/%d", kind, visitors), func(b *testing.B) { benchmarkTurns(b, say, visitors) })
		}
	}
}

func benchmarkTurns(b *testing.B, say func(int64) string, visitors int) {
	s := open(b, func(bot *flow.Bot) { bot.Entries = faq(b) })
	s.clock.tick(time.Millisecond)
	bare := newCeiling(b, s)
	const rounds = 4
	n := max(b.N/rounds, visitors)
	var ours, theirs load
	for range rounds {
		theirs.add(drive(b, bare.URL+"/messages", seats(s, visitors, n), say, n))
		ours.add(drive(b, s.path("/messages"), seats(s, visitors, n), say, n))
	}
	b.ReportMetric(ours.perSecond(), "turns/s")
	b.ReportMetric(theirs.perSecond(), "ceiling/s")
	b.ReportMetric(ours.perSecond()/theirs.perSecond(), "ratio")
	b.ReportMetric(ours.percentile(50), "p50-ms")
	b.ReportMetric(ours.percentile(99), "p99-ms")
	b.ReportMetric(theirs.percentile(50), "ceiling-p50-ms")
	b.ReportMetric(0, "ns/op") // holds the ceiling too
}

// talk makes the members of message n: a choice, one of 16,768 texts, or by turns one or the other.
func talk(b *testing.B, kind string) func(n int64) string {
	texts := lines[struct{ Text string }](b, "questions.jsonl")
	begin := strings.Split("|hej |dzień dobry, |witam, |przepraszam, |prosze powiedziec |chcialam zapytac |mam pytanie, ", "|")
	end := strings.Split("| dziekuje| prosze o odpowiedz| pozdrawiam|?| bo nie wiem| z gory dzieki|??", "|")
	text := func(n int64) string {
		i := n / int64(len(texts)) // so many times a question was asked before, each time in other words
		return fmt.Sprintf(`"text": %q`, begin[i%8]+texts[n%int64(len(texts))].Text+end[i/8%8])
	}
	return func(n int64) string {
		if kind == "choice" || kind == "mix" && n%2 == 0 {
			return `"choice": "c1"`
		}
		return text(n)
	}
}

func faq(b *testing.B) []flow.Entry { return lines[flow.Entry](b, "faq.jsonl") }

func lines[T any](b *testing.B, name string) []T {
	b.Helper()
	file, err := os.Open(filepath.Join("nlu", "testdata", "faq-bench", name))
	must(b, err)
	defer file.Close()
	var list []T
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		var line T
		must(b, json.Unmarshal(scanner.Bytes(), &line))
		list = append(list, line)
	}
	return list
}

// talkLength is after how many messages a visitor leaves and another comes.
const talkLength = 20

// seats are the tokens of the conversations that each visitor's place will need, all begun.
func seats(s *shop, visitors, messages int) [][]string {
	list := make([][]string, visitors)
	for i := range list {
		for range 1 + 2*messages/visitors/talkLength {
			list[i] = append(list[i], s.begin().Token)
		}
	}
	return list
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

// drive sends n messages, one connection for each visitor, each waiting for its answer.
func drive(b *testing.B, url string, seats [][]string, say func(int64) string, n int) load {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: len(seats), DisableCompression: true}}
	defer client.CloseIdleConnections()
	var left atomic.Int64
	left.Store(int64(n))
	times := make([][]time.Duration, len(seats))
	var all sync.WaitGroup
	begun := time.Now()
	for i, tokens := range seats {
		all.Go(func() {
			for left.Add(-1) >= 0 {
				token := tokens[min(len(times[i])/talkLength, len(tokens)-1)]
				id := messageIDs.Add(1)
				sent := time.Now()
				if err := post(client, url, token, `{"id": "m`+strconv.FormatInt(id, 10)+`", `+say(id)+`}`); err != nil {
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

func post(client *http.Client, url, token, body string) error {
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
