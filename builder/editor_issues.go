package builder

import (
	"context"

	"okienko/runtime/flow"
	"okienko/views/owner"
)

// issuesOf is what to look at before publishing: first what refuses, then what warns.
func issuesOf(ctx context.Context, bot *flow.Bot) []owner.Issue {
	return nil
}
