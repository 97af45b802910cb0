package nlu

import (
	"strings"
	"sync"
)

// memo remembers what was worked out for a text, as customers use the same words and ask the same questions.
// What it holds depends on nothing but the text, so it never grows old; it is bounded by forgetting, all at
// once, what was not asked for since it last filled up.
type memo[V any] struct {
	mu    sync.Mutex
	max   int // texts of each generation
	young map[string]V
	old   map[string]V
}

// longestKept is the length in bytes of texts from which nothing is remembered: attacks, not customers.
const longestKept = 400

func newMemo[V any](max int) *memo[V] { return &memo[V]{max: max, young: map[string]V{}} }

// of returns the value of a text, made if it is not there. Two callers may make it at once.
func (m *memo[V]) of(text string, make func() V) V {
	if v, ok := m.get(text); ok {
		return v
	}
	v := make()
	if len(text) <= longestKept {
		m.keep(text, v)
	}
	return v
}

func (m *memo[V]) get(text string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.young[text]
	if ok {
		return v, true
	}
	if v, ok = m.old[text]; ok {
		m.add(text, v)
	}
	return v, ok
}

func (m *memo[V]) keep(text string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.add(text, v)
}

func (m *memo[V]) add(text string, v V) {
	if len(m.young) >= m.max {
		m.young, m.old = make(map[string]V, m.max), m.young
	}
	m.young[strings.Clone(text)] = v // a word would hold on to all of its message
}

func (m *memo[V]) len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.young) + len(m.old)
}
