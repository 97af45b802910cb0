package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestKilledProcessLosesNothing kills the real binary 50 times while 32 customers write, and audits from
// their side: every acknowledged message is there once and in order, also one that was sent again
// because its answer was lost.
func TestKilledProcessLosesNothing(t *testing.T) {
	const kills, writers = 50, 32
	dir := t.TempDir()
	bot := setUp(t, dir, "sklep").Bot
	random := rand.New(rand.NewPCG(2026, 11))

	audits := make([]audit, writers)
	for range kills {
		p := start(t, dir)
		dead := time.Duration(50+random.IntN(350)) * time.Millisecond
		writeUntilKilled(p, bot, audits, dead)
	}

	p := start(t, dir)
	acknowledged := 0
	for i := range audits {
		acknowledged += audits[i].check(t, p.URL+"/w/v1/"+bot)
	}
	p.stop(t)
	t.Logf("%d acknowledged messages over %d kills", acknowledged, kills)
	if acknowledged < kills {
		t.Errorf("only %d messages were acknowledged: the load proves nothing", acknowledged)
	}
	command(t, dir, "", "check")
}

func writeUntilKilled(p *process, bot string, audits []audit, after time.Duration) {
	var writers sync.WaitGroup
	var over atomic.Bool
	transport := &http.Transport{MaxIdleConnsPerHost: len(audits)}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: 5 * time.Second}
	for i := range audits {
		writers.Go(func() {
			for !over.Load() {
				if audits[i].write(client, p.URL+"/w/v1/"+bot) != nil {
					return
				}
			}
		})
	}
	time.Sleep(after) // the moment of the cut, not synchronisation
	over.Store(true)
	p.kill()
	writers.Wait()
}

// audit is one customer's own book of what was acknowledged.
type audit struct {
	customer customer
	pending  string // sent, answer unknown: it is sent again with the same id
	next     int
	known    []string
}

func (a *audit) write(client *http.Client, base string) error {
	a.customer.client, a.customer.base = client, base
	if a.customer.token == "" {
		return a.customer.begin()
	}
	if a.pending == "" {
		a.next++
		a.pending = fmt.Sprintf("m%06d", a.next)
	}
	if _, err := a.customer.say(a.pending, "wiadomość "+a.pending); err != nil {
		return err
	}
	a.known = append(a.known, a.pending)
	a.pending = ""
	return nil
}

func (a *audit) check(t *testing.T, base string) int {
	t.Helper()
	if a.customer.token == "" {
		return 0
	}
	a.customer.client, a.customer.base = http.DefaultClient, base
	events, err := a.customer.history()
	if err != nil {
		t.Error(err)
		return 0
	}
	var found []string
	for i, e := range events {
		if i > 0 && e.Seq <= events[i-1].Seq {
			t.Errorf("event %d stands after %d", e.Seq, events[i-1].Seq)
		}
		if e.From == "visitor" {
			found = append(found, e.ID)
		}
	}
	if a.pending != "" {
		found = slices.DeleteFunc(found, func(id string) bool { return id == a.pending })
	}
	if !slices.Equal(found, a.known) {
		t.Errorf("acknowledged %v, stored %v", a.known, found)
	}
	return len(a.known)
}
