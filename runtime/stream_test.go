package runtime_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"okienko/runtime"
	"okienko/runtime/store"
)

// watcher reads a stream frame by frame.
type watcher struct {
	t      testing.TB
	answer *http.Response
	lines  *bufio.Scanner
	cancel context.CancelFunc
}

func (s *shop) watch(client *http.Client, token string, after int) *watcher {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	s.t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, "GET", s.path(fmt.Sprintf("/events?after=%d", after)), nil)
	must(s.t, err)
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Origin", "https://shop.example")
	answer, err := client.Do(request)
	must(s.t, err)
	s.t.Cleanup(func() { answer.Body.Close() })
	equal(s.t, answer.StatusCode, http.StatusOK)
	return &watcher{s.t, answer, bufio.NewScanner(answer.Body), cancel}
}

// next is the next frame's event, or the name of one without: "reconnect", "end".
func (w *watcher) next() (runtime.Event, string) {
	var e runtime.Event
	id, name := "", ""
	for w.lines.Scan() {
		line := w.lines.Text()
		switch {
		case strings.HasPrefix(line, "id: "):
			id = line[4:]
		case strings.HasPrefix(line, "event: "):
			name = line[7:]
		case strings.HasPrefix(line, "data: "):
			must(w.t, json.Unmarshal([]byte(line[6:]), &e))
		case line == "" && (id != "" || name != ""):
			if id != "" {
				equal(w.t, id, fmt.Sprint(e.Seq))
			}
			return e, name
		}
	}
	return e, "end"
}

// upTo collects events until one has at least this number.
func (w *watcher) upTo(seq int64) []runtime.Event {
	var events []runtime.Event
	for len(events) == 0 || events[len(events)-1].Seq < seq {
		e, name := w.next()
		if name != "" {
			w.t.Fatalf("the stream gave %s after %s", name, said(events))
		}
		events = append(events, e)
	}
	return events
}

// clients are an HTTP/1.1 and an HTTP/2 browser with the server each talks to.
func clients(t *testing.T, s *shop) map[string]*http.Client {
	t.Helper()
	two := httptest.NewUnstartedServer(s.host)
	two.EnableHTTP2 = true
	two.StartTLS()
	t.Cleanup(func() { s.host.Farewell(); two.Close() })
	client := two.Client()
	inner := client.Transport
	client.Transport = roundTrip(func(r *http.Request) (*http.Response, error) {
		r.URL.Scheme, r.URL.Host = "https", strings.TrimPrefix(two.URL, "https://")
		answer, err := inner.RoundTrip(r)
		if err == nil && answer.ProtoMajor != 2 {
			t.Error("not HTTP/2")
		}
		return answer, err
	})
	return map[string]*http.Client{"HTTP/1.1": http.DefaultClient, "HTTP/2": client}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestTwoWindowsSeeTheSame(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	var windows []*watcher
	for _, client := range clients(t, s) {
		windows = append(windows, s.watch(client, begun.Token, 0), s.watch(client, begun.Token, 2))
	}
	var last int64
	for i := range 5 {
		events := s.say(begun.Token, fmt.Sprintf("m%d", i), `"choice": "c1"`).Events
		last = events[len(events)-1].Seq
	}
	history := s.send("GET", "/events", begun.Token, "").Events
	for _, w := range windows {
		got := w.upTo(last)
		want := history
		if got[0].Seq > 1 {
			want = history[2:]
		}
		equal(t, said(got), said(want))
		equal(t, w.answer.Header.Get("Content-Type"), "text/event-stream; charset=utf-8")
		equal(t, w.answer.Header.Get("Access-Control-Allow-Origin"), "https://shop.example")
	}
}

func TestNoGapAndNoDoubleWhileOthersWrite(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	browsers := clients(t, s)
	const messages = 60
	var all sync.WaitGroup
	all.Go(func() {
		for range messages {
			s.say(begun.Token, store.NewID(), `"choice": "c1"`)
		}
	})
	for _, client := range browsers {
		for range 4 {
			all.Go(func() {
				var seen []runtime.Event
				written := 0
				w := s.watch(client, begun.Token, 0)
				for written < messages {
					e, name := w.next()
					if name == "end" {
						w = s.watch(client, begun.Token, int(seen[len(seen)-1].Seq))
						continue
					}
					if len(seen) > 0 && e.Seq <= seen[len(seen)-1].Seq {
						t.Errorf("%d after %d", e.Seq, seen[len(seen)-1].Seq)
					}
					seen = append(seen, e)
					if e.From == "visitor" {
						written++
					}
				}
			})
		}
	}
	all.Wait()
}

func TestStreamsEndWithTheRequestToComeAgain(t *testing.T) {
	t.Parallel()
	s := open(t)
	begun := s.begin()
	var windows []*watcher
	for _, client := range clients(t, s) {
		w := s.watch(client, begun.Token, 0)
		w.upTo(2)
		windows = append(windows, w)
	}
	s.host.Farewell()
	for _, w := range windows {
		if _, name := w.next(); name != "reconnect" {
			t.Errorf("got %q", name)
		}
		if _, name := w.next(); name != "end" {
			t.Errorf("got %q after the farewell", name)
		}
	}
	equal(t, s.send("GET", "/events", begun.Token, "", "Accept", "text/event-stream").Status, http.StatusServiceUnavailable)
}

func TestTheOldestWindowMakesRoom(t *testing.T) {
	t.Parallel()
	limits := unlimited
	limits.Streams = 2
	s := openWith(t, store.Options{}, limits)
	begun := s.begin()
	first := s.watch(http.DefaultClient, begun.Token, 2)
	s.watch(http.DefaultClient, begun.Token, 2)
	third := s.watch(http.DefaultClient, begun.Token, 2)
	if _, name := first.next(); name != "end" {
		t.Errorf("got %q", name)
	}
	s.say(begun.Token, "m1", `"choice": "c1"`)
	third.upTo(5)
}

func TestAStreamNeedsAToken(t *testing.T) {
	t.Parallel()
	s := open(t)
	for _, token := range []string{"", "x", strings.Repeat("A", 43)} {
		r := s.send("GET", "/events", token, "", "Accept", "text/event-stream")
		equal(t, r.Status, http.StatusUnauthorized)
	}
}
