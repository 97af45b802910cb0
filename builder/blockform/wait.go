package blockform

import (
	"math"
	"strings"

	"okienko/runtime/flow"
)

// wait reads seconds, as people count, into milliseconds.
func (r *reader) wait(b *flow.Wait) {
	typed := strings.TrimSpace(r.form.Get("millis"))
	switch seconds, ok := number(typed); {
	case !r.form.Has("millis"):
	case !ok:
		r.refuse("millis", typed, "inspector.error.number")
	case seconds < 0 || seconds > flow.MaxWait/1000:
		r.refuse("millis", typed, "inspector.error.range", "min", 0, "max", flow.MaxWait/1000)
	default:
		b.Millis = int(math.Round(seconds * 1000))
	}
}
