package views

import (
	"context"
	"encoding/json"
	"log/slog"
	"maps"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"okienko/runtime/fault"
	"okienko/views/words"
)

// Problem writes every failure: as JSON, as a fragment for htmx or as a page, by what was asked for.
// The person reads the sentence; the cause goes to the log under the request's number.
func Problem(w http.ResponseWriter, r *http.Request, err error) {
	if wantsJSON(r) {
		ProblemJSON(w, r, err)
		return
	}
	e, status := logged(r, err)
	switch {
	case Fragment(r):
		w.Header().Set("HX-Retarget", "#problems")
		w.Header().Set("HX-Reswap", "innerHTML")
		renderProblem(w, r, status, problemNotice(Say(r.Context(), e)))
	default:
		renderProblem(w, r, status, problemPage(status, e))
	}
}

// ProblemJSON is Problem for an API, whatever was asked for.
func ProblemJSON(w http.ResponseWriter, r *http.Request, err error) {
	e, status := logged(r, err)
	writeJSON(w, status, ErrorBody(r.Context(), e))
}

// logged tells the log what a person should not see.
func logged(r *http.Request, err error) (*fault.Error, int) {
	e := fault.Of(err)
	status := fault.Status(e.Code)
	if e.Cause != nil || status == http.StatusInternalServerError {
		slog.ErrorContext(r.Context(), "request failed", "request", Request(r.Context()),
			"method", r.Method, "path", r.URL.Path, "code", e.Code, "error", err)
	}
	return e, status
}

// Say is the sentence that tells an error to a person.
func Say(ctx context.Context, err error) string {
	if err == nil {
		return ""
	}
	e := fault.Of(err)
	args := map[string]any{"request": Request(ctx)}
	maps.Copy(args, e.Args)
	return words.Fault(ctx, e.Key, args)
}

// ErrorBody is the JSON form of an error: {"error": {code, message, field?}}.
func ErrorBody(ctx context.Context, e *fault.Error) any {
	type body struct {
		Code    fault.Code `json:"code"`
		Message string     `json:"message"`
		Field   string     `json:"field,omitempty"`
	}
	return map[string]body{"error": {e.Code, Say(ctx, e), e.Field}}
}

// WantsPage tells that a whole page was asked for: not a fragment, not JSON, not a stream.
func WantsPage(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	return !Fragment(r) && !wantsJSON(r) &&
		(accept == "" || strings.Contains(accept, "text/html") || strings.Contains(accept, "*/*"))
}

func wantsJSON(r *http.Request) bool {
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		return true
	}
	accept := r.Header.Get("Accept")
	return strings.Contains(accept, "application/json") && !strings.Contains(accept, "text/html")
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		slog.Debug("answer not written", "error", err)
	}
}

// renderProblem must not end in Problem again: if even this cannot be rendered, the status alone goes out.
func renderProblem(w http.ResponseWriter, r *http.Request, status int, c templ.Component) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if err := c.Render(r.Context(), w); err != nil {
		slog.Error("problem page not written", "request", Request(r.Context()), "error", err)
	}
}
