// Package engine runs a bot: one pure function from a bot, a session and an input to a session and actions.
// It reads no clock, does no I/O and keeps nothing (a test holds this rule): time, ids and
// everything learned from outside arrive in the input.
package engine

import "time"

// Session is the engine's state of a conversation between turns: plain JSON.
type Session struct {
	At       Position   `json:"at,omitzero"`        // the block whose answer is awaited; zero between questions
	Stage    string     `json:"stage,omitempty"`    // where inside a block of several questions
	Trail    []Position `json:"trail,omitempty"`    // questions asked before, for "back"
	Tries    int        `json:"tries,omitempty"`    // misfits of the question asked
	Misses   int        `json:"misses,omitempty"`   // the patience counter
	Values   []Value    `json:"values,omitempty"`   // variables, by name
	Offered  []string   `json:"offered,omitempty"`  // choices that Okienko added to what was last said: "@human", "faq:<id>"
	Said     []Said     `json:"said,omitempty"`     // how often each default text was used, so that none repeats
	Unknown  string     `json:"unknown,omitempty"`  // the last text that nothing fitted
	Heard    string     `json:"heard,omitempty"`    // the customer's last text, with which a follow-up is understood
	Message  string     `json:"message,omitempty"`  // for the shop, while the address is asked for
	Stated   []Stated   `json:"stated,omitempty"`   // statements taken, so that each opens one case
	Details  bool       `json:"details,omitempty"`  // the last statement's case wants an order number or an address
	Silences int        `json:"silences,omitempty"` // in a row
	Started  bool       `json:"started,omitempty"`
	Ended    bool       `json:"ended,omitempty"`
	Question int64      `json:"question,omitempty"` // number of the question asked; a silence of an older one is late
}

// Position is a place in a bot.
type Position struct {
	Node  string `json:"node"`
	Block string `json:"block"`
}

// Value is a variable's value, always as text.
type Value struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Said counts the use of a default text.
type Said struct {
	Key   string `json:"key"`
	Times int    `json:"times"`
}

// The kinds of input.
const (
	Start   = "start"   // the window was opened
	Text    = "text"    // the customer wrote Text, understood as Understanding
	Choose  = "choice"  // the customer clicked Choice; Text may hold its label
	Silence = "silence" // the customer has not answered Question for as long as its ask said
	Command = "command" // a button of the window: the wish is in Command
	Joined  = "joined"  // a person took over
	Left    = "left"    // the person gave the conversation back
	Rate    = "rate"    // the customer says whether an answer helped: Rating, about Text and its Understanding
)

// Input is one thing that happened. Kind says which of the other fields matter.
type Input struct {
	Kind          string        `json:"kind"`
	ID            string        `json:"id,omitempty"`
	At            time.Time     `json:"at"`
	Text          string        `json:"text,omitempty"`
	Choice        string        `json:"choice,omitempty"`   // id of a choice offered
	Command       string        `json:"command,omitempty"`  // a wish sent by a button: human, menu, back, restart
	Question      int64         `json:"question,omitempty"` // of a silence: which question it is about
	Rating        *Rating       `json:"rating,omitempty"`
	Understanding Understanding `json:"understanding,omitzero"`
}

// Rating is a customer's thumb on an answer.
type Rating struct {
	Thumb int    `json:"thumb"`           // 1 it helped, -1 it did not, 0 taken back
	Was   int    `json:"was,omitempty"`   // the thumb before this one
	Of    int64  `json:"of"`              // number of the event with the answer
	Entry string `json:"entry"`           // the answer's
	Asked int64  `json:"asked,omitempty"` // number of the event with the text that was answered; 0 if there is none
}

