package builder

import (
	"context"
	"slices"

	"okienko/runtime/flow"
	"okienko/views/words"
)

// problemsAt are what Validate and Inspect find at a block, or at a node itself if block is "".
func problemsAt(bot *flow.Bot, node, block string) []flow.Problem {
	return slices.DeleteFunc(slices.Concat(flow.Validate(bot), flow.Inspect(bot)), func(p flow.Problem) bool {
		return p.Node != node || p.Block != block
	})
}

// tell puts problems beside their fields, unless something was typed there that says more already, and
// returns the sentences about the whole.
func tell(ctx context.Context, problems []flow.Problem, fields map[string]string) (notes []string) {
	for _, p := range problems {
		sentence := words.T(ctx, p.Key, p.Args...)
		switch {
		case p.Field == "":
			notes = append(notes, sentence)
		case fields[p.Field] == "":
			fields[p.Field] = sentence
		}
	}
	return notes
}

// untouched is a block that nobody has written anything into: it need not be told that it is empty.
func untouched(b flow.Block) bool {
	switch b := b.(type) {
	case *flow.SayText:
		return b.Text == ""
	case *flow.SayImage:
		return b.Source+b.Alt == ""
	case *flow.Decide:
		return len(b.Branches) == 0
	case *flow.SetVariable:
		return b.Variable+b.Value == ""
	case *flow.AskChoice:
		labelled := slices.ContainsFunc(b.Choices, func(c flow.Choice) bool { return c.Label != "" })
		return b.Prompt == "" && !labelled
	case flow.Asker:
		return b.AskBase().Prompt == ""
	case *flow.Jump:
		return len(b.Exits) == 0
	}
	return false
}
