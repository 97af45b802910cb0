package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestBinaryIsOneSmallFile holds the size that one file to run may have.
func TestBinaryIsOneSmallFile(t *testing.T) {
	t.Parallel()
	const most = 32 << 20
	info, err := os.Stat(mustBinary(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB", float64(info.Size())/(1<<20))
	if info.Size() > most {
		t.Errorf("the binary has %d bytes, at most %d", info.Size(), most)
	}
}

// BenchmarkColdStart is from exec to the first answered request and to the bot's first words.
func BenchmarkColdStart(b *testing.B) {
	dir := b.TempDir()
	bot := setUp(b, dir, "sklep").Bot
	var ready, first, words time.Duration
	for b.Loop() {
		began := time.Now()
		p := start(b, dir)
		ready += p.Started
		mustGet(b, p.URL+"/healthz")
		first += time.Since(began)
		c := customer{client: http.DefaultClient, base: p.URL + "/w/v1/" + bot}
		if err := c.begin(); err != nil {
			b.Fatal(err)
		}
		words += time.Since(began)
		p.kill()
	}
	report := func(total time.Duration, unit string) {
		b.ReportMetric(float64(total.Microseconds())/1000/float64(b.N), unit)
	}
	report(ready, "ms-listening")
	report(first, "ms-first-answer")
	report(words, "ms-bot's-words")
}

// BenchmarkIdleMemory is the memory of a server with search loaded, some minutes' worth of use behind it.
func BenchmarkIdleMemory(b *testing.B) {
	dir := b.TempDir()
	bot := setUp(b, dir, "sklep").Bot
	for b.Loop() {
		p := start(b, dir)
		c := customer{client: http.DefaultClient, base: p.URL + "/w/v1/" + bot}
		if err := c.begin(); err != nil {
			b.Fatal(err)
		}
		if _, err := c.say("m1", "ile mam czasu na zwrot??"); err != nil {
			b.Fatal(err)
		}
		time.Sleep(3 * time.Second) // what the start used goes back
		all, anonymous := p.resident(b)
		b.ReportMetric(float64(all)/(1<<20), "MiB-resident")
		b.ReportMetric(float64(anonymous)/(1<<20), "MiB-anonymous")
		p.kill()
	}
}

// BenchmarkStoredConversations is what 50,000 conversations that nobody goes on with cost in memory and on disk.
func BenchmarkStoredConversations(b *testing.B) {
	const conversations, clients = 50_000, 32
	for b.Loop() {
		dir := b.TempDir()
		bot := setUp(b, dir, "sklep").Bot
		p := start(b, dir)
		base := p.URL + "/w/v1/" + bot
		converse(b, base, 200, clients) // warm: indexes, caches, buffers
		before, _ := p.resident(b)
		size := fileSize(b, dir)
		converse(b, base, conversations, clients)
		time.Sleep(3 * time.Second)
		after, anonymous := p.resident(b)
		b.ReportMetric(float64(after-before)/conversations, "B-memory/conversation")
		b.ReportMetric(float64(fileSize(b, dir)-size)/conversations, "B-file/conversation")
		b.ReportMetric(float64(anonymous)/(1<<20), "MiB-anonymous")
		p.kill()
	}
}

// converse starts conversations and writes two messages in each.
func converse(tb testing.TB, base string, count, clients int) {
	tb.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	work := make(chan int)
	var group sync.WaitGroup
	for range clients {
		group.Go(func() {
			for range work {
				c := customer{client: client, base: base}
				if err := c.talk("Ile kosztuje dostawa?", "dzięki"); err != nil {
					tb.Error(err)
				}
			}
		})
	}
	for i := range count {
		work <- i
	}
	close(work)
	group.Wait()
}

func (c *customer) talk(texts ...string) error {
	if err := c.begin(); err != nil {
		return err
	}
	for i, text := range texts {
		if _, err := c.say(fmt.Sprintf("m%d", i), text); err != nil {
			return err
		}
	}
	return nil
}

func fileSize(tb testing.TB, dir string) int64 {
	tb.Helper()
	info, err := os.Stat(filepath.Join(dir, "okienko.db"))
	if err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}

func mustGet(tb testing.TB, url string) {
	tb.Helper()
	response, err := http.Get(url)
	if err != nil {
		tb.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		tb.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		tb.Fatalf("%s: %s", url, response.Status)
	}
}
