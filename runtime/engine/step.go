package engine

import (
	"strings"

	"okienko/runtime/flow"
)

// Step moves one session by one input. The same three values always give the same answer, and none of
// them is changed. Trouble in the bot is a Fail action and ends at a person: there is no error to return,
// and every input of a customer but a thumb up is answered with something said or asked.
func Step(bot *flow.Bot, s Session, in Input) (Session, []Action) {
	r := &run{bot: bot, s: s.clone(), in: in}
	r.in.Text = clip(strings.TrimSpace(in.Text), flow.MaxAnswer)
	r.take()
	r.disclose()
	return r.s, r.out
}

func (r *run) take() {
	switch r.in.Kind {
	case Silence:
		r.silence()
		return
	case Joined: // from now on the person asks
		r.leave()
		return
	case Rate:
		r.rated()
		return
	case Left:
		r.offer(r.text("returned"), flow.MenuChoice)
		return
	}
	r.fresh = !r.s.Started || r.s.Ended
	if r.fresh {
		r.begin()
	}
	r.s.Silences = 0
	r.hear()
	r.neverSilent()
}

func (r *run) hear() {
	switch r.in.Kind {
	case Start:
		if r.fresh {
			r.main()
			return
		}
		r.resume()
	case Choose:
		r.choose(r.in.Choice)
	case Command:
		r.wish(r.in.Command)
	case Text:
		defer r.remember()
		if r.fresh && r.opens() {
			if u := r.in.Understanding; u.Wish == "" && u.Outcome != "" {
				r.missed(reasonUnknown)
			}
			r.main() // "hej" opens the conversation, there is nothing to answer yet
			return
		}
		r.read()
	}
}

// opens reports whether a first text only opens the conversation.
func (r *run) opens() bool {
	u := r.in.Understanding
	text, _ := r.foreign()
	return !r.knows() && u.Statement == "" && u.Wish != wishHuman && (text == "" || u.Wish != "" || r.said(text))
}

// begin makes the session one that has just started. Counts go on, so that nothing is said twice
// and a silence of the old conversation stays late.
func (r *run) begin() {
	r.s = Session{Started: true, Question: r.s.Question, Said: r.s.Said, Stated: r.s.Stated, Values: r.contactValues()}
}

// main runs the main flow from its start.
func (r *run) main() {
	if len(r.bot.Flows) == 0 {
		r.fail("", "", "no_flow")
		return
	}
	r.walk(r.bot.Flows[0].Start, 0)
}

// disclose makes the first turn of a conversation say that it is a machine's, whatever the owner wrote.
func (r *run) disclose() {
	if !r.fresh {
		return
	}
	first := -1
	for i, a := range r.out {
		if !a.speaks() {
			continue
		}
		if first < 0 {
			first = i
		}
		if a.Kind != Answer && flow.Discloses(a.Text) {
			return
		}
	}
	if first < 0 {
		return
	}
	text := r.text("disclosure")
	if !flow.Discloses(text) {
		text = flow.DefaultText(r.bot.Language, "disclosure")[0]
	}
	r.out = append(r.out[:first], append([]Action{{Kind: Say, Text: text}}, r.out[first:]...)...)
}

// neverSilent says something when the bot had nothing to say.
func (r *run) neverSilent() {
	for _, a := range r.out {
		if a.speaks() {
			return
		}
	}
	if r.s.Ended {
		r.say(r.text("goodbye"))
		return
	}
	r.resume()
}

// speaks reports whether the customer gets to see something.
func (a Action) speaks() bool {
	switch a.Kind {
	case Say, Answer, Prompt, Suggest:
		return true
	}
	return false
}
