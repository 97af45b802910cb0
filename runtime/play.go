package runtime

import (
	"strings"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views/words"
)

// Play is what one input did to a conversation, in the store's terms and not stored: events without
// numbers, beginning with the customer's own, and what else the turn asks for.
type Play struct {
	Events   []store.Event
	Case     *store.Case   // a message left for the shop, or a statement
	Details  *store.Case   // what the customer adds to the last case
	Silence  time.Duration // after which the question wants Input{Kind: Silence}; 0 for never
	Question int64         // the question meant by Silence
	Email    string        // the customer's address, if the turn learned it
	Wants    bool          // a person was asked for
	Failed   string        // why the bot broke, for the log; empty if it did not

	Questions []store.Asked // what needs the owner's look
}

// Play moves a session by one input and keeps nothing. The index may be nil: then no text is understood.
// The owner's trial and customers' turns both come through here.
func (h *Host) Play(bot *flow.Bot, x *nlu.Index, s engine.Session, in engine.Input) (engine.Session, Play) {
	asked := engine.Asked(bot, s)
	p := player{bot: bot, at: in.At}
	in.At = in.At.In(words.Zone) // dates are the shop's
	if in.Kind == engine.Text && x != nil {
		in.Understanding = x.Understand(in.Text, nlu.Context{
			Language: bot.Language, Input: asked.Input, Choices: asked.Choices,
			Listeners: bot.Listeners, Previous: s.Heard, Boldness: bot.Settings.Boldness, Now: in.At,
		})
	}
	next, actions := engine.Step(bot, s, in)
	p.visitor(in, asked)
	for _, a := range actions {
		p.act(a)
	}
	p.visited()
	if in.Kind == engine.Rate && p.play.Question == 0 && next.Silences == 0 { // what was asked is waited for as before
		p.play.Silence, p.play.Question = time.Duration(asked.Silence)*time.Second, next.Question
	}
	return next, p.play
}

// player collects a Play.
type player struct {
	bot   *flow.Bot
	at    time.Time
	heard engine.Understanding // of the customer's text, if there was one
	play  Play
	nodes []string
}

func (p *player) add(e store.Event) {
	e.At = p.at
	p.play.Events = append(p.play.Events, e)
}

// visitor records what the customer did; silences and the opening of the window are not theirs.
func (p *player) visitor(in engine.Input, asked engine.Ask) {
	switch in.Kind {
	case engine.Text:
		understanding := in.Understanding
		p.heard = understanding
		p.add(store.Event{From: "visitor", Kind: "text", ID: in.ID, Text: in.Text, Understanding: &understanding})
	case engine.Choose:
		p.add(store.Event{From: "visitor", Kind: "choice", ID: in.ID, Choice: in.Choice, Text: p.label(in.Choice, asked)})
	case engine.Command:
		text := words.In(p.bot.Language, "host.command_"+in.Command)
		p.add(store.Event{From: "visitor", Kind: "choice", ID: in.ID, Choice: "@" + in.Command, Text: text})
	case engine.Rate:
		p.rated(in)
	}
}

// label is what a button said: one of the question asked, or of an earlier one that is still in the window.
func (p *player) label(id string, asked engine.Ask) string {
	for _, c := range asked.Choices {
		if c.ID == id {
			return c.Label
		}
	}
	if entry := p.bot.Entry(strings.TrimPrefix(id, flow.EntryMark)); entry != nil {
		return entry.Question
	}
	if label := earlierLabel(p.bot, id); label != "" {
		return label
	}
	return words.In(p.bot.Language, "host.earlier_choice")
}

func earlierLabel(bot *flow.Bot, id string) string {
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			for _, b := range n.Blocks {
				for _, out := range b.Outs() {
					if out.ID == id && out.Label != "" {
						return out.Label
					}
				}
			}
		}
	}
	return ""
}

func (p *player) act(a engine.Action) {
	switch a.Kind {
	case engine.Enter:
		p.nodes = append(p.nodes, a.Node)
	case engine.Say, engine.Answer:
		p.say(a)
	case engine.Pause:
		p.add(store.Event{From: "bot", Kind: "pause", Millis: a.Millis, Node: a.Node})
	case engine.Prompt, engine.Suggest:
		p.ask(a)
	case engine.Set:
		p.learn(a)
	case engine.OpenCase:
		p.leave(a)
	case engine.AddToCase:
		p.addTo(a)
	case engine.Handoff:
		p.play.Wants = true
		p.add(store.Event{From: "system", Kind: "handoff", Node: a.Node})
	case engine.Miss, engine.Meant:
		p.wonder(a)
	case engine.Finish:
		p.add(store.Event{From: "system", Kind: "end", Node: a.Node})
	case engine.Fail:
		p.play.Failed = strings.TrimSpace(a.Reason + " " + a.Node + " " + a.Block)
	}
}

func (p *player) say(a engine.Action) {
	if a.Image != nil {
		p.add(store.Event{From: "bot", Kind: "image", Image: a.Image, Node: a.Node})
		return
	}
	p.add(store.Event{From: "bot", Kind: "text", Text: a.Text, Entry: a.Entry, Node: a.Node})
}

// ask records a question; the last one of a turn is the one that silence is about.
func (p *player) ask(a engine.Action) {
	p.add(store.Event{From: "bot", Kind: "ask", Text: a.Text, Ask: a.Ask, Node: a.Node})
	p.play.Silence, p.play.Question = 0, a.Question
	if a.Ask != nil {
		p.play.Silence = time.Duration(a.Ask.Silence) * time.Second
	}
}

// learn keeps an address that got into a variable for addresses.
func (p *player) learn(a engine.Action) {
	for _, v := range p.bot.Variables {
		if v.Name == a.Name && v.Type == "email" && a.Value != "" {
			p.play.Email = a.Value
		}
	}
}

func (p *player) leave(a engine.Action) {
	if a.Case == nil {
		return
	}
	c := caseOf(a)
	c.At, c.Status = p.at, "new"
	p.play.Case = &c
	p.know(c.Email)
	p.add(store.Event{From: "system", Kind: "left", Node: a.Node})
}

func (p *player) addTo(a engine.Action) {
	if a.Case == nil {
		return
	}
	c := caseOf(a)
	p.play.Details = &c
	p.know(c.Email)
}

func (p *player) know(email string) {
	if email != "" {
		p.play.Email = email
	}
}

func caseOf(a engine.Action) store.Case {
	c := a.Case
	return store.Case{Kind: c.Kind, Order: c.Order, Due: c.Due.UTC(), Email: c.Email, Phone: c.Phone, Text: c.Text}
}

// visited records the path through the bot: for the shop's eyes and for counting, never for the customer's.
func (p *player) visited() {
	if len(p.nodes) > 0 {
		p.add(store.Event{From: "system", Kind: "visit", Nodes: p.nodes})
	}
}
