package runtime

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"okienko/runtime/hub"
	"okienko/runtime/spawn"
	"okienko/runtime/store"
)

const (
	quietQueue = 64                    // events that may wait for a window before it is dropped
	pingLimit  = 20 * time.Millisecond // a few bytes that don't fit at once have a reader who is gone
)

// quiet is a window that holds an HTTP/1.1 connection and, while nothing happens, nothing else: no goroutine,
// no buffers. A thousand of them cost two megabytes.
type quiet struct {
	seat   seat
	seats  *seats
	frames frames // used only by who writes
	cancel func() // stops listening, which ends the window

	mu      sync.Mutex
	conn    net.Conn // nil until the answer begins
	queue   []store.Event
	writing bool // somebody writes, or will look at the queue before they stop
	closed  bool
}

func (h *Host) quietStream(w http.ResponseWriter, r request, t thread, f frames) error {
	q := &quiet{seats: h.seats, frames: f, writing: true}
	q.seat = seat{topic: hub.Conversation(t.bot.Shop, t.id), from: r.from, born: time.Now(), ping: q.ping, leave: q.end}
	q.cancel = h.hub.Listen(q.seat.topic, q.hear, q.gone)
	if err := h.seats.take(&q.seat, h.limits); err != nil {
		q.cancel()
		return err
	}
	history, err := h.store.Events(r.Context(), t.bot, t.id, f.after, 0)
	if err != nil {
		q.cancel()
		return err
	}
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		q.cancel()
		return err
	}
	_ = conn.SetDeadline(time.Time{}) // the server's own limits are over
	if !q.open(conn) {
		return nil
	}
	q.begin(w.Header(), history)
	return nil
}

// open hands the connection over, unless the window was ended meanwhile.
func (q *quiet) open(conn net.Conn) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		_ = conn.Close()
		return false
	}
	q.conn = conn
	return true
}

// begin writes the head and the history, then what came in while they were read. The answer has no
// length and no chunks: it ends with the connection.
func (q *quiet) begin(header http.Header, history []store.Event) {
	header.Set("Connection", "close")
	header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	var out bytes.Buffer
	fmt.Fprintf(&out, "HTTP/1.1 200 OK\r\n")
	err := header.Write(&out)
	out.WriteString("\r\n")
	if err == nil {
		err = q.frames.add(&out, history)
	}
	if err != nil || q.write(out.Bytes(), writeLimit) != nil {
		q.cancel()
		return
	}
	q.drain()
}

// hear takes news from the hub without waiting for the network. False leaves the hub.
func (q *quiet) hear(news hub.News) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed || len(q.queue)+len(news.Events) > quietQueue {
		return false
	}
	q.queue = append(q.queue, news.Events...)
	if !q.writing {
		q.writing = true
		spawn.Go("stream", q.drain)
	}
	return true
}

// drain writes what waits until nothing does.
func (q *quiet) drain() {
	for {
		events := q.take()
		if events == nil {
			return
		}
		var out bytes.Buffer
		if err := q.frames.add(&out, events); err != nil || q.write(out.Bytes(), writeLimit) != nil {
			q.cancel()
			return
		}
	}
}

// take returns what waits, or stops being the one who writes.
func (q *quiet) take() []store.Event {
	q.mu.Lock()
	defer q.mu.Unlock()
	events := q.queue
	q.queue = nil
	if len(events) == 0 || q.closed {
		q.writing = false
		return nil
	}
	return events
}

// claim makes the caller the one who writes, if nobody is.
func (q *quiet) claim() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.writing || q.closed {
		return false
	}
	q.writing = true
	return true
}

// ping is called for all windows by one goroutine, so it must not wait for this one's reader.
func (q *quiet) ping() {
	if time.Since(q.seat.born) > streamLife {
		q.end(true)
		return
	}
	if !q.claim() {
		return // being written to is as good
	}
	if q.write([]byte(pingFrame), pingLimit) != nil {
		q.cancel()
		return
	}
	if len(q.waiting()) > 0 {
		spawn.Go("stream", q.drain)
	}
}

// waiting is what came while somebody wrote; if there is nothing, writing is over.
func (q *quiet) waiting() []store.Event {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.writing = len(q.queue) > 0
	return q.queue
}

func (q *quiet) write(frame []byte, within time.Duration) error {
	if len(frame) == 0 {
		return nil
	}
	if err := q.conn.SetWriteDeadline(time.Now().Add(within)); err != nil {
		return err
	}
	_, err := q.conn.Write(frame)
	return err
}

// end closes the window; with a farewell it is asked to come again.
func (q *quiet) end(farewell bool) {
	if farewell && q.claim() {
		_ = q.write([]byte(reconnectFrame), pingLimit) // it ends either way
	}
	q.cancel()
}

// gone is called once by the hub, whoever ended the listening.
func (q *quiet) gone() {
	q.mu.Lock()
	q.closed, q.queue = true, nil
	conn := q.conn
	q.mu.Unlock()
	if conn != nil {
		_ = conn.Close()
	}
	q.seats.free(&q.seat)
}
