package runtime

import (
	"context"

	"okienko/runtime/engine"
	"okienko/runtime/store"
)

// start begins a conversation on the live release and returns it with the token that opens it.
func (h *Host) start(ctx context.Context, r *release) (token string, turn store.Turn, err error) {
	token, hash := newToken()
	in := engine.Input{Kind: engine.Start, At: h.now()}
	session, play := h.Play(r.bot, nil, engine.Session{}, in)
	c := store.Conversation{ID: store.NewID(), Bot: r.ref.Bot, Release: r.number, Who: byBot, Started: in.At}
	h.report(r, c.ID, play)
	made := turnOf(c, in, session, play)
	ctx = context.WithoutCancel(ctx)
	turn, err = h.commit(func() (store.Turn, error) { return h.store.StartConversation(ctx, r.ref, hash, made) })
	if err != nil {
		return "", store.Turn{}, err
	}
	h.hot.put(c.ID, turn.Conversation)
	h.threads.put(hash, thread{r.ref, c.ID})
	h.publish(r.ref, turn)
	return token, turn, nil
}

// opens returns the conversation of a bot that a token opens.
func (h *Host) opens(ctx context.Context, ref store.BotRef, hash [32]byte) (thread, error) {
	if t, ok := h.threads.get(hash); ok && t.bot == ref {
		if c, ok := h.hot.get(t.id); ok {
			return t, h.fresh(c)
		}
	}
	c, err := h.store.ConversationByToken(ctx, ref, hash)
	if err != nil {
		return thread{}, unknownToken(err)
	}
	t := thread{ref, c.ID}
	h.threads.put(hash, t)
	return t, h.fresh(c)
}
