// Package learn helps the owner to teach her bot: which questions of customers mean the same, what a change
// of the entries does to what was asked before, and which entries overlap. It knows neither store nor screen;
// the same texts always give the same results, in the same order.
package learn

import "okienko/runtime/engine"

// Mind is what makes sense of a text: an index with the settings of its bot.
type Mind func(text string) engine.Understanding
