package runtime

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"okienko/runtime/store"
)

const (
	streamLife = 30 * time.Minute // then the window comes again and shows its token anew
	pingEvery  = 20 * time.Second
	writeLimit = 10 * time.Second // for a window that has to take in events
)

const (
	pingFrame      = ": still here\n\n"
	reconnectFrame = "event: reconnect\ndata: {}\n\n"
)

// stream sends what happened after an event and goes on with what happens. Both ways of it listen first and
// read the history then, so that nothing falls in between; what comes twice is left out by its number.
func (h *Host) stream(w http.ResponseWriter, r request, t thread, after int64) error {
	f := frames{bot: t.bot.Bot, files: r.live.files, after: after}
	header := w.Header()
	header.Set("Content-Type", "text/event-stream; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // nginx would keep events back
	if r.ProtoMajor == 1 && canHijack(w) {
		return h.quietStream(w, r, t, f)
	}
	return h.plainStream(w, r, t, f)
}

// canHijack looks through wrappers as http.ResponseController does.
func canHijack(w http.ResponseWriter) bool {
	for {
		switch inner := w.(type) {
		case http.Hijacker:
			return true
		case interface{ Unwrap() http.ResponseWriter }:
			w = inner.Unwrap()
		default:
			return false
		}
	}
}

// frames writes events in the form of a stream, each once and in order.
type frames struct {
	bot   string
	files map[string]store.File
	after int64 // number of the last event written
}

// add appends the events that were not written yet.
func (f *frames) add(out *bytes.Buffer, events []store.Event) error {
	for i := range events {
		e := &events[i]
		if e.Seq <= f.after {
			continue
		}
		f.after = e.Seq
		if e.Kind == "visit" {
			continue
		}
		out.WriteString("id: " + strconv.FormatInt(e.Seq, 10) + "\ndata: ")
		if err := json.NewEncoder(out).Encode(wire(f.bot, f.files, e)); err != nil { // ends with a line break
			return err
		}
		out.WriteByte('\n')
	}
	return nil
}
