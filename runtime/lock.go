package runtime

import (
	"context"
	"sync"
)

// locks holds one lock for each key in use and forgets it when nobody wants it any more,
// so that a million conversations that were once active cost nothing.
type locks struct {
	mu   sync.Mutex
	held map[string]*keyLock
}

type keyLock struct {
	busy  chan struct{} // holds one value while locked
	users int           // who has or wants the lock
}

func newLocks() *locks { return &locks{held: map[string]*keyLock{}} }

// lock waits until nobody else has the key's lock, or until the context ends.
func (l *locks) lock(ctx context.Context, key string) (unlock func(), err error) {
	k := l.want(key)
	select {
	case k.busy <- struct{}{}:
		return func() { <-k.busy; l.leave(key, k) }, nil
	case <-ctx.Done():
		l.leave(key, k)
		return nil, ctx.Err()
	}
}

func (l *locks) want(key string) *keyLock {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := l.held[key]
	if k == nil {
		k = &keyLock{busy: make(chan struct{}, 1)}
		l.held[key] = k
	}
	k.users++
	return k
}

func (l *locks) leave(key string, k *keyLock) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if k.users--; k.users == 0 {
		delete(l.held, key)
	}
}
