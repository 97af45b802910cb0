package runtime

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
)

// Message is what a customer sends: its own id, and exactly one of text, choice, command and a thumb.
//
//	{"id": "c5f1…", "text": "ile mam czasu na zwrot??"}
//	{"id": "c5f2…", "of": 12, "thumb": -1}
type Message struct {
	ID      string `json:"id"`      // made by the sender: the same id again gets the same answer
	Text    string `json:"text"`    // plain text
	Choice  string `json:"choice"`  // id of a choice that was offered
	Command string `json:"command"` // human, menu, back, restart
	Of      int64  `json:"of"`      // seq of the answer that a thumb is about
	Thumb   int    `json:"thumb"`   // 1 it helped, -1 it did not, 0 takes the thumb back
}

const maxMessageID = 64

var commands = []string{"human", "menu", "back", "restart"}

// Input checks a message and makes it an input of the engine, without time.
func (m Message) Input() (engine.Input, error) {
	if !plainID(m.ID, maxMessageID) {
		return engine.Input{}, fault.New(fault.Invalid, "host.message_id").On("id")
	}
	m.Text = cleanText(m.Text)
	in := engine.Input{ID: m.ID}
	switch {
	case m.given() != 1:
		return in, fault.New(fault.Invalid, "host.message_one")
	case m.Text != "":
		in.Kind, in.Text = engine.Text, m.Text
		if utf8.RuneCountInString(m.Text) > flow.MaxAnswer {
			return in, fault.New(fault.Invalid, "host.message_long", "Count", flow.MaxAnswer).On("text")
		}
	case m.Choice != "":
		in.Kind, in.Choice = engine.Choose, m.Choice
		if len(m.Choice) > flow.MaxID+len(flow.EntryMark) {
			return in, fault.New(fault.Invalid, "host.message_choice").On("choice")
		}
	case m.Of != 0:
		in.Kind, in.Rating = engine.Rate, &engine.Rating{Of: m.Of, Thumb: m.Thumb}
		if m.Of < 0 || m.Thumb < -1 || m.Thumb > 1 {
			return in, fault.New(fault.Invalid, "question.bad_thumb").On("thumb")
		}
	default:
		in.Kind, in.Command = engine.Command, m.Command
		if !slices.Contains(commands, m.Command) {
			return in, fault.New(fault.Invalid, "host.message_command").On("command")
		}
	}
	return in, nil
}

func (m Message) given() int {
	n := 0
	for _, s := range []string{m.Text, m.Choice, m.Command} {
		if s != "" {
			n++
		}
	}
	if m.Of != 0 {
		n++
	}
	return n
}

// plainID tells whether an id that others made is one: letters, digits, - and _.
func plainID(id string, max int) bool {
	strange := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	return id != "" && len(id) <= max && !strings.ContainsFunc(id, strange)
}

// cleanText drops what nobody types: control characters and marks that turn the direction of what follows.
func cleanText(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == utf8.RuneError:
			return -1
		}
		return r
	}, text))
}
