package builder

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"okienko/runtime/hub"
)

const (
	streamPing    = 20 * time.Second
	streamRecheck = 5 * time.Second  // how soon a revoked sign-in ends its streams
	streamLife    = 30 * time.Minute // then the browser opens a new one
)

// conversationStream tells the inbox which conversations have something new; the page fetches what it shows.
// It ends when the sign-in is revoked, when the server stops, and after streamLife.
func (b *Builder) conversationStream(w http.ResponseWriter, r *http.Request) error {
	controller := http.NewResponseController(w)
	news, cancel := b.Hub.Subscribe(hub.Shop(shop(r.Context()).ID))
	defer cancel()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	fmt.Fprint(w, "retry: 3000\n: open\n\n")
	recheck, ping, end := time.NewTicker(streamRecheck), time.NewTicker(streamPing), time.After(streamLife)
	defer recheck.Stop()
	defer ping.Stop()
	for {
		if err := controller.SetWriteDeadline(time.Now().Add(10 * time.Second)); err != nil {
			return err
		}
		if err := controller.Flush(); err != nil {
			return nil // the browser has gone
		}
		select {
		case <-r.Context().Done():
			return nil
		case <-b.stopping.Done():
			return nil
		case <-end:
			return nil
		case <-recheck.C:
			if !b.stillSignedIn(r) {
				return nil
			}
		case <-ping.C:
			fmt.Fprint(w, ": ping\n\n")
		case one, open := <-news:
			if !open {
				return nil
			}
			fmt.Fprintf(w, "event: conversation\ndata: %s/%s\n\n", one.Bot.Bot, one.Conversation)
		}
	}
}

// stillSignedIn asks again whether the sign-in that opened a stream is good. The request's own
// context remembers the first answer, so the question goes with a fresh one.
func (b *Builder) stillSignedIn(r *http.Request) bool {
	signIn, err := b.sessions.Who(r.Clone(context.WithoutCancel(b.stopping)))
	return err == nil && signIn.User == who(r.Context()).ID
}
