// Package hub passes fresh events on to those who watch: a customer's open windows, the shop's inbox.
// It keeps nothing: who comes late or was dropped reads the store.
package hub

import (
	"sync"

	"okienko/runtime/store"
)

// Queue is how much news may wait for one reader of a channel; a reader further behind is dropped.
const Queue = 64

// News is what one turn added to a conversation.
type News struct {
	Bot          store.BotRef
	Conversation string
	Events       []store.Event // shared by all readers: not to be changed
}

// Conversation is the topic of one conversation.
func Conversation(shop, id string) string { return "conversation/" + shop + "/" + id }

// Shop is the topic of everything that happens in a shop.
func Shop(shop string) string { return "shop/" + shop }

// Hub fans news out by topic.
type Hub struct {
	mu     sync.RWMutex
	topics map[string]map[*listener]struct{}
	closed bool
}

type listener struct {
	hear  func(News) bool
	leave func() // called once when it is off the hub, whoever took it off
}

// New makes a hub.
func New() *Hub { return &Hub{topics: map[string]map[*listener]struct{}{}} }

// Publish tells everybody who watches the topic, and waits for nobody.
func (h *Hub) Publish(topic string, news News) {
	for _, l := range h.tell(topic, news) {
		h.remove(topic, l)
	}
}

// tell returns the listeners who want no more.
func (h *Hub) tell(topic string, news News) (gone []*listener) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for l := range h.topics[topic] {
		if !l.hear(news) {
			gone = append(gone, l)
		}
	}
	return gone
}

// Subscribe watches a topic through a channel. It is closed when cancel is called, when the reader falls
// behind by more than Queue, and when the hub closes. Cancel may be called at any time and often.
func (h *Hub) Subscribe(topic string) (ch <-chan News, cancel func()) {
	queue := make(chan News, Queue)
	cancel = h.Listen(topic, func(news News) bool {
		select {
		case queue <- news:
			return true
		default:
			return false
		}
	}, func() { close(queue) })
	return queue, cancel
}

// Listen watches a topic through a function, without a goroutine or a queue of its own. Hear must return
// at once, is not called after leave was, and ends its listening with false; it must not call the hub.
// Leave is called once, when the listening ends in whatever way.
func (h *Hub) Listen(topic string, hear func(News) bool, leave func()) (cancel func()) {
	l := &listener{hear, leave}
	if !h.add(topic, l) {
		leave()
		return func() {}
	}
	return func() { h.remove(topic, l) }
}

// add says false when the hub is closed.
func (h *Hub) add(topic string, l *listener) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return false
	}
	if h.topics[topic] == nil {
		h.topics[topic] = map[*listener]struct{}{}
	}
	h.topics[topic][l] = struct{}{}
	return true
}

// remove calls leave under the write lock: no Publish is running then, so nobody hears after leaving.
func (h *Hub) remove(topic string, l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, ok := h.topics[topic][l]; !ok {
		return
	}
	delete(h.topics[topic], l)
	if len(h.topics[topic]) == 0 {
		delete(h.topics, topic)
	}
	l.leave()
}

// Watched says whether anybody watches the topic.
func (h *Hub) Watched(topic string) bool {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.topics[topic]) > 0
}

// Close ends all listening, now and later.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for _, listeners := range h.topics {
		for l := range listeners {
			l.leave()
		}
	}
	h.topics = map[string]map[*listener]struct{}{}
}
