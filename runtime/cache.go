package runtime

import (
	"container/list"
	"sync"
)

// cache keeps the most recently used values, at most max of them.
type cache[K comparable, V any] struct {
	mu    sync.Mutex
	max   int
	items map[K]*list.Element
	order list.List // of *item[K, V], the most recently used first
}

type item[K comparable, V any] struct {
	key   K
	value V
}

func newCache[K comparable, V any](max int) *cache[K, V] {
	return &cache[K, V]{max: max, items: map[K]*list.Element{}}
}

func (c *cache[K, V]) get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.items[key]
	if !ok {
		return value, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*item[K, V]).value, true
}

// getOr returns the value of key, after making it if there is none; make runs under the lock.
func (c *cache[K, V]) getOr(key K, make func() V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[key]; ok {
		c.order.MoveToFront(e)
		return e.Value.(*item[K, V]).value
	}
	value := make()
	c.add(key, value)
	return value
}

func (c *cache[K, V]) put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[key]; ok {
		e.Value.(*item[K, V]).value = value
		c.order.MoveToFront(e)
		return
	}
	c.add(key, value)
}

func (c *cache[K, V]) add(key K, value V) {
	c.items[key] = c.order.PushFront(&item[K, V]{key, value})
	if c.order.Len() > c.max {
		delete(c.items, c.order.Remove(c.order.Back()).(*item[K, V]).key)
	}
}

func (c *cache[K, V]) drop(key K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[key]; ok {
		c.order.Remove(e)
		delete(c.items, key)
	}
}

func (c *cache[K, V]) len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order.Len()
}
