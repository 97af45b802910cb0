package builder

import (
	"cmp"
	"context"
	"slices"

	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
	"okienko/views/words"
)

// draftToDraw is a draft with as much of its knowledge as the canvas needs: whether there is any.
// What is wrong with single entries is shown where they are edited.
func (b *Builder) draftToDraw(ctx context.Context, of store.BotRef) (store.Draft, error) {
	draft, err := b.Store.Draft(ctx, of)
	if err != nil {
		return draft, err
	}
	entries, err := b.Store.Entries(ctx, of)
	if len(entries) > 0 {
		draft.Bot.Entries = []flow.Entry{entries[0].Entry}
	}
	return draft, err
}

// issuesOf is what to look at before publishing: first what refuses, then what customers will notice.
func issuesOf(ctx context.Context, bot *flow.Bot) []owner.Issue {
	problems := append(flow.Validate(bot), flow.Inspect(bot)...)
	slices.SortStableFunc(problems, func(a, b flow.Problem) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	issues := make([]owner.Issue, len(problems))
	for i, p := range problems {
		issues[i] = owner.Issue{Node: p.Node, Block: p.Block, Severity: string(p.Severity), Text: words.T(ctx, p.Key, p.Args...)}
		if _, node := bot.Node(p.Node); node != nil {
			issues[i].Title = node.Title
		}
	}
	return issues
}

func rank(s flow.Severity) int {
	return slices.Index([]flow.Severity{flow.Refusal, flow.Warning, flow.Info}, s)
}
