package engine

import "okienko/runtime/flow"

// Asked is what a session waits for now, with the choices that may be clicked or meant: the zero Ask if
// nothing was asked. Understanding a text starts from it.
func Asked(bot *flow.Bot, s Session) Ask {
	r := &run{bot: bot, s: s.clone()}
	q := r.pending()
	choices := append(q.choices[:len(q.choices):len(q.choices)], r.offers(s.Offered)...)
	return Ask{Input: q.input, Choices: choices, Silence: q.silence}
}
