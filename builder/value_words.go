package builder

import (
	"context"
	"strings"
	"time"

	"okienko/runtime/engine"
	"okienko/views/words"
)

// valueText is a value found in a text as people read it: "27 listopada", "po 15:00". The year of a date
// is left out if it is now's.
func valueText(ctx context.Context, v engine.Extracted, now time.Time) string {
	switch v.Kind {
	case "date":
		if day, err := time.ParseInLocation(time.DateOnly, v.Text, words.Zone); err == nil {
			return words.Day(ctx, day, now)
		}
	case "time":
		return timeText(ctx, v.Text)
	}
	return v.Text
}

// timeText is an hour, or a stretch of the day with one end or both.
func timeText(ctx context.Context, text string) string {
	from, to, stretch := strings.Cut(text, "-")
	switch {
	case !stretch:
		return text
	case to == "":
		return words.T(ctx, "values.after", "time", from)
	case from == "":
		return words.T(ctx, "values.before", "time", to)
	}
	return words.T(ctx, "values.between", "from", from, "to", to)
}
