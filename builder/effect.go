package builder

import (
	"context"
	"slices"

	"okienko/builder/faqfile"
	"okienko/builder/learn"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views/owner"
)

// The owner waits for the result, so a change is tried on so many texts at most.
const (
	mostTried      = 500
	mostWork       = 200_000 // texts times entries: fewer texts where there are many entries, but not fewer than
	leastTried     = 100
	mostOpen       = 250 // of the questions that wait
	mostDone       = 100 // and of those that were dealt with
	mostTalks      = 60  // conversations whose answered questions are tried again
	mostNeighbours = 50  // phrasings of other entries that are about the same
)

// phrasesEffect is what adding a draft's phrasings to its entry would change.
func (b *Builder) phrasesEffect(ctx context.Context, draft *owner.LearnDraft) (owner.Effect, error) {
	entry, err := b.Store.Entry(ctx, ref(ctx), draft.Entry.ID)
	if err != nil {
		return owner.Effect{}, err
	}
	return b.effect(ctx, withPhrases(entry.Entry, draft.Phrases), draft.IDs)
}

// effect is what an entry would change if it were in the draft like this: in place of the one with its id,
// or behind all others. The questions being dealt with are not tried, the entry's new phrasings are.
func (b *Builder) effect(ctx context.Context, entry flow.Entry, dealt []string) (owner.Effect, error) {
	bot, _, err := b.Store.DraftBot(ctx, ref(ctx))
	if err != nil {
		return owner.Effect{}, err
	}
	before, done, err := b.mind(ctx, &bot)
	if err != nil {
		return owner.Effect{}, err
	}
	defer done()
	changed, fresh := withEntry(bot, entry)
	x, err := nlu.Open("", nlu.KnowledgeOf(&changed))
	if err != nil {
		return owner.Effect{}, fault.Wrap(err, fault.Unavailable, "learn.no_index")
	}
	defer x.Close()
	after := mindOf(&changed, x)
	probes, err := b.earlier(ctx, &bot, entry, fresh, dealt)
	if err != nil {
		return owner.Effect{}, err
	}
	e := learn.Compare(before, after, probes)
	e.Deaf = learn.Deaf(after, entry.ID, fresh)
	return showEffect(&changed, e), nil
}

// withEntry is a bot with the entry in it; fresh are the phrasings that it did not have.
func withEntry(bot flow.Bot, entry flow.Entry) (changed flow.Bot, fresh []string) {
	changed = bot
	changed.Entries = slices.Clone(bot.Entries)
	var before []string
	if i := slices.IndexFunc(changed.Entries, func(e flow.Entry) bool { return e.ID == entry.ID }); i >= 0 {
		before = phrasings(changed.Entries[i])
		changed.Entries[i] = entry
	} else {
		changed.Entries = append(changed.Entries, entry)
	}
	fresh = slices.DeleteFunc(phrasings(entry), func(phrase string) bool { return slices.Contains(before, phrase) })
	return changed, fresh
}

func phrasings(e flow.Entry) []string { return append([]string{e.Question}, e.Phrases...) }

// mind is what understands texts with a draft's entries. Call done when it is no longer used.
func (b *Builder) mind(ctx context.Context, bot *flow.Bot) (mind learn.Mind, done func(), err error) {
	x, done, err := b.Host.Index(ctx, nlu.KnowledgeOf(bot))
	if err != nil {
		return nil, nil, fault.Wrap(err, fault.Unavailable, "learn.no_index")
	}
	if x == nil {
		done()
		return nil, nil, fault.New(fault.Unavailable, "learn.no_index")
	}
	return mindOf(bot, x), done, nil
}

// earlier are the texts to try a change of an entry on: questions of customers that wait, that were dealt
// with and that were answered, and phrasings of other entries near the new ones. Each text is tried once.
func (b *Builder) earlier(ctx context.Context, bot *flow.Bot, entry flow.Entry, fresh, dealt []string) ([]learn.Probe, error) {
	most := max(leastTried, min(mostTried, mostWork/max(1, len(bot.Entries))))
	p := tryouts{most: most, seen: map[string]bool{}}
	others := slices.DeleteFunc(slices.Clone(bot.Entries), func(e flow.Entry) bool { return e.ID == entry.ID })
	for _, near := range learn.Near(others, fresh, mostNeighbours) {
		p.add(near)
	}
	for _, phrase := range fresh { // they are tried by themselves
		p.seen[faqfile.Fold(phrase)] = true
	}
	if err := b.addExamined(ctx, &p); err != nil {
		return nil, err
	}
	if err := b.addAsked(ctx, &p, dealt); err != nil {
		return nil, err
	}
	err := b.addAnswered(ctx, &p)
	return p.list, err
}

// addExamined adds the owner's own test questions.
func (b *Builder) addExamined(ctx context.Context, p *tryouts) error {
	examined, err := b.Store.Probes(ctx, ref(ctx))
	for _, q := range examined {
		probe := learn.Probe{Text: q.Text, Alien: q.Entry == ""}
		if q.Entry != "" {
			probe.Right = append([]string{q.Entry}, q.Also...)
		}
		p.add(probe)
	}
	return err
}

// addAsked adds what customers asked in vain and what was made of it.
func (b *Builder) addAsked(ctx context.Context, p *tryouts, dealt []string) error {
	for _, filter := range []store.QuestionFilter{{Limit: mostOpen}, {Done: true, Newest: true, Limit: mostDone}} {
		questions, err := b.Store.Questions(ctx, ref(ctx), filter)
		if err != nil {
			return err
		}
		for _, q := range questions {
			if slices.Contains(dealt, q.ID) {
				continue
			}
			probe := learn.Probe{Text: q.Text, Wrong: q.Wrong, Alien: q.Handled == store.HandledIgnored}
			if q.Chosen != "" {
				probe.Right = []string{q.Chosen}
			}
			p.add(probe)
		}
	}
	return nil
}

// addAnswered adds what customers asked lately and the bot answered.
func (b *Builder) addAnswered(ctx context.Context, p *tryouts) error {
	at := ref(ctx)
	talks, _, err := b.Store.Conversations(ctx, at.Shop, store.Filter{Bot: at.Bot, Limit: mostTalks})
	if err != nil {
		return err
	}
	for _, talk := range talks {
		events, err := b.Store.Events(ctx, at, talk.ID, 0, threadLimit)
		if err != nil {
			return err
		}
		for _, e := range events {
			if e.Understanding != nil && e.Understanding.Outcome == nlu.Answered {
				p.add(learn.Probe{Text: e.Text})
			}
		}
	}
	return nil
}

// tryouts are texts to try a change on, each once.
type tryouts struct {
	list []learn.Probe
	seen map[string]bool
	most int
}

func (p *tryouts) add(probe learn.Probe) {
	folded := faqfile.Fold(probe.Text)
	if folded == "" || p.seen[folded] || len(p.list) >= p.most {
		return
	}
	p.seen[folded] = true
	p.list = append(p.list, probe)
}
