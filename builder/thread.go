package builder

import (
	"context"
	"net/http"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/owner"
	"okienko/views/words"
)

// threadLimit is how many events of a conversation are shown at once.
const threadLimit = 2000

// thread is a conversation as the screen shows it, from the event after the given one.
func (b *Builder) thread(r *http.Request, id string, after int64) (*owner.Thread, error) {
	ctx, ref := r.Context(), ref(r.Context())
	c, err := b.Store.Conversation(ctx, ref, id)
	if err != nil {
		return nil, err
	}
	events, err := b.Store.Events(ctx, ref, id, after, threadLimit)
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
	for _, e := range events {
		if shown(e) {
			t.Events = append(t.Events, threadEvent(ctx, &release.Bot, c, e))
		}
	}
	if c.Case > 0 {
		left, err := b.Store.Case(ctx, ref.Shop, c.Case)
		if err != nil {
			return nil, err
		}
		message := leftMessage(left)
		t.Case = &message
	}
	return t, nil
}

// shown leaves out what is bookkeeping and what the eye needs no line for.
func shown(e store.Event) bool { return e.Kind != "visit" && e.Kind != "pause" }

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
