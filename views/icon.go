package views

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"strings"

	"github.com/a-h/templ"

	"okienko/assets"
)

// Icon draws a lucide icon of assets/vendor/lucide.txt, 18 px unless a class ("small", "large") says otherwise.
// It is hidden from screen readers: a word stands beside it, or the button around it has a name.
func Icon(name string, classes ...string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		svg := assets.Icon(name)
		if svg == nil {
			slog.Error("no such icon", "icon", name) // a test finds every name that is not vendored
			return nil
		}
		_, shapes, _ := bytes.Cut(svg, []byte(">"))
		class := strings.Join(append([]string{"icon"}, classes...), " ")
		_, err := io.WriteString(w, `<svg class="`+templ.EscapeString(class)+`" viewBox="0 0 24 24" fill="none" stroke="currentColor"`+
			` stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">`+string(shapes))
		return err
	})
}
