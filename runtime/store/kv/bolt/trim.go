package bolt

import (
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"okienko/runtime/spawn"
)

const trimEvery = time.Second

// trimmer gives pages of the map back that were read and are not needed any more. They stay in the system's
// cache, where other programs may push them out; without this the process would seem to need as much memory as
// its file is large, and would lose it in a container with a limit.
type trimmer struct {
	used atomic.Bool // something was read since the last trim
	quit chan struct{}
}

func newTrimmer() *trimmer { return &trimmer{quit: make(chan struct{})} }

func (t *trimmer) start(b *bbolt.DB) (stop func()) {
	done := make(chan struct{})
	spawn.Go("store trim", func() {
		defer close(done)
		t.run(b)
	})
	return sync.OnceFunc(func() {
		close(t.quit)
		<-done
	})
}

func (t *trimmer) run(b *bbolt.DB) {
	tick := time.NewTicker(trimEvery)
	defer tick.Stop()
	for {
		select {
		case <-t.quit:
			return
		case <-tick.C:
			if t.used.Swap(false) {
				_ = view(b, "trim", release)
			}
		}
	}
}

// use notes that pages are being read. It writes only when it must, because many call it at once.
func (t *trimmer) use() {
	if !t.used.Load() {
		t.used.Store(true)
	}
}
