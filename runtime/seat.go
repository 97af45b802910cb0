package runtime

import (
	"net/netip"
	"slices"
	"sync"
	"time"

	"okienko/runtime/fault"
)

// seat is an open window in the list of all.
type seat struct {
	topic string       // of its conversation
	from  netip.Prefix // who is counted
	born  time.Time
	ping  func()              // nil if it does that by itself
	leave func(farewell bool) // ends it, with the request to come again or without a word
}

// seats are all open windows.
type seats struct {
	mu        sync.Mutex
	topics    map[string][]*seat // each the oldest first
	addresses map[netip.Prefix]int
	count     int
	closed    bool
}

func newSeats() *seats {
	return &seats{topics: map[string][]*seat{}, addresses: map[netip.Prefix]int{}}
}

// take gives a window a seat. The oldest window of a conversation with too many makes room: it is mostly one
// that was closed without the connection saying so.
func (s *seats) take(window *seat, limits Limits) error {
	oldest, err := s.add(window, limits)
	if oldest != nil {
		oldest.leave(false)
	}
	return err
}

func (s *seats) add(window *seat, limits Limits) (oldest *seat, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fault.New(fault.Unavailable, "host.stopping")
	}
	counted := window.from.IsValid() && !window.from.Addr().IsLoopback()
	if counted && s.addresses[window.from] >= limits.StreamsPerAddress {
		return nil, fault.New(fault.TooMany, "host.too_many_windows")
	}
	if others := s.topics[window.topic]; len(others) >= limits.Streams {
		oldest = others[0]
	}
	s.topics[window.topic] = append(s.topics[window.topic], window)
	s.addresses[window.from]++
	s.count++
	return oldest, nil
}

// free takes a window off the list; one that is not there is no error.
func (s *seats) free(window *seat) {
	s.mu.Lock()
	defer s.mu.Unlock()
	others := s.topics[window.topic]
	i := slices.Index(others, window)
	if i < 0 {
		return
	}
	s.count--
	if s.topics[window.topic] = slices.Delete(others, i, i+1); len(others) == 1 {
		delete(s.topics, window.topic)
	}
	if s.addresses[window.from]--; s.addresses[window.from] == 0 {
		delete(s.addresses, window.from)
	}
}

func (s *seats) all() []*seat {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*seat, 0, s.count)
	for _, windows := range s.topics {
		list = append(list, windows...)
	}
	return list
}

func (s *seats) len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count
}

// pingAll keeps connections from being cut by proxies, and finds those that were.
func (s *seats) pingAll() {
	for _, window := range s.all() {
		if window.ping != nil {
			window.ping()
		}
	}
}

// close sends everybody away with the request to come again, to the server that follows.
func (s *seats) close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	for _, window := range s.all() {
		window.leave(true)
	}
}
