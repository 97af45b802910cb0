package runtime

import (
	"log/slog"
	"net/http"

	"okienko/runtime/fault"
	"okienko/views"
	"okienko/views/words"
)

// route is one address of the customer's half. Bot routes belong to a published bot and may be asked from
// the pages of its domains; the others are the same for everybody.
type route struct {
	pattern string
	bot     func(*Host, http.ResponseWriter, request) error
	open    func(*Host, http.ResponseWriter, *http.Request) error
}

var routes = []route{
	{pattern: "GET /widget.js", open: (*Host).loader},
	{pattern: "GET /w/{name}", open: (*Host).panel},
	{pattern: "GET /w/v1/{bot}/files/{id}", open: (*Host).file},
	{pattern: "GET /w/v1/{bot}/config", bot: (*Host).config},
	{pattern: "POST /w/v1/{bot}/conversations", bot: (*Host).begin},
	{pattern: "POST /w/v1/{bot}/messages", bot: (*Host).message},
	{pattern: "GET /w/v1/{bot}/events", bot: (*Host).events},
	{pattern: "OPTIONS /w/v1/{bot}/{rest...}", open: (*Host).preflight},
	{pattern: "GET /c/{bot}", open: (*Host).chat},
	{pattern: "GET /demo/{bot}", open: (*Host).demo},
	{pattern: "/w/", open: (*Host).nothing},
}

// Paths are what a server mounts the host at.
var Paths = []string{"/widget.js", "/w/", "/c/", "/demo/"}

func (h *Host) mount() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		if r.bot != nil {
			mux.HandleFunc(r.pattern, h.ofBot(r.bot))
			continue
		}
		mux.HandleFunc(r.pattern, h.ofAll(r.open))
	}
	return mux
}

// ofBot finds the bot, lets its pages read the answer, and writes what went wrong.
func (h *Host) ofBot(serve func(*Host, http.ResponseWriter, request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		live, err := h.live(r.Context(), r.PathValue("bot"))
		if err == nil {
			err = allowOrigin(w, r, live.bot.Settings.Domains)
		}
		if err == nil {
			err = serve(h, w, request{r, live, sender(r, h.proxies), near(r)})
		}
		if err != nil {
			views.ProblemJSON(w, r, err)
		}
	}
}

func (h *Host) ofAll(serve func(*Host, http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := serve(h, w, r); err != nil {
			views.Problem(w, r, err)
		}
	}
}

func (h *Host) nothing(http.ResponseWriter, *http.Request) error {
	return fault.New(fault.NotFound, "host.not_here")
}

// ServeHTTP answers customers. A panic ends its own request and no other.
func (h *Host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	r = r.WithContext(words.With(r.Context(), words.Match(r)))
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			h.panicked(w, r, p)
		}
	}()
	h.mux.ServeHTTP(w, r)
}

func (h *Host) panicked(w http.ResponseWriter, r *http.Request, p any) {
	h.metrics.panics.Inc()
	h.log.Error("panic in a request", slog.String("path", r.URL.Path), slog.Any("panic", p), slog.String("stack", stack()))
	views.ProblemJSON(w, r, fault.New(fault.Internal, "fault.internal"))
}
