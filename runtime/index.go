package runtime

import (
	"context"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"okienko/runtime/nlu"
	"okienko/runtime/spawn"
)

// maxIndexes is how many indexes stay open: those of the live releases and of drafts being tried.
const maxIndexes = 12

// indexes are the open search indexes by what they hold, so that a release, the draft it was made from
// and running conversations share one. They are opened in the background.
type indexes struct {
	dir string // "" keeps them in memory
	log *slog.Logger

	mu   sync.Mutex
	open map[string]*index
	tick int64
}

type index struct {
	name  string
	ready chan struct{} // closed when x is set
	x     *nlu.Index    // nil if it could not even be made in memory
	users int
	used  int64
}

func newIndexes(dir string, log *slog.Logger) *indexes {
	return &indexes{dir: dir, log: log, open: map[string]*index{}}
}

// Index is the index of a bot's knowledge, opened or built first if need be. Call done when it is no longer used.
func (h *Host) Index(ctx context.Context, k nlu.Knowledge) (x *nlu.Index, done func(), err error) {
	return h.indexes.use(ctx, nlu.Name(k), k)
}

// use waits for the index until the context ends.
func (s *indexes) use(ctx context.Context, name string, k nlu.Knowledge) (*nlu.Index, func(), error) {
	i := s.take(name, k)
	done := func() { s.leave(i) }
	select {
	case <-i.ready:
		return i.x, done, nil
	case <-ctx.Done():
		done()
		return nil, nil, ctx.Err()
	}
}

// warm opens an index that will be wanted.
func (s *indexes) warm(name string, k nlu.Knowledge) { s.leave(s.take(name, k)) }

func (s *indexes) take(name string, k nlu.Knowledge) *index {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.open[name]
	if i == nil {
		i = &index{name: name, ready: make(chan struct{})}
		s.open[name] = i
		spawn.Go("open index", func() {
			defer close(i.ready)
			i.x = s.make(k)
		})
	}
	s.tick++
	i.used = s.tick
	i.users++
	return i
}

// make falls back to memory where the folder can't be written: understanding goes on with a full disk.
func (s *indexes) make(k nlu.Knowledge) *nlu.Index {
	x, err := nlu.Open(s.dir, k)
	if err == nil {
		return x
	}
	s.log.Error("search index kept in memory", "error", err)
	if x, err = nlu.Open("", k); err != nil {
		s.log.Error("no search index", "error", err)
		return nil
	}
	return x
}

// leave gives an index back. The one unused for longest is closed when there are too many, and its
// folder goes too: it can be built again.
func (s *indexes) leave(i *index) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i.users--
	for len(s.open) > maxIndexes {
		oldest := s.idle()
		if oldest == nil {
			return
		}
		delete(s.open, oldest.name)
		s.close(oldest)
		if s.dir != "" {
			_ = os.RemoveAll(filepath.Join(s.dir, oldest.name)) // derived data; a rest is pruned at the next start
		}
	}
}

func (s *indexes) idle() (oldest *index) {
	for _, i := range s.open {
		if i.users == 0 && isReady(i) && (oldest == nil || i.used < oldest.used) {
			oldest = i
		}
	}
	return oldest
}

func isReady(i *index) bool {
	select {
	case <-i.ready:
		return true
	default:
		return false
	}
}

func (s *indexes) close(i *index) {
	<-i.ready
	if i.x == nil {
		return
	}
	if err := i.x.Close(); err != nil {
		s.log.Error("search index not closed", "error", err)
	}
}

// prune removes the folders of indexes that nobody has opened since the start: of drafts and releases gone.
// It waits for what is being built, and leaves it for the next start if more is.
func (s *indexes) prune() {
	for _, i := range s.all() {
		<-i.ready
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, i := range s.open {
		if !isReady(i) {
			return
		}
	}
	if s.dir == "" {
		return
	}
	if err := nlu.Sweep(s.dir, slices.Collect(maps.Keys(s.open))); err != nil {
		s.log.Warn("old search indexes not removed", "error", err)
	}
}

func (s *indexes) all() []*index {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Values(s.open))
}

func (s *indexes) closeAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, i := range s.open {
		delete(s.open, name)
		s.close(i)
	}
}
