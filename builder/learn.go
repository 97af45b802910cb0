package builder

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"

	"okienko/builder/learn"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// learnPage is how many topics a page shows.
const learnPage = 50

func (b *Builder) learnRoutes() []Route {
	const base = "/bots/{bot}/entries/questions"
	return []Route{
		{Method: "GET", Pattern: base, Role: store.Viewer, Handler: try(b.learn)},
		{Method: "GET", Pattern: base + "/entries", Role: store.Editor, Handler: try(b.findEntries)},
		{Method: "POST", Pattern: base + "/effect", Role: store.Editor, Handler: try(b.tryPhrases)},
		{Method: "POST", Pattern: base + "/add", Role: store.Editor, Handler: try(b.addPhrases)},
		{Method: "POST", Pattern: base + "/ignore", Role: store.Editor, Handler: try(b.ignoreQuestions)},
		{Method: "POST", Pattern: base + "/reopen", Role: store.Editor, Handler: try(b.reopenQuestions)},
	}
}

// learn is the screen, with the topics of ?open= open.
func (b *Builder) learn(w http.ResponseWriter, r *http.Request) error {
	model, err := b.learnModel(r)
	if err != nil {
		return err
	}
	if model.Open != nil && model.Edits {
		if model.Open.Candidates, err = b.candidates(r.Context(), model.Open.Opened, idsOf(model.Open.Questions)); err != nil {
			return err
		}
	}
	views.Render(w, r, http.StatusOK, owner.Learn(model))
	return nil
}

// learnModel lists the open questions by topic, and those of the topics that ?open= names.
func (b *Builder) learnModel(r *http.Request) (owner.LearnModel, error) {
	ctx := r.Context()
	model := owner.LearnModel{Bot: ref(ctx).Bot, Edits: allowed(who(ctx).Role, store.Editor), Filter: learnFilter(r), Now: b.Now()}
	topics, total, err := b.topics(ctx, model.Filter)
	if err != nil {
		return model, err
	}
	model.Total = total
	model.Open = openPane(model, topics, r.Form["open"])
	first := min(model.Filter.Page*learnPage, len(topics))
	model.Topics = topics[first:min(first+learnPage, len(topics))]
	model.More = first+learnPage < len(topics)
	return model, nil
}

func learnFilter(r *http.Request) owner.LearnFilter {
	page, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || page < 0 || page > store.MaxQuestions/learnPage {
		page = 0
	}
	return owner.LearnFilter{Kind: r.FormValue("kind"), Newest: r.FormValue("sort") == "newest", Page: page}
}

// topics are the open questions of a kind that mean the same, put together; total is how many questions of
// all kinds are open.
func (b *Builder) topics(ctx context.Context, filter owner.LearnFilter) (topics []owner.LearnTopic, total int, err error) {
	open, err := b.Store.Questions(ctx, ref(ctx), store.QuestionFilter{})
	if err != nil {
		return nil, 0, err
	}
	var shown []owner.LearnQuestion
	var texts []learn.Text
	for _, q := range open {
		if line := learnQuestion(ref(ctx), q); line.Is(filter.Kind) {
			shown = append(shown, line)
			texts = append(texts, learn.Text{Text: q.Text, Entry: likeliest(q)})
		}
	}
	for _, group := range learn.Group(texts) {
		var topic owner.LearnTopic
		for _, i := range group {
			topic.Questions = append(topic.Questions, shown[i])
		}
		topics = append(topics, topic)
	}
	slices.SortStableFunc(topics, func(a, b owner.LearnTopic) int {
		often := cmp.Compare(b.Weight(), a.Weight())
		if filter.Newest {
			often = 0
		}
		return cmp.Or(often, b.Last().Compare(a.Last()))
	})
	return topics, len(open), nil
}

// toLearn is how many questions of customers a bot did not know.
func (b *Builder) toLearn(ctx context.Context, at store.BotRef) (int, error) {
	open, err := b.Store.Questions(ctx, at, store.QuestionFilter{})
	return len(open), err
}

// likeliest is the entry that a customer said was meant, else the one that was thought of first and not wrong.
// What was thought of a text that was not understood tells nothing.
func likeliest(q store.Question) string {
	if q.Chosen != "" || q.Outcome == nlu.Unknown || len(q.Entries) == 0 || slices.Contains(q.Wrong, q.Entries[0]) {
		return q.Chosen
	}
	return q.Entries[0]
}

func learnQuestion(at store.BotRef, q store.Question) owner.LearnQuestion {
	line := owner.LearnQuestion{ID: q.ID, Text: q.Text, Times: q.Count, Thumbs: q.Thumbs, Outcome: q.Outcome, Last: q.Last}
	if n := len(q.Conversations); n > 0 {
		last := q.Conversations[n-1]
		line.Said = "/conversations/" + at.Bot + "/" + last.Conversation + "#event-" + strconv.FormatInt(last.Seq, 10)
	}
	return line
}

// openPane has the questions of the topics that hold one of the ids, and marks these topics; nil if none does.
func openPane(m owner.LearnModel, topics []owner.LearnTopic, ids []string) *owner.LearnPane {
	pane := &owner.LearnPane{Bot: m.Bot, Edits: m.Edits, Filter: m.Filter, Now: m.Now}
	for i, topic := range topics {
		if slices.ContainsFunc(topic.Questions, func(q owner.LearnQuestion) bool { return slices.Contains(ids, q.ID) }) {
			topics[i].Current = true
			pane.Opened = append(pane.Opened, topic.ID())
			pane.Questions = append(pane.Questions, topic.Questions...)
		}
	}
	if pane.Questions == nil {
		return nil
	}
	return pane
}

func idsOf(questions []owner.LearnQuestion) []string {
	var ids []string
	for _, q := range questions {
		ids = append(ids, q.ID)
	}
	return ids
}
