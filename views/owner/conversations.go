package owner

import (
	"net/url"
	"time"

	"okienko/views"
)

// ConversationsModel is the screen Rozmowy: a list, and one conversation beside it.
type ConversationsModel struct {
	Filter ConversationFilter
	Bots   []views.Option
	Rows   []ConversationRow
	Older  string // cursor of the next page; "" at the end
	Open   *Thread
	Now    time.Time
}

// ConversationFilter is what the list is narrowed to, as typed.
type ConversationFilter struct {
	Text string
	Bot  string
	Day  string // 2026-11-21
	Left bool   // only those with a message left
}

// Narrow tells whether the filter leaves anything out.
func (f ConversationFilter) Narrow() bool { return f != ConversationFilter{} }

// Query is the filter as a query string, with a cursor.
func (f ConversationFilter) Query(before string) string {
	q := url.Values{}
	for name, value := range map[string]string{"q": f.Text, "bot": f.Bot, "day": f.Day, "before": before} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if f.Left {
		q.Set("left", "1")
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// ConversationRow is one line of the list.
type ConversationRow struct {
	Bot     string
	ID      string
	Name    string // e-mail, "" while unknown
	BotName string
	Preview string
	At      time.Time
	Waits   bool      // a message left that nobody has dealt with
	Kind    string    // of that message: withdrawal, complaint or ""
	Due     time.Time // by when the shop has to act on it; zero for no day
	Wants   bool      // asked for a person
	Current bool
}

// Path is where the conversation opens.
func (r ConversationRow) Path() string { return "/conversations/" + r.Bot + "/" + r.ID }

// Thread is one conversation from its first event.
type Thread struct {
	Bot     string
	ID      string
	Name    string
	BotName string
	Release int
	Started time.Time
	Ended   bool
	Events  []ThreadEvent
	Last    int64
	Cases   []LeftMessage
}

// Path is where the thread lies.
func (t Thread) Path() string { return "/conversations/" + t.Bot + "/" + t.ID }

// ThreadEvent is one line of a conversation.
type ThreadEvent struct {
	Seq        int64
	At         time.Time
	From       string // bot, agent, visitor, system
	Kind       string
	Name       string // who speaks
	Text       string
	Image      string // address; "" if none
	Alt        string
	Choices    []string
	Understood []Understood
	Thumb      int    // of an answer: 1 it helped the customer, -1 it did not
	WhyPath    string // where it is explained; "" if there is nothing to explain
	Why        *Why   // the explanation, if it is open
}

// Understood is one thing that was made of a text: an entry with its confidence, or a wish.
type Understood struct {
	Key     string // words key
	Text    string
	Percent int
}

// LeftMessage is what a customer left for the shop.
type LeftMessage struct {
	Number int
	Kind   string    // withdrawal, complaint; "" for any other message
	Order  string    // order number
	Due    time.Time // by when the shop has to act; zero for no day
	Email  string
	Phone  string
	Text   string
	At     time.Time
	Done   bool
}