// Understanding is what was made out of a text before Step: see runtime/nlu.
type Understanding struct {
	Language string      `json:"language,omitempty"` // of the text: pl, en, uk, de or "" if unsure
	Choice   string      `json:"choice,omitempty"`   // the offered choice that the text means
	Wish     string      `json:"wish,omitempty"`     // human, menu, back, restart, end, thanks, greeting, yes, no
	Outcome  string      `json:"outcome,omitempty"`  // answer, suggest or unknown
	Entries  []Match     `json:"entries,omitempty"`  // best first
	Values   []Extracted `json:"values,omitempty"`
	Moods    []string    `json:"moods,omitempty"` // angry, frustrated

	Statement string `json:"statement,omitempty"` // withdrawal or complaint: what has legal effect once it has arrived
	After     string `json:"after,omitempty"`     // the earlier text with which a short follow-up was understood
	Parts     []Part `json:"parts,omitempty"`     // a message of several questions: what each was understood as
}

// Part is one of several questions in a message.
type Part struct {
	Text    string  `json:"text"`
	Outcome string  `json:"outcome"` // answer, suggest or unknown
	Entries []Match `json:"entries,omitempty"`
}

// Match is an entry with the probability that it is what was asked for.
type Match struct {
	Entry      string  `json:"entry"`
	Confidence float64 `json:"confidence"`
}

// Extracted is a value found in a text: email, phone, order, number, postcode, amount,
// date (2026-12-03), time (15:30, "15:00-" for after, "10:00-14:00").
type Extracted struct {
	Kind string `json:"kind"`
	Text string `json:"text"` // normalised
}

// Action is what the host must do, in order. Kind says which fields matter.
type Action struct {
	Kind     string   `json:"kind"`
	Node     string   `json:"node,omitempty"` // enter, say, ask: where it comes from
	Block    string   `json:"block,omitempty"`
	Text     string   `json:"text,omitempty"` // Markdown, variables already filled in
	Image    *Image   `json:"image,omitempty"`
	Ask      *Ask     `json:"ask,omitempty"`
	Millis   int      `json:"millis,omitempty"` // pause
	Name     string   `json:"name,omitempty"`   // set
	Value    string   `json:"value,omitempty"`
	Entry    string   `json:"entry,omitempty"`   // answer: which entry; suggest has Entries
	Entries  []string `json:"entries,omitempty"` // suggest
	Case     *Case    `json:"case,omitempty"`    // open_case, add_to_case
	Reason   string   `json:"reason,omitempty"`  // handoff, fail, end
	Question int64    `json:"question,omitempty"`
}

// The kinds of action.
const (
	Enter     = "enter"       // a node began
	Say       = "say"         // a text or image of the bot
	Answer    = "answer"      // an entry's answer
	Pause     = "pause"       // typing dots for Millis before what follows
	Prompt    = "ask"         // a question: Text, Ask, Question; start the silence timer
	Suggest   = "suggest"     // "did you mean": Text, Ask with the choices, Entries
	Set       = "set"         // a variable got a value
	OpenCase  = "open_case"   // the customer left a message or made a statement
	AddToCase = "add_to_case" // what the customer told later, for the case of Kind that was opened last
	Handoff   = "handoff"     // a person is wanted
	Miss      = "miss"        // nothing fitted
	Meant     = "meant"       // Entry is what the customer meant by Text, which was only guessed at
	Finish    = "end"         // the conversation has ended
	Fail      = "fail"        // the bot is broken here; what follows leads to a person
)

// Image is a picture with its text for those who don't see it.
type Image struct {
	Source string `json:"source"`
	Alt    string `json:"alt"`
}

// Ask says what answer a question wants.
type Ask struct {
	Input   string   `json:"input"` // text, email, phone, number, choice, message
	Choices []Choice `json:"choices,omitempty"`
	Silence int      `json:"silence,omitempty"` // seconds until Input{Kind: "silence"}
}

// Choice is a button.
type Choice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Case is a message left for the shop.
type Case struct {
	Kind  string    `json:"kind,omitempty"` // withdrawal, complaint or "" for any other message
	Order string    `json:"order,omitempty"`
	Email string    `json:"email,omitempty"`
	Phone string    `json:"phone,omitempty"`
	Text  string    `json:"text"`
	Due   time.Time `json:"due,omitzero"` // by when the shop has to act on a statement
}
