package runtime

import (
	"context"
	"errors"
	"sync"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/spawn"
	"okienko/runtime/store"
)

const (
	timerBatch = 64               // timers read at once
	timerSleep = time.Minute      // looks at least this often, as clocks jump and laptops sleep
	timerPause = 10 * time.Second // after trouble with the store
)

// timers runs what is due. Timers are rows in the store; this is one goroutine that sleeps until the
// earliest of them, so a million waiting conversations cost nothing and a restart forgets none.
type timers struct {
	host *Host
	poke chan struct{}

	mu   sync.Mutex
	next time.Time // when it will wake at the latest, by the host's clock
}

func newTimers(h *Host) *timers { return &timers{host: h, poke: make(chan struct{}, 1)} }

// expect wakes the goroutine if it would sleep past the time.
func (t *timers) expect(due time.Time) {
	t.mu.Lock()
	sooner := due.Before(t.next)
	t.mu.Unlock()
	if sooner {
		t.wake()
	}
}

func (t *timers) wake() {
	select {
	case t.poke <- struct{}{}:
	default: // already about to look
	}
}

func (t *timers) run(ctx context.Context) {
	for ctx.Err() == nil {
		sleep := time.NewTimer(t.work(ctx))
		select {
		case <-sleep.C:
		case <-t.poke:
			sleep.Stop()
		case <-ctx.Done():
			sleep.Stop()
		}
	}
}

// work runs what is due and returns how long to sleep.
func (t *timers) work(ctx context.Context) time.Duration {
	t.plan(time.Time{})
	for {
		now := t.host.now()
		due, next, err := t.host.store.DueTimers(ctx, now, timerBatch)
		if err != nil {
			t.host.log.Error("timers not read", "error", err)
			return t.plan(now.Add(timerPause))
		}
		if len(due) == 0 {
			return t.plan(next)
		}
		if !t.ring(ctx, due) {
			return t.plan(now.Add(timerPause))
		}
	}
}

// plan notes when it will wake; zero is never.
func (t *timers) plan(next time.Time) time.Duration {
	now := t.host.now()
	latest := now.Add(timerSleep)
	if next.IsZero() || next.After(latest) {
		next = latest
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next = next
	return max(next.Sub(now), 0)
}

// ring runs some timers together, so that they share commits. False means that one could not be done with
// and is still there.
func (t *timers) ring(ctx context.Context, due []store.Timer) bool {
	var all sync.WaitGroup
	failed := make([]bool, len(due))
	for i, timer := range due {
		all.Add(1)
		spawn.Go("silence", func() {
			defer all.Done()
			failed[i] = true
			failed[i] = t.silence(ctx, timer) != nil
		})
	}
	all.Wait()
	for _, f := range failed {
		if f {
			return false
		}
	}
	return true
}

// silence tells the bot that a question got no answer. A timer that moves nothing is dropped, and so is one
// of a conversation that cannot be gone on with; only while the store can't write is it kept for later.
func (t *timers) silence(ctx context.Context, timer store.Timer) error {
	ref := store.BotRef{Shop: timer.Shop, Bot: timer.Bot}
	in := engine.Input{Kind: engine.Silence, Question: timer.Question}
	events, err := t.host.turn(ctx, thread{ref, timer.Conversation}, in)
	if later(err) {
		return err
	}
	if err != nil {
		t.host.log.Error("silence not told", "conversation", timer.Conversation, "error", err)
	}
	if len(events) > 0 {
		return nil // the commit replaced the timer
	}
	return t.host.store.DropTimer(ctx, ref, timer)
}

func later(err error) bool {
	switch fault.CodeOf(err) {
	case fault.Full, fault.Unavailable, fault.Conflict:
		return true
	}
	return errors.Is(err, context.Canceled)
}
