package hub

import (
	"sync"
	"testing"

	"okienko/runtime/store"
)

func news(seq int64) News { return News{Events: []store.Event{{Seq: seq}}} }

func TestEverybodyOnTheTopicHearsInOrder(t *testing.T) {
	t.Parallel()
	h := New()
	one, cancelOne := h.Subscribe(Conversation("s", "c"))
	two, cancelTwo := h.Subscribe(Conversation("s", "c"))
	other, cancelOther := h.Subscribe(Conversation("s", "d"))
	for seq := range int64(3) {
		h.Publish(Conversation("s", "c"), news(seq))
	}
	cancelOne()
	cancelTwo()
	cancelOther()
	for _, ch := range []<-chan News{one, two} {
		for want := range int64(3) {
			if got := <-ch; got.Events[0].Seq != want {
				t.Errorf("got %d, want %d", got.Events[0].Seq, want)
			}
		}
		if _, open := <-ch; open {
			t.Error("the channel is open after cancel")
		}
	}
	if _, open := <-other; open {
		t.Error("news of another conversation")
	}
}

func TestASlowReaderIsDroppedAndNobodyWaits(t *testing.T) {
	t.Parallel()
	h := New()
	slow, cancel := h.Subscribe(Shop("s"))
	defer cancel()
	for seq := range int64(Queue + 10) {
		h.Publish(Shop("s"), news(seq))
	}
	if h.Watched(Shop("s")) {
		t.Error("the slow reader is still there")
	}
	var last int64
	for n := range slow {
		last = n.Events[0].Seq
	}
	if last != Queue-1 {
		t.Errorf("last heard %d, want %d", last, Queue-1)
	}
}

func TestCancelTwiceAndAfterClose(t *testing.T) {
	t.Parallel()
	h := New()
	_, cancel := h.Subscribe("a")
	cancel()
	cancel()
	ch, cancel := h.Subscribe("b")
	h.Close()
	h.Close()
	cancel()
	if _, open := <-ch; open {
		t.Error("open after Close")
	}
	late, cancel := h.Subscribe("b")
	cancel()
	if _, open := <-late; open {
		t.Error("a closed hub took a reader")
	}
	h.Publish("b", news(1))
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	h := New()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for seq := range int64(200) {
				h.Publish("a", news(seq))
			}
		})
		all.Go(func() {
			for range 100 {
				ch, cancel := h.Subscribe("a")
				h.Publish("a", news(1))
				<-ch
				cancel()
			}
		})
	}
	all.Wait()
	if h.Watched("a") {
		t.Error("somebody was left behind")
	}
}
