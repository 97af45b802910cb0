package runtime

import (
	"okienko/runtime/engine"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

// wonder notes what needs the owner's look: a text that was not understood, and which suggestion a customer
// said was meant. An ill-formed e-mail, phone or order number is no question, nor is "tak" or "dzień dobry".
func (p *player) wonder(a engine.Action) {
	switch {
	case a.Kind == engine.Meant:
		p.note(store.Asked{Text: a.Text, Chosen: a.Entry})
	case a.Reason == "invalid", p.heard.Wish != "":
	case len(p.heard.Parts) > 0:
		p.wonderParts()
	default:
		p.note(store.Asked{Text: a.Text, Outcome: guess(p.heard.Outcome), Entries: named(p.heard.Entries)})
	}
}

// wonderParts notes those of several questions in one message that had no answer.
func (p *player) wonderParts() {
	for _, part := range p.heard.Parts {
		if part.Outcome != nlu.Answered {
			p.note(store.Asked{Text: part.Text, Outcome: guess(part.Outcome), Entries: named(part.Entries)})
		}
	}
}

// note keeps a question without what tells who asked it.
func (p *player) note(asked store.Asked) {
	if asked.Text = mask(asked.Text, p.bot.Language); asked.Text != "" {
		p.play.Questions = append(p.play.Questions, asked)
	}
}

// guess is the outcome of a text that was not answered, whatever it had been understood as.
func guess(outcome string) string {
	if outcome == nlu.Suggested {
		return outcome
	}
	return nlu.Unknown
}

func named(matches []engine.Match) []string {
	var entries []string
	for _, m := range matches {
		entries = append(entries, m.Entry)
	}
	return entries
}
