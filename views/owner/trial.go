package owner

// TrialPanel is the draft as a phone to talk to.
type TrialPanel struct {
	Bot   string // id
	Look  string // the bot's public look, as JSON
	From  string // node to begin at; "" for the beginning
	Steps []Step
}

func (p TrialPanel) base() string { return "/bots/" + p.Bot + "/trial" }
