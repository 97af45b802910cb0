package nlu

import "okienko/runtime/flow"

// Knowledge is what an index is made of.
type Knowledge struct {
	Entries  []flow.Entry
	Synonyms [][]string // the owner's: words or short phrases of a group mean one thing in this shop
}

// KnowledgeOf is a bot's.
func KnowledgeOf(bot *flow.Bot) Knowledge { return Knowledge{bot.Entries, bot.Synonyms} }
