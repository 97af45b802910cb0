package owner

import (
	"context"
	"strconv"
	"time"

	"okienko/views/words"
)

// nearlyDue is how long before its day a statement becomes urgent.
const nearlyDue = 4 * 24 * time.Hour

// dueTone is the badge's colour: none, near, past.
func dueTone(due, now time.Time) string {
	switch {
	case overdue(due, now):
		return "bad"
	case due.Sub(now) <= nearlyDue:
		return "warn"
	}
	return ""
}

// dueKey is what a badge says of the day: what a complaint waits for is an answer, a withdrawal money.
func dueKey(kind string, due, now time.Time) string {
	if overdue(due, now) {
		return "conversations.overdue_" + kind
	}
	return "conversations.due_" + kind
}

// overdue: the day itself counts whole.
func overdue(due, now time.Time) bool {
	return now.In(words.Zone).Format(time.DateOnly) > due.In(words.Zone).Format(time.DateOnly)
}

// anchor is the id of a message's card.
func (c LeftMessage) anchor() string { return "left-message-" + strconv.Itoa(c.Number) }

func (c LeftMessage) title(ctx context.Context) string {
	if c.Kind == "" {
		return words.T(ctx, "conversations.left_title", "number", c.Number)
	}
	return words.T(ctx, "conversations.case_title", "kind", words.T(ctx, "conversations.statement_"+c.Kind), "number", c.Number)
}
