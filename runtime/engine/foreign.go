package engine

import "okienko/runtime/flow"

// foreign are the texts that say in a language of the customer's that the bot doesn't speak it, with that
// of the button to a person. Who writes yet another language is answered in English by a bot that speaks Polish.
func (r *run) foreign() (text, button string) {
	switch language := r.in.Understanding.Language; {
	case language == "" || language == r.bot.Language:
		return "", ""
	case language == "uk" || language == "de":
		return "foreign_" + language, "human_" + language
	case language == "pl" || r.bot.Language == "pl":
		return "foreign", "human_foreign"
	}
	return "", ""
}

// admitsLanguage says once, in the customer's own language, that the bot doesn't speak it.
func (r *run) admitsLanguage(q question) bool {
	text, button := r.foreign()
	if text == "" || r.said(text) || isHandOver(q) {
		return false
	}
	r.miss(reasonLanguage)
	if q.asked() {
		r.prompt(q, r.text(text), flow.HumanNode)
	} else {
		r.offer(r.text(text), flow.HumanNode, flow.MenuChoice)
	}
	choices := r.out[len(r.out)-1].Ask.Choices
	for i := range choices {
		if choices[i].ID == flow.HumanNode {
			choices[i].Label = r.label(button)
		}
	}
	return true
}

// said reports whether a default text was used in this conversation.
func (r *run) said(key string) bool {
	for _, s := range r.s.Said {
		if s.Key == key {
			return true
		}
	}
	return false
}
