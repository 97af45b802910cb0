package builder

import (
	"context"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"okienko/runtime"
	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// why explains the bot's line of the path, as the conversation's own release understands the text now.
// htmx gets the explanation alone; a browser gets the conversation with it open.
func (b *Builder) why(w http.ResponseWriter, r *http.Request) error {
	seq, err := strconv.ParseInt(r.PathValue("seq"), 10, 64)
	if err != nil {
		return fault.Wrap(err, fault.NotFound, "why.nothing")
	}
	reason, err := b.whySaid(r, r.PathValue("conversation"), seq)
	if err != nil {
		return err
	}
	if views.Fragment(r) {
		views.Render(w, r, http.StatusOK, owner.WhyBody(reason))
		return nil
	}
	model, err := b.conversationsModel(r)
	if err != nil {
		return err
	}
	if model.Open, err = b.thread(r, r.PathValue("conversation"), 0); err != nil {
		return err
	}
	for i, e := range model.Open.Events {
		if e.Seq == seq {
			model.Open.Events[i].Why = &reason
		}
	}
	views.Render(w, r, http.StatusOK, owner.Conversations(model))
	return nil
}

// whySaid explains the event of that number in a conversation.
func (b *Builder) whySaid(r *http.Request, id string, seq int64) (owner.Why, error) {
	ctx, ref := r.Context(), ref(r.Context())
	c, err := b.Store.Conversation(ctx, ref, id)
	if err != nil {
		return owner.Why{}, err
	}
	events, err := b.Store.Events(ctx, ref, id, 0, 0)
	if err != nil {
		return owner.Why{}, err
	}
	said := slices.IndexFunc(events, func(e store.Event) bool { return e.Seq == seq })
	asked := lastHeard(events[:max(said, 0)])
	if asked < 0 || !explains(&events[asked], events[said]) {
		return owner.Why{}, fault.New(fault.NotFound, "why.nothing")
	}
	release, err := b.Store.Release(ctx, ref, c.Release)
	if err != nil {
		return owner.Why{}, err
	}
	text, understood := partOf(events[asked], events[said].Entry)
	reason, err := b.explain(ctx, &release.Bot, text, contextOf(&release.Bot, events[:asked]))
	reason.Changed = understood.Outcome != reason.Outcome
	return reason, err
}

// lastHeard is the index of what the customer last wrote or clicked; -1 if there is nothing.
func lastHeard(events []store.Event) int {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].From == "visitor" && events[i].Kind != "thumb" {
			return i
		}
	}
	return -1
}

// explains tells whether a line of the bot is what it made of a text against its entries: an answer,
// "did you mean", or "I don't know", which offers a person.
func explains(asked *store.Event, said store.Event) bool {
	if asked == nil || asked.Understanding == nil || said.From != "bot" {
		return false
	}
	if u := asked.Understanding; u.Choice != "" || u.Wish != "" {
		return false
	}
	return said.Entry != "" || said.Ask != nil && slices.ContainsFunc(said.Ask.Choices, func(c engine.Choice) bool {
		return c.ID == flow.HumanNode || strings.HasPrefix(c.ID, flow.EntryMark)
	})
}

// partOf is the text that an entry answered: of several questions in one message, that one.
func partOf(asked store.Event, entry string) (string, engine.Part) {
	u := asked.Understanding
	for _, part := range u.Parts {
		if slices.ContainsFunc(part.Entries, func(m engine.Match) bool { return m.Entry == entry }) {
			return part.Text, part
		}
	}
	return asked.Text, engine.Part{Text: asked.Text, Outcome: u.Outcome, Entries: u.Entries}
}

// contextOf is what was known before a text: what was asked last, and the customer's text before it.
func contextOf(bot *flow.Bot, before []store.Event) nlu.Context {
	c := nlu.Context{Language: bot.Language, Listeners: bot.Listeners, Boldness: bot.Settings.Boldness}
	for i := len(before) - 1; i >= 0 && (c.Input == "" || c.Previous == ""); i-- {
		e := before[i]
		if e.Kind == "end" || e.Choice == "@restart" {
			break
		}
		if e.Ask != nil && c.Input == "" {
			c.Input, c.Choices = e.Ask.Input, e.Ask.Choices
		}
		if e.From == "visitor" && e.Kind == "text" && c.Previous == "" {
			c.Previous = firstRunes(e.Text, flow.MaxHeard)
		}
	}
	return c
}

func firstRunes(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most])
}

// whyTrial explains what the draft makes of ?text= behind ?previous=.
func (b *Builder) whyTrial(w http.ResponseWriter, r *http.Request) error {
	bot, err := b.draftBot(r)
	if err != nil {
		return err
	}
	known := contextOf(bot, nil)
	known.Previous = firstRunes(r.FormValue("previous"), flow.MaxHeard)
	reason, err := b.explain(r.Context(), bot, firstRunes(r.FormValue("text"), flow.MaxAnswer), known)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.WhyBody(reason))
	return nil
}

// explain says in the owner's terms what a bot makes of a text.
func (b *Builder) explain(ctx context.Context, bot *flow.Bot, text string, c nlu.Context) (owner.Why, error) {
	index, done, err := b.Host.Index(ctx, nlu.KnowledgeOf(bot))
	if err != nil {
		return owner.Why{}, err
	}
	defer done()
	e := index.Explain(text, c)
	phrase := runtime.Phrase(text)
	reason := owner.Why{Read: e.Read, Joined: e.Read != text, Outcome: e.Outcome, AnswerAt: percent(e.AnswerAt), SuggestAt: percent(e.SuggestAt)}
	edits := allowed(who(ctx).Role, store.Editor) && phrase != ""
	if edits && e.Outcome != nlu.Answered {
		reason.New = owner.EntryPath(ref(ctx).Bot, newEntryID) + "?question=" + url.QueryEscape(phrase)
	}
	for _, candidate := range e.Candidates {
		entry := bot.Entry(candidate.Entry)
		if entry == nil {
			continue
		}
		shown := owner.WhyEntry{Question: entry.Question, Percent: percent(candidate.Confidence), Words: whyWords(candidate.Words)}
		if candidate.Phrasing != entry.Question {
			shown.Phrasing = candidate.Phrasing
		}
		if _, err := b.Store.Entry(ctx, ref(ctx), entry.ID); err == nil && edits {
			shown.Fix = owner.EntryPath(ref(ctx).Bot, entry.ID) + "?phrase=" + url.QueryEscape(phrase)
		}
		reason.Entries = append(reason.Entries, shown)
	}
	return reason, nil
}

// whyWords leaves out words that weigh nothing and fit nothing, such as "to".
func whyWords(words []nlu.WordReason) []owner.WhyWord {
	const least = 0.02
	var list []owner.WhyWord
	for _, w := range words {
		if w.How != "" || w.Weight >= least {
			list = append(list, owner.WhyWord{Text: w.Text, Match: w.Match, How: w.How})
		}
	}
	return list
}

func percent(share float64) int { return int(math.Round(share * 100)) }
