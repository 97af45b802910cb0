package builder

import (
	"context"
	"net/http"
	"time"

	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

func (b *Builder) startRoutes() []Route {
	return []Route{{Method: "GET", Pattern: "/start", Role: store.Viewer, Handler: b.startPage}}
}

func (b *Builder) startPage(w http.ResponseWriter, r *http.Request) {
	bots, err := b.Store.Bots(r.Context(), shop(r.Context()).ID)
	if err != nil {
		views.Problem(w, r, err)
		return
	}
	m := owner.StartModel{Now: b.Now(), Shop: shop(r.Context()).Name}
	if len(bots) > 0 {
		err = b.fillStart(r.Context(), &m, bots[0])
	}
	if err != nil {
		views.Problem(w, r, err)
		return
	}
	views.Render(w, r, http.StatusOK, owner.Start(m))
}

func (b *Builder) fillStart(ctx context.Context, m *owner.StartModel, bot store.Bot) error {
	at := store.BotRef{Shop: shop(ctx).ID, Bot: bot.ID}
	draft, revision, err := b.Store.DraftBot(ctx, at)
	if err != nil {
		return err
	}
	adapted, err := b.adapted(ctx, at, bot, revision)
	if err != nil {
		return err
	}
	m.Bot, m.Name, m.Release, m.Phone = bot.ID, bot.Name, bot.Release, owner.FirstWords(bot.ID, &draft)
	m.Path = owner.Path(bot.ID)
	for i, done := range []bool{true, adapted, !bot.Tried.IsZero(), bot.Release > 0, !bot.Embedded.IsZero()} {
		m.Path[i].Done = done
	}
	if m.Waiting, err = b.waiting(ctx); err != nil {
		return err
	}
	if m.Learn, err = b.learnHint(ctx, at); err != nil {
		return err
	}
	m.Yesterday, err = b.yesterday(ctx)
	return err
}

// adapted tells whether the owner made the template hers: any edit of the draft or of an entry.
func (b *Builder) adapted(ctx context.Context, at store.BotRef, bot store.Bot, revision int) (bool, error) {
	if revision > 0 {
		return true, nil
	}
	entries, err := b.Store.Entries(ctx, at)
	for _, e := range entries {
		if e.Changed.After(bot.Created) {
			return true, nil
		}
	}
	return false, err
}

// tried notes that the draft was talked to.
func (b *Builder) tried(ctx context.Context, at store.BotRef) error {
	bot, err := b.Store.Bot(ctx, at)
	if err != nil || !bot.Tried.IsZero() {
		return err
	}
	return b.Store.ChangeBot(ctx, at, func(bot *store.Bot) { bot.Tried = b.Now() })
}

const mostWaiting = 5 // shown on the start page; the rest is in the conversations

func (b *Builder) waiting(ctx context.Context) ([]owner.WaitingMessage, error) {
	cases, err := b.Store.Cases(ctx, shop(ctx).ID, "new")
	var list []owner.WaitingMessage
	for _, c := range cases[:min(len(cases), mostWaiting)] {
		from := c.Email
		if from == "" {
			from = c.Phone
		}
		list = append(list, owner.WaitingMessage{Text: c.Text, From: from, At: c.At, Href: "/conversations/" + c.Bot + "/" + c.Conversation})
	}
	return list, err
}

func (b *Builder) yesterday(ctx context.Context) (owner.DayModel, error) {
	const most = 1000
	y, m, d := b.Now().In(words.Zone).Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, words.Zone)
	talks, _, err := b.Store.Conversations(ctx, shop(ctx).ID, store.Filter{From: today.AddDate(0, 0, -1), To: today, Limit: most})
	day := owner.DayModel{Talks: len(talks)}
	for _, talk := range talks {
		if talk.Case > 0 {
			day.Left++
		}
	}
	return day, err
}

// learnHint is what customers asked in vain.
func (b *Builder) learnHint(ctx context.Context, at store.BotRef) (owner.LearnHint, error) {
	open, err := b.Store.Questions(ctx, at, store.QuestionFilter{})
	if err != nil || len(open) == 0 {
		return owner.LearnHint{}, err
	}
	return owner.LearnHint{Count: len(open), Often: open[0].Text}, nil
}
