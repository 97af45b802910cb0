package store

import (
	"encoding/json"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
)

// BotRef names a bot within its shop. Every lookup of what belongs to a bot takes one.
type BotRef struct {
	Shop string `json:"shop"`
	Bot  string `json:"bot"`
}

// Shop is a tenant: everything belongs to exactly one.
type Shop struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Language string    `json:"language"`
	Created  time.Time `json:"created"`
}

// Role is what a person who signs in may do.
type Role string

// The roles, strongest first; each may do what those after it may.
const (
	Owner  Role = "owner"
	Editor Role = "editor"
	Agent  Role = "agent"
	Viewer Role = "viewer"
)

// User is a person of a shop who signs in.
type User struct {
	ID       string    `json:"id"`
	Shop     string    `json:"shop"`
	Email    string    `json:"email"` // lower case, unique on the whole server
	Name     string    `json:"name,omitempty"`
	Role     Role      `json:"role"`
	Language string    `json:"language"`
	Password string    `json:"password"` // argon2id in PHC form
	Created  time.Time `json:"created"`
}

// SignIn is a signed-in browser: gorilla/sessions values under the SHA-256 of its id.
type SignIn struct {
	Shop    string    `json:"shop"`
	User    string    `json:"user"`
	Data    []byte    `json:"data"`
	Created time.Time `json:"created"`
	Seen    time.Time `json:"seen"`
	Expires time.Time `json:"expires"`
	Agent   string    `json:"agent,omitempty"` // browser, shown in the list of devices
}

// Bot is a bot's card: what lists show without reading its flows.
type Bot struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Release int       `json:"release"` // number of the live release; 0 before the first
	Created time.Time `json:"created"`

	// What the owner has done with it, for the path on the start page. Zero means not yet.
	Tried    time.Time `json:"tried,omitzero"`    // first talked to in the editor
	Embedded time.Time `json:"embedded,omitzero"` // its widget was first asked for by a page of another origin
}

// Draft is the editable bot without its entries, which are records of their own.
type Draft struct {
	Revision int       `json:"revision"` // grows by one with each batch of operations
	Undone   int       `json:"undone"`   // how many batches from the end are undone, for redo
	Changed  time.Time `json:"changed"`
	Bot      flow.Bot  `json:"bot"`
}

// Change is one batch of operations on a draft, kept with its inverse.
// The operations are builder/edit's; the store does not look inside.
type Change struct {
	Revision int             `json:"revision"` // the revision it made
	Batch    string          `json:"batch"`    // the client's id: a retry is not applied twice
	User     string          `json:"user"`
	At       time.Time       `json:"at"`
	Kind     string          `json:"kind"` // edit, undo, redo, restore, form
	Ops      json.RawMessage `json:"ops"`
	Inverse  json.RawMessage `json:"inverse"`
	Undoes   int             `json:"undoes,omitempty"` // of an undo or redo: the revision it takes back or forth
}

// EntryRecord is an FAQ entry of the draft.
type EntryRecord struct {
	flow.Entry
	Order   int       `json:"order"`
	Changed time.Time `json:"changed"`
}

// Release is an immutable published bot with its entries.
type Release struct {
	Number   int       `json:"number"`
	At       time.Time `json:"at"`
	User     string    `json:"user"`  // id
	Email    string    `json:"email"` // of that user then
	Note     string    `json:"note,omitempty"`
	Revision int       `json:"revision"` // of the draft it was made from
	Bot      flow.Bot  `json:"bot"`
}

// ReleaseInfo is a Release without the bot, for lists.
type ReleaseInfo struct {
	Number   int       `json:"number"`
	At       time.Time `json:"at"`
	User     string    `json:"user"`
	Email    string    `json:"email"`
	Note     string    `json:"note,omitempty"`
	Revision int       `json:"revision"` // of the draft it was made from
	Nodes    int       `json:"nodes"`
	Entries  int       `json:"entries"`
}

// Conversation is one thread with one customer, on one release until it ends.
type Conversation struct {
	ID      string         `json:"id"` // begins with its time, so ids sort by start
	Bot     string         `json:"bot"`
	Release int            `json:"release"`
	Who     string         `json:"who"` // who answers: bot, agent:<id>, nobody
	Started time.Time      `json:"started"`
	Last    time.Time      `json:"last"`
	Seq     int64          `json:"seq"`               // of the last event
	Version int64          `json:"version"`           // grows with each commit
	Written int            `json:"written"`           // messages by the customer
	Preview string         `json:"preview,omitempty"` // the customer's last words
	Email   string         `json:"email,omitempty"`
	Case    int            `json:"case,omitempty"`  // number of the message left
	Wants   bool           `json:"wants,omitempty"` // a person was asked for
	Ended   bool           `json:"ended,omitempty"`
	Session engine.Session `json:"session"`
}

// Event is what happened in a conversation; messages are events. Seq counts from 1 in each conversation.
type Event struct {
	Seq           int64                 `json:"seq"`
	At            time.Time             `json:"at"`
	From          string                `json:"from"`         // bot, agent, visitor, system
	Kind          string                `json:"kind"`         // text, image, choice, ask, pause, left, handoff, end, visit, thumb
	ID            string                `json:"id,omitempty"` // client message id
	Text          string                `json:"text,omitempty"`
	Image         *engine.Image         `json:"image,omitempty"`
	Ask           *engine.Ask           `json:"ask,omitempty"`
	Choice        string                `json:"choice,omitempty"`
	Millis        int                   `json:"millis,omitempty"`
	Thumb         int                   `json:"thumb,omitempty"` // thumb: 1 it helped, -1 it did not, 0 taken back
	Of            int64                 `json:"of,omitempty"`    // thumb: number of the event with the answer
	Entry         string                `json:"entry,omitempty"`
	Case          int                   `json:"case,omitempty"`
	Node          string                `json:"node,omitempty"`
	Nodes         []string              `json:"nodes,omitempty"` // visit: the nodes entered in the turn
	Understanding *engine.Understanding `json:"understanding,omitempty"`
}

// Case is a message left for the shop, or a statement with legal effect.
type Case struct {
	Number       int       `json:"number"`
	Bot          string    `json:"bot"`
	Conversation string    `json:"conversation"`
	At           time.Time `json:"at"`
	Email        string    `json:"email,omitempty"`
	Phone        string    `json:"phone,omitempty"`
	Text         string    `json:"text"`
	Kind         string    `json:"kind,omitempty"`  // withdrawal, complaint; "" for any other message
	Order        string    `json:"order,omitempty"` // order number
	Due          time.Time `json:"due,omitzero"`    // by when the shop has to act on a statement
	Status       string    `json:"status"`          // new, done
	Done         time.Time `json:"done,omitzero"`
}

// Timer is something due later: now only the silence of a customer.
type Timer struct {
	Due          time.Time `json:"due"`
	Shop         string    `json:"shop"`
	Bot          string    `json:"bot"`
	Conversation string    `json:"conversation"`
	Question     int64     `json:"question"`
}

// File is an uploaded file; its content lies in files/<id>.
type File struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Type   string    `json:"type"` // image/png, image/jpeg, image/webp, image/gif
	Size   int64     `json:"size"`
	Width  int       `json:"width"`
	Height int       `json:"height"`
	At     time.Time `json:"at"`
}
