package engine

import "okienko/runtime/flow"

// Awaits is what a session waits for: the input of the open question ("" if none is open) and all
// choices that are on offer. The host understands the next text in its light.
func Awaits(bot *flow.Bot, s Session) Ask {
	r := &run{bot: bot, s: s.clone()}
	q := r.pending()
	return Ask{Input: q.input, Choices: append(q.choices, r.offers(s.Offered)...), Silence: q.silence}
}
