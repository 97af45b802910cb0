package builder

import (
	"context"

	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

// What is looked at while the owner waits: the newest conversations, until there are enough texts.
const (
	heardTexts         = 300
	heardConversations = 300
)

// heardText is a text of a customer that was looked for in the entries, with what was known then.
type heardText struct {
	text    string
	context nlu.Context
}

// heardTexts are the latest of a bot, newest conversations first. What was said about them then doesn't
// matter, but that something was: an address that the bot had asked for is no question.
func (b *Builder) heardTexts(ctx context.Context, ref store.BotRef, draft *flow.Bot) ([]heardText, error) {
	var heard []heardText
	filter := store.Filter{Bot: ref.Bot}
	for looked := 0; looked < heardConversations; {
		found, next, err := b.Store.Conversations(ctx, ref.Shop, filter)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			events, err := b.Store.Events(ctx, ref, c.ID, 0, 0)
			if err != nil {
				return nil, err
			}
			if heard = append(heard, textsOf(draft, events)...); len(heard) >= heardTexts {
				return heard[:heardTexts], nil
			}
		}
		if next == "" {
			break
		}
		looked += max(len(found), 1)
		filter.Before = next
	}
	return heard, nil
}

// textsOf are the texts of a conversation that the bot looked for in its entries.
func textsOf(draft *flow.Bot, events []store.Event) []heardText {
	var list []heardText
	for i := range events {
		e := &events[i]
		if e.From == "visitor" && e.Kind == "text" && wasSearched(e, events[i+1:]) {
			list = append(list, heardText{e.Text, contextOf(draft, events[:i])})
		}
	}
	return list
}

// wasSearched tells whether one of the lines that followed came of the entries, or of finding none.
func wasSearched(asked *store.Event, after []store.Event) bool {
	for _, said := range after {
		if said.From == "visitor" {
			return false
		}
		if explains(asked, said) {
			return true
		}
	}
	return false
}
