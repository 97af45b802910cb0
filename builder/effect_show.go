package builder

import (
	"okienko/builder/learn"
	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/views/owner"
)

// mindOf understands a text as the bot would at the beginning of a conversation.
func mindOf(bot *flow.Bot, x *nlu.Index) learn.Mind {
	c := nlu.Context{Language: bot.Language, Listeners: bot.Listeners, Boldness: bot.Settings.Boldness}
	return func(text string) engine.Understanding { return x.Understand(text, c) }
}

// showEffect names entries by their questions. What is only suggested is no answer: it is named where it is news.
func showEffect(bot *flow.Bot, e learn.Effect) owner.Effect {
	answer := func(entry, outcome string) string {
		if found := bot.Entry(entry); found != nil && outcome == nlu.Answered {
			return found.Question
		}
		return ""
	}
	lines := func(shifts []learn.Shift) []owner.EffectLine {
		var list []owner.EffectLine
		for _, s := range shifts {
			list = append(list, owner.EffectLine{Text: s.Text, Was: answer(s.Was, s.WasOutcome), Is: answer(s.Is, s.Outcome)})
		}
		return list
	}
	shown := owner.Effect{
		Tried: e.Tried, Deaf: lines(e.Deaf), Answered: lines(e.Answered), Offered: lines(e.Offered),
		Stolen: lines(e.Stolen), Lost: lines(e.Lost), Stray: lines(e.Stray),
	}
	for i, s := range e.Offered {
		shown.Offered[i].Is = answer(s.Is, nlu.Answered)
	}
	return shown
}
