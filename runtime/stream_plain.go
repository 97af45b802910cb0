package runtime

import (
	"bytes"
	"net/http"
	"time"

	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// plainStream is the stream over HTTP/2 and behind writers that can't give the connection away: the
// handler's own goroutine waits and writes.
func (h *Host) plainStream(w http.ResponseWriter, r request, t thread, f frames) error {
	away := make(chan bool, 1)
	window := &seat{topic: hub.Conversation(t.bot.Shop, t.id), from: r.from, born: time.Now()}
	window.leave = func(farewell bool) {
		select {
		case away <- farewell:
		default: // leaving already
		}
	}
	if err := h.seats.take(window, h.limits); err != nil {
		return err
	}
	defer h.seats.free(window)
	news, cancel := h.hub.Subscribe(window.topic)
	defer cancel()
	history, err := h.store.Events(r.Context(), t.bot, t.id, f.after, 0)
	if err != nil {
		return err
	}
	p := plain{w: w, control: http.NewResponseController(w), frames: f}
	w.WriteHeader(http.StatusOK)
	if p.send(history) == nil {
		p.follow(r, news, away)
	}
	return nil
}

type plain struct {
	w       http.ResponseWriter
	control *http.ResponseController
	frames  frames
	scratch bytes.Buffer
}

// follow ends when the window goes, the server stops, or the window fell behind.
func (p *plain) follow(r request, news <-chan hub.News, away <-chan bool) {
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	end := time.NewTimer(streamLife)
	defer end.Stop()
	for {
		var err error
		select {
		case n, open := <-news:
			if !open {
				return
			}
			err = p.send(n.Events)
		case <-ping.C:
			err = p.write(pingFrame)
		case <-end.C:
			_ = p.write(reconnectFrame) // the connection ends either way
			return
		case farewell := <-away:
			if farewell {
				_ = p.write(reconnectFrame)
			}
			return
		case <-r.Context().Done():
			return
		}
		if err != nil {
			return
		}
	}
}

func (p *plain) send(events []store.Event) error {
	p.scratch.Reset()
	if err := p.frames.add(&p.scratch, events); err != nil {
		return err
	}
	return p.write(p.scratch.String())
}

func (p *plain) write(text string) error {
	_ = p.control.SetWriteDeadline(time.Now().Add(writeLimit)) // not every writer has one
	if _, err := p.w.Write([]byte(text)); err != nil {
		return err
	}
	err := p.control.Flush()
	_ = p.control.SetWriteDeadline(time.Time{})
	return err
}
