package engine

import "okienko/runtime/flow"

// Wishes that are heard at any time.
const (
	wishHuman    = "human"
	wishMenu     = "menu"
	wishBack     = "back"
	wishRestart  = "restart"
	wishEnd      = "end"
	wishThanks   = "thanks"
	wishGreeting = "greeting"
	wishYes      = "yes"
)

// hearsWish acts on a wish in the text. Courtesies give way to answers and to questions that an entry answers.
func (r *run) hearsWish(q question) bool {
	wish := r.in.Understanding.Wish
	switch wish {
	case wishHuman, wishMenu, wishBack, wishRestart:
		r.wish(wish)
		return true
	case wishThanks, wishGreeting, wishEnd:
		if q.open || r.knows() {
			return false
		}
		r.courtesy(wish, q)
		return true
	}
	return false
}

// wish does what a button or a text asked for.
func (r *run) wish(wish string) {
	switch wish {
	case wishHuman:
		r.toHuman(reasonWish)
	case wishMenu:
		r.leave()
		r.listener(wish)
	case wishBack:
		r.back()
	case wishRestart:
		r.leave()
		r.begin()
		r.say(r.text("restart"))
		r.listener(wish)
	}
}

// listener goes where the owner wants a wish to lead, else to the start of the main flow.
func (r *run) listener(wish string) {
	if to := r.listenerTo(wish); to != "" {
		r.walk(to, 0)
		return
	}
	r.main()
}

func (r *run) listenerTo(wish string) string {
	for _, l := range r.bot.Listeners {
		if l.Wish == wish {
			return l.To
		}
	}
	return ""
}

// toHuman leads to a person. One who is already leaving a message is asked on.
func (r *run) toHuman(reason string) {
	if q := r.pending(); q.asked() && isHandOver(q) {
		r.resume()
		return
	}
	r.leave()
	r.s.Misses = 0
	r.reason = reason
	to := r.listenerTo(wishHuman)
	if to == "" {
		to = flow.HumanNode
	}
	r.at = Position{}
	r.walk(to, 0)
}

// back asks the question before the one that is open.
func (r *run) back() {
	if to := r.listenerTo(wishBack); to != "" {
		r.leave()
		r.walk(to, 0)
		return
	}
	for len(r.s.Trail) > 0 {
		last := r.s.Trail[len(r.s.Trail)-1]
		r.s.Trail = r.s.Trail[:len(r.s.Trail)-1]
		if last == r.s.At || !r.questionOf(last).asked() {
			continue
		}
		r.s.At, r.s.Stage, r.s.Tries = last, "", 0
		r.again("back")
		return
	}
	r.say(r.text("no_back"))
	r.resume()
}

// courtesy answers thanks, a greeting or a goodbye, and returns to the open question.
func (r *run) courtesy(wish string, q question) {
	r.at = Position{}
	if wish == wishEnd {
		r.leave()
		r.say(r.text("goodbye"))
		r.finish(wish)
		return
	}
	if !q.asked() {
		r.say(r.text(wish))
		if wish == wishGreeting {
			r.resume()
		}
		return
	}
	r.again(wish)
}

func (r *run) finish(reason string) {
	r.s.Ended = true
	r.emit(Action{Kind: Finish, Node: r.at.Node, Block: r.at.Block, Reason: reason})
}
