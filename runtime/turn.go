package runtime

import (
	"context"
	"time"

	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/hub"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

// attempts is how often a turn is made anew when somebody else changed the conversation meanwhile.
const attempts = 5

// thread names a conversation.
type thread struct {
	bot store.BotRef
	id  string
}

// turn answers one input of a conversation: read it, understand, step, commit, and only then hand out the
// events. Turns of one conversation are serial under its lock; the commit checks again that nobody else
// (a person of the shop, another program) wrote in between, and a message that was committed before comes
// back with the events of then. A client that hangs up does not stop a turn that has begun.
func (h *Host) turn(ctx context.Context, t thread, in engine.Input) ([]store.Event, error) {
	unlock, err := h.locks.lock(ctx, t.id)
	if err != nil {
		return nil, err
	}
	defer unlock()
	ctx = context.WithoutCancel(ctx)
	for range attempts {
		var events []store.Event
		if events, err = h.attempt(ctx, t, in); !fault.Is(err, fault.Conflict) {
			return events, err
		}
		h.hot.drop(t.id)
	}
	return nil, err
}

func (h *Host) attempt(ctx context.Context, t thread, in engine.Input) ([]store.Event, error) {
	c, err := h.conversation(ctx, t)
	if err != nil {
		return nil, err
	}
	in.At = h.now()
	if in.Kind == engine.Rate {
		if in, err = h.rated(ctx, t, in); err != nil {
			return nil, err
		}
	}
	made, err := h.make(ctx, t.bot, c, in)
	if err != nil {
		return nil, err
	}
	if len(made.Events) == 0 { // nothing changes, or no longer: a thumb that is sent again
		events, _, err := h.store.EventsOfMessage(ctx, t.bot, t.id, in.ID)
		return events, err
	}
	done, err := h.commit(func() (store.Turn, error) { return h.store.CommitTurn(ctx, t.bot, made) })
	if err != nil {
		return nil, err
	}
	h.hot.put(t.id, done.Conversation)
	h.publish(t.bot, done)
	return done.Events, nil
}

// conversation is kept decoded while it is busy. It is read under the conversation's lock.
func (h *Host) conversation(ctx context.Context, t thread) (store.Conversation, error) {
	if c, ok := h.hot.get(t.id); ok {
		return c, nil
	}
	return h.store.Conversation(ctx, t.bot, t.id)
}

// make computes a turn without storing anything.
func (h *Host) make(ctx context.Context, ref store.BotRef, c store.Conversation, in engine.Input) (store.Turn, error) {
	if c.Ended && in.Kind != engine.Silence && in.Kind != engine.Rate { // what comes after the end begins anew, on what is live now
		live, err := h.live(ctx, ref.Bot)
		if err != nil {
			return store.Turn{}, err
		}
		c.Release = live.number
	}
	r, err := h.release(ctx, ref, c.Release)
	if err != nil {
		return store.Turn{}, err
	}
	if c.Who != byBot {
		return heard(c, in, r), nil
	}
	x, done, err := h.indexFor(ctx, r, in)
	if err != nil {
		return store.Turn{}, err
	}
	defer done()
	session, play := h.Play(r.bot, x, c.Session, in)
	h.report(r, c.ID, play)
	return turnOf(c, in, session, play), nil
}

// byBot is a conversation's Who while the bot answers.
const byBot = "bot"

// indexFor waits for the index only where a text has to be understood.
func (h *Host) indexFor(ctx context.Context, r *release, in engine.Input) (*nlu.Index, func(), error) {
	if in.Kind != engine.Text {
		return nil, func() {}, nil
	}
	return h.indexes.use(ctx, r.index, nlu.KnowledgeOf(r.bot))
}

// heard records what the customer says while a person answers: the bot is silent.
func heard(c store.Conversation, in engine.Input, r *release) store.Turn {
	p := player{bot: r.bot, at: in.At}
	p.visitor(in, engine.Ask{})
	return turnOf(c, in, c.Session, p.play)
}

// turnOf puts together what has to be on disk before the customer gets an answer.
func turnOf(c store.Conversation, in engine.Input, session engine.Session, play Play) store.Turn {
	c.Session, c.Ended, c.Last = session, session.Ended, in.At
	c.Wants = c.Wants || play.Wants
	if play.Email != "" {
		c.Email = play.Email
	}
	if len(play.Events) > 0 && play.Events[0].From == "visitor" && in.Kind != engine.Rate {
		c.Written++
		c.Preview = brief(play.Events[0].Text, maxPreview)
	}
	turn := store.Turn{Conversation: c, Message: in.ID, Events: play.Events, Case: play.Case, Questions: play.Questions}
	if turn.Case == nil && play.Details != nil && c.Case > 0 {
		turn.Case = play.Details
		turn.Case.Number = c.Case
	}
	if play.Silence > 0 && !c.Ended {
		turn.Timer = &store.Timer{Due: in.At.Add(play.Silence), Question: play.Question}
	}
	return turn
}

// maxPreview is how much of the customer's words lists show: one line.
const maxPreview = 140

// commit measures how long the disk takes.
func (h *Host) commit(write func() (store.Turn, error)) (store.Turn, error) {
	begun := time.Now()
	done, err := write()
	if err == nil {
		h.metrics.commits.Observe(time.Since(begun).Seconds())
		h.metrics.turns.Inc()
		if done.Timer != nil {
			h.timers.expect(done.Timer.Due)
		}
	}
	return done, err
}

// publish tells the windows of the conversation and the shop's people. It is called under the
// conversation's lock, so that news arrives in the order of the events.
func (h *Host) publish(ref store.BotRef, done store.Turn) {
	news := hub.News{Bot: ref, Conversation: done.Conversation.ID, Events: done.Events}
	h.hub.Publish(hub.Conversation(ref.Shop, done.Conversation.ID), news)
	h.hub.Publish(hub.Shop(ref.Shop), news)
}

// report tells the log that a bot broke. What was said stays out of it.
func (h *Host) report(r *release, conversation string, play Play) {
	if play.Failed != "" {
		h.log.Warn("a bot broke and went to a person", "bot", r.ref.Bot, "release", r.number, "conversation", conversation, "at", play.Failed)
	}
}
