package builder

import (
	"net/http"

	"okienko/views"
)

// try makes a handler of a function whose error is told by the one writer of trouble.
func try(handle func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := handle(w, r); err != nil {
			views.Problem(w, r, err)
		}
	}
}
