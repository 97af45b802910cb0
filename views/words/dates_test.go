package words

import (
	"context"
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 21, 23, 30, 0, 0, time.UTC) // half past midnight of the 22nd in Warsaw
	pl, en := With(context.Background(), "pl"), With(context.Background(), "en")
	for _, c := range []struct{ got, want string }{
		{Moment(pl, now.Add(-time.Minute), now), "00:29"},
		{Moment(pl, now.Add(-time.Hour), now), "wczoraj, 23:30"},
		{Moment(en, now.Add(-time.Hour), now), "yesterday, 23:30"},
		{Moment(pl, now.AddDate(0, 0, -3), now), "19 listopada, 00:30"},
		{Day(pl, time.Date(2025, 2, 3, 12, 0, 0, 0, time.UTC), now), "3 lutego 2025"},
		{Day(en, time.Date(2025, 2, 3, 12, 0, 0, 0, time.UTC), now), "3 February 2025"},
		{Number(pl, 1234567), "1\u00a0234\u00a0567"},
		{Number(en, -1234), "−1,234"},
		{Number(pl, 999), "999"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
