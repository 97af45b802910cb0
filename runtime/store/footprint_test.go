package store_test

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/store"
)

// goals for a stored idle conversation of about ten events
const (
	mostFileBytes   = 4000
	mostMemoryBytes = 1000
)

// BenchmarkStoredConversations keeps 50,000 conversations, 64 at a time, and reports what each costs
// in the file and in memory. It fails when the goals are missed.
func BenchmarkStoredConversations(b *testing.B) {
	const count = 50_000
	for b.Loop() {
		s, ref := founded(b)
		before := memory(b)
		size := s.Size()
		start := time.Now()
		talkAll(b, s, ref, count)
		elapsed := time.Since(start)
		time.Sleep(2 * time.Second) // idle is what is measured: the map is given back every second
		after := memory(b)
		file := float64(s.Size()-size) / count
		anon, mapped := float64(after.anon-before.anon)/count, float64(after.file-before.file)/count
		b.ReportMetric(file, "file-B/conversation")
		b.ReportMetric(anon, "anon-B/conversation")
		b.ReportMetric(mapped, "mapped-B/conversation")
		b.ReportMetric(4*count/elapsed.Seconds(), "turns/s")
		b.Logf("%.0f bytes of file, %.0f of memory, %.0f mapped", file, anon, mapped)
		if file > mostFileBytes || anon+mapped > mostMemoryBytes {
			b.Errorf("a conversation costs %.0f bytes of file (goal %d) and %.0f of memory (goal %d)", file, mostFileBytes, anon+mapped, mostMemoryBytes)
		}
	}
}

// talkAll holds count conversations of four turns, 64 at a time.
func talkAll(b testing.TB, s *store.Store, ref store.BotRef, count int) {
	var wait sync.WaitGroup
	for worker := range 64 {
		wait.Go(func() {
			for i := worker; i < count; i += 64 {
				if err := talk(b.Context(), s, ref, i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
}

// talk is a conversation as the shop template has it: a greeting with choices, a choice, a question
// that the FAQ answers, one that it does not.
func talk(ctx context.Context, s *store.Store, ref store.BotRef, i int) error {
	at := noon.Add(time.Duration(i) * time.Millisecond)
	ask := &engine.Ask{Input: "choice", Choices: []engine.Choice{{ID: "dostawa", Label: "Dostawa"}, {ID: "zwrot", Label: "Zwrot lub reklamacja"}, {ID: "inne", Label: "Coś innego"}}, Silence: 600}
	c := store.Conversation{Release: 1, Who: "bot", Started: at, Last: at, Session: engine.Session{
		At: engine.Position{Node: "k3v9q2powitanie", Block: "b7x1pytanie"}, Started: true, Question: 1,
	}}
	var token [32]byte
	copy(token[:], strconv.Itoa(i))
	done, err := s.StartConversation(ctx, ref, token, store.Turn{Conversation: c, Events: []store.Event{
		{At: at, From: "bot", Kind: "text", Text: "Dzień dobry. Jestem automatycznym asystentem sklepu Kwiaty i Spółka."},
		{At: at, From: "bot", Kind: "ask", Text: "W czym mogę pomóc?", Ask: ask},
		{At: at, From: "system", Kind: "visit", Nodes: []string{"k3v9q2powitanie"}},
	}})
	for n := 0; err == nil && n < 3; n++ {
		done, err = s.CommitTurn(ctx, ref, answer(done.Conversation, i, n, ask))
	}
	return err
}

func answer(c store.Conversation, i, n int, ask *engine.Ask) store.Turn {
	at := c.Last.Add(20 * time.Second)
	c.Last, c.Written, c.Preview = at, n+1, "ile mam czasu na zwrot?? zamówienie "+strconv.Itoa(i)
	c.Session.Question = int64(n + 2)
	c.Session.Values = []engine.Value{{Name: "zamowienie", Text: strconv.Itoa(100_000 + i)}, {Name: "email", Text: fmt.Sprintf("klient%d@example.com", i)}}
	c.Session.Trail = append(c.Session.Trail, engine.Position{Node: "k3v9q2zwroty", Block: "b7x1pytanie"})
	c.Session.Said = []engine.Said{{Key: "unknown", Times: n + 1}, {Key: "suggest", Times: 1}}
	turn := store.Turn{Conversation: c, Message: fmt.Sprintf("8c1f0a52-77aa-4b1e-9d3c-%06d%06d", i, n), Events: []store.Event{
		{At: at, From: "visitor", Kind: "text", ID: fmt.Sprintf("8c1f0a52-77aa-4b1e-9d3c-%06d%06d", i, n), Text: c.Preview, Understanding: &engine.Understanding{
			Language: "pl", Outcome: "answer", Entries: []engine.Match{{Entry: "zwrot-termin", Confidence: 0.8731}, {Entry: "zwrot-koszt", Confidence: 0.2213}, {Entry: "reklamacja", Confidence: 0.1022}},
		}},
		{At: at, From: "bot", Kind: "text", Entry: "zwrot-termin", Text: "Na zwrot masz **14 dni** od dnia, w którym paczka do Ciebie dotarła. Formularz zwrotu jest w paczce i na stronie [Zwroty](https://example.com/zwroty)."},
	}}
	if n < 2 {
		turn.Events = append(turn.Events, store.Event{At: at, From: "bot", Kind: "ask", Text: "Czy mogę pomóc w czymś jeszcze?", Ask: ask})
	}
	return turn
}

// usage is resident memory in bytes: the process's own, and pages of mapped files.
type usage struct{ anon, file int64 }

func memory(b testing.TB) usage {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("no /proc on this system")
	}
	var u usage
	for line := range strings.Lines(string(status)) {
		var kilobytes int64
		switch name, value, _ := strings.Cut(line, ":"); name {
		case "RssAnon":
			_, _ = fmt.Sscan(value, &kilobytes)
			u.anon = kilobytes << 10
		case "RssFile":
			_, _ = fmt.Sscan(value, &kilobytes)
			u.file = kilobytes << 10
		}
	}
	return u
}
