package builder

import (
	"context"
	"strconv"

	"okienko/builder/blockform"
	"okienko/runtime/flow"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// blockForm is the view model of a block's form after a save, or with an empty result before any.
func blockForm(ctx context.Context, bot *flow.Bot, id string, result blockform.Result) (*owner.BlockForm, error) {
	node, block, err := findBlock(bot, id)
	if err != nil {
		return nil, err
	}
	form := &owner.BlockForm{
		Bot: ref(ctx).Bot, Node: *node, Block: block, Variables: bot.Variables, Steps: steps(ctx, bot),
		Typed: result.Typed, Errors: map[string]string{}, Defaults: defaults(bot, block),
	}
	for _, e := range result.Errors {
		form.Errors[e.Field] = views.Say(ctx, e)
	}
	if !untouched(block) {
		form.Notes = tell(ctx, problemsAt(bot, node.ID, id), form.Errors)
	}
	return form, nil
}

// steps are the places that a way out may lead to.
func steps(ctx context.Context, bot *flow.Bot) []owner.Step {
	var list []owner.Step
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			title := n.Title
			if title == "" {
				title = words.T(ctx, "block.unnamed")
			}
			list = append(list, owner.Step{ID: n.ID, Title: title})
		}
	}
	return list
}

// defaults are what a field shows, greyed, while the owner leaves it empty: what the bot will say or do then.
func defaults(bot *flow.Bot, block flow.Block) map[string]string {
	silence := bot.Settings.SilenceAfter
	if silence == 0 {
		silence = flow.DefaultSilence
	}
	d := map[string]string{"tries": strconv.Itoa(flow.DefaultTries), "silence_after": strconv.Itoa(silence)}
	for field, key := range defaultKeys(block) {
		if variants := variantsOf(bot, key); len(variants) > 0 {
			d[field] = variants[0]
		}
	}
	return d
}

// defaultKeys are the default texts of a block by the field that replaces them.
func defaultKeys(block flow.Block) map[string]string {
	switch block.(type) {
	case *flow.AskChoice:
		return map[string]string{"retry": "retry_choice"}
	case *flow.AskText:
		return map[string]string{"retry": "retry_text"}
	case *flow.AskEmail:
		return map[string]string{"retry": "retry_email"}
	case *flow.AskPhone:
		return map[string]string{"retry": "retry_phone"}
	case *flow.AskNumber:
		return map[string]string{"retry": "retry_number"}
	case *flow.AnswerFAQ:
		return map[string]string{"retry": "retry_faq"}
	case *flow.HandOver:
		return map[string]string{"text": "hand_over", "ask": "leave_message", "ask_email": "leave_email", "done": "left_email"}
	}
	return nil
}

// variantsOf are the owner's wordings of a default text, else Okienko's.
func variantsOf(bot *flow.Bot, key string) []string {
	for _, text := range bot.Settings.Texts {
		if text.Key == key {
			return text.Variants
		}
	}
	return flow.DefaultText(bot.Language, key)
}
