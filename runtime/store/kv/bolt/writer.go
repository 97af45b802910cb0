package bolt

import (
	"context"
	"sync"
	"sync/atomic"

	"go.etcd.io/bbolt"

	"okienko/runtime/spawn"
	"okienko/runtime/store/kv"
)

const (
	queueSize = 1024 // updates that wait without blocking their callers' send
	groupSize = 1024 // updates that share a commit at most, so that one commit stays short
)

// writer is the one goroutine that writes. It takes whatever waits the moment the last commit returns:
// under load many share a commit and its flush, and one alone never waits for others.
type writer struct {
	bolt   *bbolt.DB
	queue  chan *update
	closed chan struct{}
	done   chan struct{}
	broken error // set by the writer's goroutine: why no more is written
}

// update is one function that waits for its commit.
type update struct {
	f      func(kv.Tx) error
	taken  atomic.Bool // by the writer, or by its caller to withdraw it
	err    error       // its own failure; valid once result is closed
	result chan struct{}
}

func newWriter(b *bbolt.DB) *writer {
	return &writer{bolt: b, queue: make(chan *update, queueSize), closed: make(chan struct{}), done: make(chan struct{})}
}

// start begins writing; the function it returns ends it after the updates that already wait.
func (w *writer) start() (stop func()) {
	spawn.Go("store writer", w.run)
	return sync.OnceFunc(func() {
		close(w.closed)
		<-w.done
	})
}

// do waits until f is on disk. A caller whose context ends while f still waits takes it back;
// once it is being written the outcome is awaited, so nobody is left not knowing.
func (w *writer) do(ctx context.Context, f func(kv.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	u := &update{f: f, result: make(chan struct{})}
	select {
	case <-w.closed:
		return kv.ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	case w.queue <- u:
	}
	select {
	case <-u.result:
		return u.err
	case <-ctx.Done():
		if u.taken.CompareAndSwap(false, true) {
			return ctx.Err()
		}
	case <-w.done:
	}
	return w.outcome(u)
}

// outcome waits for an update that is being written, or that the writer may have left behind at its end.
func (w *writer) outcome(u *update) error {
	select {
	case <-u.result:
		return u.err
	case <-w.done:
	}
	select {
	case <-u.result:
		return u.err
	default:
		return kv.ErrClosed
	}
}

func (w *writer) run() {
	defer close(w.done)
	for {
		select {
		case u := <-w.queue:
			w.commit(w.group(u))
		case <-w.closed:
			if group := w.group(nil); len(group) > 0 {
				w.commit(group)
				continue
			}
			return
		}
	}
}

// group takes first and whatever else waits, without waiting itself.
func (w *writer) group(first *update) []*update {
	var group []*update
	take := func(u *update) {
		if u != nil && u.taken.CompareAndSwap(false, true) {
			group = append(group, u)
		}
	}
	take(first)
	for len(group) < groupSize {
		select {
		case u := <-w.queue:
			take(u)
		default:
			return group
		}
	}
	return group
}
