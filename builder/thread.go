package builder

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"okienko/runtime"
	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
	"okienko/views/words"
)

// threadLimit is how many lines of a conversation are shown at once.
const threadLimit = 2000

// thread is a conversation as the screen shows it, from the event after the given one. An answer that was
// rated since comes again.
func (b *Builder) thread(r *http.Request, id string, after int64) (*owner.Thread, error) {
	ctx, ref := r.Context(), ref(r.Context())
	c, err := b.Store.Conversation(ctx, ref, id)
	if err != nil {
		return nil, err
	}
	events, err := b.Store.Events(ctx, ref, id, 0, 0)
	if err != nil {
		return nil, err
	}
	card, err := b.Store.Bot(ctx, ref)
	if err != nil {
		return nil, err
	}
	release, err := b.Store.Release(ctx, ref, c.Release)
	if err != nil {
		return nil, err
	}
	t := &owner.Thread{
		Bot: c.Bot, ID: c.ID, Name: c.Email, BotName: card.Name, Release: c.Release,
		Started: c.Started, Ended: c.Ended, Last: max(after, c.Seq),
	}
	t.Events = threadEvents(ctx, &release.Bot, c, events, after)
	t.Cases, err = b.leftIn(ctx, ref.Shop, c, events)
	return t, err
}

// leftIn are the messages that the events tell of, and the last one of the conversation.
func (b *Builder) leftIn(ctx context.Context, shop string, c store.Conversation, events []store.Event) ([]owner.LeftMessage, error) {
	var numbers []int
	for _, e := range events {
		if e.Case > 0 {
			numbers = append(numbers, e.Case)
		}
	}
	if c.Case > 0 && !slices.Contains(numbers, c.Case) {
		numbers = append(numbers, c.Case)
	}
	var list []owner.LeftMessage
	for _, number := range numbers {
		left, err := b.Store.Case(ctx, shop, number)
		if err != nil {
			return nil, err
		}
		list = append(list, leftMessage(left))
	}
	return list, nil
}

// threadEvents are the lines of a conversation after an event, and those before it that were rated since.
func threadEvents(ctx context.Context, bot *flow.Bot, c store.Conversation, events []store.Event, after int64) []owner.ThreadEvent {
	var lines []owner.ThreadEvent
	var asked *store.Event
	thumbs, rated := runtime.Thumbs(events), ratedSince(events, after)
	for i, e := range events {
		if e.From == "visitor" && e.Kind != "thumb" {
			asked = &events[i]
		}
		if !shown(e) || e.Seq <= after && !rated[e.Seq] || len(lines) == threadLimit {
			continue
		}
		line := threadEvent(ctx, bot, c, e)
		line.Thumb = thumbs[e.Seq]
		if explains(asked, e) {
			line.WhyPath = "/conversations/" + c.Bot + "/" + c.ID + "/why/" + strconv.FormatInt(e.Seq, 10)
		}
		lines = append(lines, line)
	}
	return lines
}

func ratedSince(events []store.Event, after int64) map[int64]bool {
	rated := map[int64]bool{}
	for _, e := range events {
		if e.Kind == "thumb" && e.Seq > after {
			rated[e.Of] = true
		}
	}
	return rated
}

// shown leaves out what is bookkeeping, what the eye needs no line for, and thumbs, which are shown on answers.
func shown(e store.Event) bool { return e.Kind != "visit" && e.Kind != "pause" && e.Kind != "thumb" }

func threadEvent(ctx context.Context, bot *flow.Bot, c store.Conversation, e store.Event) owner.ThreadEvent {
	line := owner.ThreadEvent{Seq: e.Seq, At: e.At, From: e.From, Kind: e.Kind, Text: e.Text, Name: speaker(ctx, bot, c, e)}
	switch e.Kind {
	case "left", "handoff", "end":
		line.From = "system"
	}
	if e.Image != nil {
		line.Image, line.Alt = owner.ImageURL(c.Bot, e.Image.Source), e.Image.Alt
	}
	if e.Ask != nil {
		for _, choice := range e.Ask.Choices {
			line.Choices = append(line.Choices, choice.Label)
		}
	}
	if e.Understanding != nil {
		line.Understood = understood(ctx, bot, *e.Understanding, e.At)
	}
	return line
}

func speaker(ctx context.Context, bot *flow.Bot, c store.Conversation, e store.Event) string {
	switch {
	case e.From == "visitor" && c.Email != "":
		return c.Email
	case e.From == "visitor":
		return words.T(ctx, "conversations.anonymous")
	case bot.Look.Name != "":
		return bot.Look.Name
	}
	return bot.Name
}

// understood lists what was made of a text, the likeliest first.
func understood(ctx context.Context, bot *flow.Bot, u engine.Understanding, at time.Time) []owner.Understood {
	var list []owner.Understood
	if u.Statement != "" {
		list = append(list, owner.Understood{Key: "conversations.statement_" + u.Statement})
	}
	if u.Wish != "" {
		list = append(list, owner.Understood{Key: "conversations.wish_" + u.Wish})
	}
	for _, match := range u.Entries {
		if entry := bot.Entry(match.Entry); entry != nil {
			list = append(list, owner.Understood{Key: "conversations.entry", Text: entry.Question, Percent: int(match.Confidence*100 + .5)})
		}
	}
	for _, value := range u.Values {
		list = append(list, owner.Understood{Key: "conversations.value_" + value.Kind, Text: valueText(ctx, value, at)})
	}
	for _, mood := range u.Moods {
		list = append(list, owner.Understood{Key: "conversations.mood_" + mood})
	}
	if len(list) == 0 && u.Outcome == "unknown" {
		list = append(list, owner.Understood{Key: "conversations.not_understood"})
	}
	return list
}
