// Package flow is the bot format: plain structs, reading and writing, validation and inspection.
// It runs nothing; runtime/engine does.
package flow

import "encoding/json"

// Format is the version of the bot format that this program writes.
const Format = 1

// Bot is one assistant of a shop: flows, knowledge and look.
// The first flow is the main one.
type Bot struct {
	Format    int        `json:"format"`
	Name      string     `json:"name"`
	Language  string     `json:"language"` // what the bot speaks: "pl" or "en"
	Variables []Variable `json:"variables,omitempty"`
	Flows     []Flow     `json:"flows"`
	Listeners []Listener `json:"listeners,omitempty"`
	Settings  Settings   `json:"settings"`
	Look      Look       `json:"look"`
	Entries   []Entry    `json:"entries,omitempty"`
	Synonyms  [][]string `json:"synonyms,omitempty"` // words and short phrases of a group mean one thing in this shop
}

// Variable is a typed value of a conversation ("conversation") or of the customer ("contact").
type Variable struct {
	Name  string `json:"name"` // letters, digits, _; used as {{name}}
	Type  string `json:"type"` // text, number, email, phone
	Scope string `json:"scope"`
}

// Flow is a graph of nodes with a start.
type Flow struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Start  string          `json:"start"`
	Nodes  []Node          `json:"nodes"`
	Canvas json.RawMessage `json:"_canvas,omitempty"` // the editor's own; never read here
}

// Node is a card on the canvas: blocks from top to bottom, then on to Next.
type Node struct {
	ID     string          `json:"id"`
	Title  string          `json:"title"`
	Blocks Blocks          `json:"blocks"`
	Next   string          `json:"next,omitempty"`
	Canvas json.RawMessage `json:"_canvas,omitempty"`
}

// Listener hears a wish at any time: human, menu, back, restart.
type Listener struct {
	Wish    string   `json:"wish"`
	Phrases []string `json:"phrases,omitempty"` // further ways of saying it, beside those Okienko knows
	To      string   `json:"to,omitempty"`      // node; empty means what Okienko does by itself
}

// Settings are what the owner sets once for the whole bot.
type Settings struct {
	Patience     int      `json:"patience"`                // misunderstandings until a person is forced; 0 means DefaultPatience
	SilenceAfter int      `json:"silence_after,omitempty"` // seconds until a question's silence path; 0 means DefaultSilence
	PrivacyURL   string   `json:"privacy_url,omitempty"`   // the shop's information on personal data
	Domains      []string `json:"domains,omitempty"`       // origins that may embed the widget; empty means any
	Boldness     int      `json:"boldness,omitempty"`      // how unsure an answer may be: 1 careful to MaxBoldness; 0 means DefaultBoldness
	Texts        []Text   `json:"texts,omitempty"`         // the owner's wording in place of the default texts
}

// Text replaces the default texts of one key (see texts.go).
type Text struct {
	Key      string   `json:"key"`
	Variants []string `json:"variants"`
}

// Look is how the widget looks.
type Look struct {
	Name     string `json:"name"`               // of the assistant, shown in the header
	Color    string `json:"color"`              // #rrggbb
	Side     string `json:"side"`               // "right" or "left"
	Avatar   string `json:"avatar,omitempty"`   // image source as in say_image
	Greeting string `json:"greeting,omitempty"` // teaser beside the bubble; empty means none
	Label    string `json:"label,omitempty"`    // beside the bubble on wide screens
}

// Entry is one question with its answer.
type Entry struct {
	ID       string   `json:"id"`
	Topic    string   `json:"category,omitempty"`
	Question string   `json:"question"`
	Phrases  []string `json:"alternatives,omitempty"`
	Answer   string   `json:"answer"` // Markdown
}

// Node finds a node in any flow; nil if there is none.
func (b *Bot) Node(id string) (*Flow, *Node) {
	for i := range b.Flows {
		f := &b.Flows[i]
		for j := range f.Nodes {
			if f.Nodes[j].ID == id {
				return f, &f.Nodes[j]
			}
		}
	}
	return nil, nil
}

// Entry finds an entry; nil if there is none.
func (b *Bot) Entry(id string) *Entry {
	for i := range b.Entries {
		if b.Entries[i].ID == id {
			return &b.Entries[i]
		}
	}
	return nil
}

// Variable finds a variable; nil if there is none.
func (b *Bot) Variable(name string) *Variable {
	for i := range b.Variables {
		if b.Variables[i].Name == name {
			return &b.Variables[i]
		}
	}
	return nil
}

// Scopes of variables.
const (
	ScopeConversation = "conversation" // forgotten when a conversation begins anew
	ScopeContact      = "contact"      // kept for the customer
)
