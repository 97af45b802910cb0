package builder

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
	"okienko/views/words"
)

// conversationsPage is how many conversations a list shows at once.
const conversationsPage = 50

func (b *Builder) conversationRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/conversations", Role: store.Viewer, Handler: try(b.conversations)},
		{Method: "GET", Pattern: "/conversations/list", Role: store.Viewer, Handler: try(b.conversationList)},
		{Method: "GET", Pattern: "/conversations/stream", Role: store.Viewer, Handler: try(b.conversationStream)},
		{Method: "GET", Pattern: "/conversations/{bot}/{conversation}", Role: store.Viewer, Handler: try(b.conversations)},
		{Method: "GET", Pattern: "/conversations/{bot}/{conversation}/events", Role: store.Viewer, Handler: try(b.conversationEvents)},
		{Method: "GET", Pattern: "/conversations/{bot}/{conversation}/why/{seq}", Role: store.Viewer, Handler: try(b.why)},
		{Method: "POST", Pattern: "/cases/{number}/done", Role: store.Agent, Handler: try(b.closeCase)},
		{Method: "POST", Pattern: "/cases/{number}/reopen", Role: store.Agent, Handler: try(b.reopenCase)},
	}
}

// conversations is the whole screen, with a conversation open if the path names one.
func (b *Builder) conversations(w http.ResponseWriter, r *http.Request) error {
	model, err := b.conversationsModel(r)
	if err != nil {
		return err
	}
	if id := r.PathValue("conversation"); id != "" {
		if model.Open, err = b.thread(r, id, 0); err != nil {
			return err
		}
	}
	views.Render(w, r, http.StatusOK, owner.Conversations(model))
	return nil
}

func (b *Builder) conversationList(w http.ResponseWriter, r *http.Request) error {
	model, err := b.conversationsModel(r)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.ConversationList(model))
	return nil
}

// conversationEvents are the lines after ?after=N, for a thread that is open.
func (b *Builder) conversationEvents(w http.ResponseWriter, r *http.Request) error {
	after, err := strconv.ParseInt(r.FormValue("after"), 10, 64)
	if err != nil || after < 0 {
		return fault.New(fault.Invalid, "fault.conversations_after")
	}
	thread, err := b.thread(r, r.PathValue("conversation"), after)
	if err != nil {
		return err
	}
	w.Header().Set("Okienko-Last", strconv.FormatInt(thread.Last, 10))
	views.Render(w, r, http.StatusOK, owner.ThreadEvents(thread.Events))
	return nil
}

func (b *Builder) conversationsModel(r *http.Request) (owner.ConversationsModel, error) {
	ctx := r.Context()
	bots, err := b.Store.Bots(ctx, shop(ctx).ID)
	if err != nil {
		return owner.ConversationsModel{}, err
	}
	names := map[string]string{}
	model := owner.ConversationsModel{Filter: conversationFilter(r), Now: b.Now()}
	for _, bot := range bots {
		names[bot.ID] = bot.Name
		model.Bots = append(model.Bots, views.Option{Value: bot.ID, Label: bot.Name})
	}
	found, older, err := b.Store.Conversations(ctx, shop(ctx).ID, storeFilter(r, model.Filter))
	if err != nil {
		return model, err
	}
	model.Older = older
	for _, c := range found {
		left, err := b.unanswered(ctx, c)
		if err != nil {
			return model, err
		}
		model.Rows = append(model.Rows, owner.ConversationRow{
			Bot: c.Bot, ID: c.ID, Name: c.Email, BotName: names[c.Bot], Preview: c.Preview, At: c.Last,
			Waits: left.Number > 0, Kind: left.Kind, Due: left.Due, Wants: c.Wants, Current: c.ID == r.PathValue("conversation"),
		})
	}
	return model, nil
}

// unanswered is the message that the customer left last, if nobody has dealt with it.
func (b *Builder) unanswered(ctx context.Context, c store.Conversation) (store.Case, error) {
	if c.Case == 0 {
		return store.Case{}, nil
	}
	left, err := b.Store.Case(ctx, shop(ctx).ID, c.Case)
	if err != nil || left.Status != "new" {
		return store.Case{}, err
	}
	return left, nil
}

func conversationFilter(r *http.Request) owner.ConversationFilter {
	return owner.ConversationFilter{
		Text: r.FormValue("q"), Bot: r.FormValue("bot"), Day: r.FormValue("day"), Left: r.FormValue("left") != "",
	}
}

// storeFilter leaves out a day that is none: the field is shown as typed and finds everything.
func storeFilter(r *http.Request, f owner.ConversationFilter) store.Filter {
	filter := store.Filter{Text: f.Text, Bot: f.Bot, Case: f.Left, Before: r.FormValue("before"), Limit: conversationsPage}
	if day, err := time.ParseInLocation(time.DateOnly, f.Day, words.Zone); err == nil {
		filter.From, filter.To = day, day.AddDate(0, 0, 1)
	}
	return filter
}
