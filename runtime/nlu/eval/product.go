package eval

import (
	"runtime/debug"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
)

// Product is a bot of ours as a customer meets it between two questions.
type Product struct {
	bot *flow.Bot
	x   *nlu.Index
}

// Examine is the product with a bot's entries, synonyms, listeners and settings. Its flows don't matter:
// what is measured is what it makes of a text that no flow has asked for.
func Examine(bot *flow.Bot, x *nlu.Index) Product {
	copied := *bot
	copied.Flows = nil
	return Product{&copied, x}
}

// Open builds an index in memory with nothing on disk. The time covers all that stands between the entries
// and the first answer: their words are analysed and Bleve's index is written. The language data, which a
// process loads once for all bots, is loaded before.
func Open(k nlu.Knowledge) (x *nlu.Index, took time.Duration, err error) {
	if err := loadLanguage(); err != nil {
		return nil, 0, err
	}
	begun := time.Now()
	x, err = nlu.Open("", k)
	took = time.Since(begun)
	debug.FreeOSMemory() // as the host does: what opening took and no message needs
	return x, took, err
}

func loadLanguage() error {
	small, err := nlu.Open("", nlu.Knowledge{Entries: []flow.Entry{{ID: "a", Question: "Ile kosztuje dostawa?"}}})
	if err != nil {
		return err
	}
	small.Understand("ile kosztuje wysyłka paczki", nlu.Context{})
	return small.Close()
}

// idle is a conversation in which something was said and nothing is asked.
var idle = engine.Session{Started: true}

// Reply understands a text and lets the engine act on it, as the host does, so that wishes, statements and
// several questions in one message count as what the customer gets to see.
func (p Product) Reply(text string) Reply {
	asked := engine.Asked(p.bot, idle)
	u := p.x.Understand(text, nlu.Context{
		Language: p.bot.Language, Input: asked.Input, Choices: asked.Choices,
		Listeners: p.bot.Listeners, Boldness: p.bot.Settings.Boldness,
	})
	_, actions := engine.Step(p.bot, idle, engine.Input{Kind: engine.Text, Text: text, Understanding: u})
	r := Reply{Outcome: nlu.Unknown}
	for _, m := range u.Entries {
		r.Ranked = append(r.Ranked, m.Entry)
	}
	if len(u.Entries) > 0 {
		r.Score, r.Confidence = u.Entries[0].Confidence, u.Entries[0].Confidence
	}
	for _, a := range actions {
		r.see(a)
	}
	return r
}

// see is an action as the customer sees it. An answer outweighs the offer of others.
func (r *Reply) see(a engine.Action) {
	switch {
	case a.Kind == engine.Answer && r.Outcome != nlu.Answered:
		r.Outcome, r.Shown = nlu.Answered, []string{a.Entry}
	case a.Kind == engine.Answer:
		r.Shown = append(r.Shown, a.Entry)
	case a.Kind == engine.Suggest && r.Outcome == nlu.Unknown:
		r.Outcome, r.Shown = nlu.Suggested, a.Entries
	}
}
