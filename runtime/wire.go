package runtime

import (
	"encoding/json"
	"strings"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/store"
	"okienko/views/markdown"
)

// Event is an event as customers' windows get it: a type of its own, so that nothing of the store's
// reaches the outside by being added there.
type Event struct {
	Seq     int64           `json:"seq"`
	At      time.Time       `json:"at"`
	From    string          `json:"from"` // bot, agent, visitor, system
	Kind    string          `json:"kind"` // text, image, choice, ask, pause, left, handoff, end, thumb
	ID      string          `json:"id,omitempty"`
	Text    string          `json:"text,omitempty"` // plain; the bot's also as Rich
	Rich    json.RawMessage `json:"rich,omitempty"` // Text as a list of markdown.Node
	Image   *Image          `json:"image,omitempty"`
	Input   string          `json:"input,omitempty"` // of an ask: text, email, phone, number, choice, message
	Choices []engine.Choice `json:"choices,omitempty"`
	Choice  string          `json:"choice,omitempty"`
	Millis  int             `json:"millis,omitempty"`
	Thumb   int             `json:"thumb,omitempty"` // of a thumb: 1 helped, -1 did not, 0 taken back
	Of      int64           `json:"of,omitempty"`    // of a thumb: seq of the answer
	Entry   string          `json:"entry,omitempty"`
	Case    int             `json:"case,omitempty"` // of left: the number of the message
	Node    string          `json:"node,omitempty"` // only in the owner's trial
}

// Image is a picture; its size, where known, keeps the window from jumping.
type Image struct {
	Src    string `json:"src"`
	Alt    string `json:"alt"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
}

// fileMark begins the source of a picture that was uploaded.
const fileMark = "file:"

// Wire is what a customer sees of events. Files are the bot's pictures by id, for their sizes; may be nil.
func Wire(bot string, files map[string]store.File, events []store.Event) []Event {
	out := make([]Event, 0, len(events))
	for i := range events {
		if events[i].Kind != "visit" {
			out = append(out, wire(bot, files, &events[i]))
		}
	}
	return out
}

// WireTrial is Wire for the owner who tries a bot, with the node that each event comes from.
func WireTrial(bot string, files map[string]store.File, events []store.Event) []Event {
	out := make([]Event, 0, len(events))
	for i := range events {
		if events[i].Kind == "visit" {
			continue
		}
		e := wire(bot, files, &events[i])
		e.Node = events[i].Node
		out = append(out, e)
	}
	return out
}

func wire(bot string, files map[string]store.File, e *store.Event) Event {
	out := Event{
		Seq: e.Seq, At: e.At, From: e.From, Kind: e.Kind, ID: e.ID, Text: e.Text,
		Choice: e.Choice, Millis: e.Millis, Thumb: e.Thumb, Of: e.Of, Entry: e.Entry, Case: e.Case,
	}
	if e.From == "bot" && e.Text != "" {
		text := textOf(e.Text)
		out.Text, out.Rich = text.plain, text.rich
	}
	if e.Image != nil {
		out.Image = picture(bot, files, e.Image)
	}
	if e.Ask != nil {
		out.Input, out.Choices = e.Ask.Input, e.Ask.Choices
	}
	return out
}

// texts remembers how texts look: a bot says the same ones over and over.
var texts = newCache[string, text](2048)

type text struct {
	plain string
	rich  json.RawMessage
}

func textOf(source string) text {
	if t, ok := texts.get(source); ok {
		return t
	}
	tree := markdown.Tree(source)
	rich, err := json.Marshal(tree)
	if err != nil {
		rich = nil // strings always encode; the plain text would be shown
	}
	t := text{markdown.PlainOf(tree), rich}
	texts.put(source, t)
	return t
}

// picture gives the address of an uploaded picture on this server, or of one elsewhere if it is a safe one.
func picture(bot string, files map[string]store.File, image *engine.Image) *Image {
	id, uploaded := strings.CutPrefix(image.Source, fileMark)
	if !uploaded {
		src, ok := markdown.SafeURL(image.Source)
		if !ok || !strings.HasPrefix(src, "http") {
			return &Image{Alt: image.Alt}
		}
		return &Image{Src: src, Alt: image.Alt}
	}
	file := files[id]
	return &Image{Src: filePath(bot, id), Alt: image.Alt, Width: file.Width, Height: file.Height}
}

func filePath(bot, id string) string { return "/w/v1/" + bot + "/files/" + id }
