package runtime

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"

	"okienko/runtime/fault"
)

// request is what the routes of a bot get: the release that is live, and who is counted for it.
type request struct {
	*http.Request
	live *release
	from netip.Prefix
	near bool // from this machine itself: not counted at all, so that it can be tried under load
}

// config answers what a window needs before it says anything: a type of its own (see Look).
func (h *Host) config(w http.ResponseWriter, r request) error {
	w.Header().Set("Cache-Control", "public, max-age=60")
	return answer(w, http.StatusOK, h.look(r.live))
}

// begin starts a conversation and says the bot's first words.
func (h *Host) begin(w http.ResponseWriter, r request) error {
	if err := allowAddress(h.starts, w, r.from, h.now()); err != nil {
		return err
	}
	if err := decode(w, r.Request, &struct{}{}); err != nil {
		return err
	}
	token, turn, err := h.start(r.Context(), r.live)
	if err != nil {
		return err
	}
	h.noteEmbedding(r.Request, r.live.ref)
	return answer(w, http.StatusCreated, struct {
		Token        string  `json:"token"`
		Conversation string  `json:"conversation"`
		Events       []Event `json:"events"`
	}{token, turn.Conversation.ID, Wire(r.live.ref.Bot, r.live.files, turn.Events)})
}

// message takes what a customer says; the answer leaves after turn has it on disk.
func (h *Host) message(w http.ResponseWriter, r request) error {
	if err := allowAddress(h.messages, w, r.from, h.now()); err != nil {
		return err
	}
	hash, err := bearer(r.Request)
	if err != nil {
		return err
	}
	if err := h.allowTalk(w, r, hash); err != nil {
		return err
	}
	t, err := h.opens(r.Context(), r.live.ref, hash)
	if err != nil {
		return err
	}
	var m Message
	if err := decode(w, r.Request, &m); err != nil {
		return err
	}
	in, err := m.Input()
	if err != nil {
		return err
	}
	events, err := h.turn(r.Context(), t, in)
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, eventList{Wire(r.live.ref.Bot, r.live.files, events)})
}

func (h *Host) allowTalk(w http.ResponseWriter, r request, conversation [32]byte) error {
	if r.near {
		return nil
	}
	return h.talk.allow(w, conversation, h.now())
}

type eventList struct {
	Events []Event `json:"events"`
}

// events is the history as JSON, or a stream that goes on with what happens.
func (h *Host) events(w http.ResponseWriter, r request) error {
	if err := allowAddress(h.reads, w, r.from, h.now()); err != nil {
		return err
	}
	hash, err := bearer(r.Request)
	if err != nil {
		return err
	}
	t, err := h.opens(r.Context(), r.live.ref, hash)
	if err != nil {
		return err
	}
	after, err := resumeAfter(r.Request)
	if err != nil {
		return err
	}
	if !strings.Contains(r.Header.Get("Accept"), "application/json") {
		return h.stream(w, r, t, after)
	}
	events, err := h.store.Events(r.Context(), t.bot, t.id, after, 0)
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, eventList{Wire(r.live.ref.Bot, r.live.files, events)})
}

// resumeAfter is the number of the last event that the window has: ?after=N, or what a browser sends itself.
func resumeAfter(r *http.Request) (int64, error) {
	text := r.URL.Query().Get("after")
	if text == "" {
		text = r.Header.Get("Last-Event-ID")
	}
	if text == "" {
		return 0, nil
	}
	after, err := strconv.ParseInt(text, 10, 64)
	if err != nil || after < 0 {
		return 0, fault.New(fault.Invalid, "host.after").On("after")
	}
	return after, nil
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// answer writes JSON whole, so that a length can be given and a value that can't be written is an error.
func answer(w http.ResponseWriter, status int, v any) error {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	if err := json.NewEncoder(buffer).Encode(v); err != nil {
		return err
	}
	header := w.Header()
	header.Set("Content-Type", "application/json; charset=utf-8")
	header.Set("Content-Length", strconv.Itoa(buffer.Len()))
	if header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-store")
	}
	w.WriteHeader(status)
	_, _ = w.Write(buffer.Bytes()) // who hung up asks again with the same id
	return nil
}
