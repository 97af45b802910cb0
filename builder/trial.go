package builder

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"okienko/runtime"
	"okienko/runtime/engine"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// trialRoutes speak the same JSON as the customers' API, with the owner's session in place of a token's power.
// Below /from/{node} a conversation begins at that node.
func (b *Builder) trialRoutes() []Route {
	const base = "/bots/{bot}/trial"
	routes := []Route{
		{Method: "GET", Pattern: base, Role: store.Editor, Handler: try(b.showTrial)},
		{Method: "GET", Pattern: base + "/why", Role: store.Editor, Handler: try(b.whyTrial)},
	}
	for _, from := range []string{"", "/from/{node}"} {
		routes = append(routes,
			Route{Method: "POST", Pattern: base + from + "/conversations", Role: store.Editor, Handler: try(b.beginTrial)},
			Route{Method: "POST", Pattern: base + from + "/messages", Role: store.Editor, Handler: try(b.tellTrial)},
			Route{Method: "GET", Pattern: base + from + "/events", Role: store.Editor, Handler: try(b.trialEvents)},
		)
	}
	return routes
}

// showTrial answers with the panel; ?from= names the node to begin at.
func (b *Builder) showTrial(w http.ResponseWriter, r *http.Request) error {
	draft, err := b.Store.Draft(r.Context(), ref(r.Context()))
	if err != nil {
		return err
	}
	look, err := json.Marshal(runtime.LookOf(ref(r.Context()), shop(r.Context()), &draft.Bot))
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Trial(owner.TrialPanel{
		Bot: ref(r.Context()).Bot, Look: string(look), From: r.FormValue("from"), Steps: steps(r.Context(), &draft.Bot),
	}))
	return nil
}

// beginTrial starts a conversation with the draft as it is now.
func (b *Builder) beginTrial(w http.ResponseWriter, r *http.Request) error {
	bot, err := b.draftBot(r)
	if err != nil {
		return err
	}
	if err := b.tried(r.Context(), ref(r.Context())); err != nil {
		return err
	}
	t := b.trials.begin(who(r.Context()).ID, ref(r.Context()))
	t.mu.Lock()
	defer t.mu.Unlock()
	session, play := b.Host.Play(startingAt(bot, r.PathValue("node")), nil, t.session, engine.Input{Kind: engine.Start, At: b.Now().UTC()})
	t.session = session
	return answerJSON(w, http.StatusCreated, map[string]any{
		"token": t.token, "conversation": t.token, "events": b.trialWire(r, bot, t.keep(play.Events)),
	})
}

// tellTrial takes a message of the owner who plays the customer.
func (b *Builder) tellTrial(w http.ResponseWriter, r *http.Request) error {
	in, err := readMessage(r)
	if err != nil {
		return err
	}
	t, bot, err := b.trialOf(r)
	if err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	events, again := t.answered(in.ID)
	if !again {
		index, done, err := b.Host.Index(r.Context(), nlu.KnowledgeOf(bot))
		if err != nil {
			return err
		}
		defer done()
		in.At = b.Now().UTC()
		if in.Kind == engine.Rate {
			if in, err = runtime.Rated(t.events, in); err != nil {
				return err
			}
		}
		session, play := b.Host.Play(bot, index, t.session, in)
		t.session, events = session, t.keep(play.Events)
		if err := b.tried(r.Context(), ref(r.Context())); err != nil {
			return err
		}
	}
	return answerJSON(w, http.StatusOK, map[string]any{"events": b.trialWire(r, bot, events)})
}

// trialEvents answers with what was said after ?after=.
func (b *Builder) trialEvents(w http.ResponseWriter, r *http.Request) error {
	t, bot, err := b.trialOf(r)
	if err != nil {
		return err
	}
	after, _ := strconv.ParseInt(r.FormValue("after"), 10, 64)
	t.mu.Lock()
	defer t.mu.Unlock()
	return answerJSON(w, http.StatusOK, map[string]any{"events": b.trialWire(r, bot, t.after(after))})
}

// trialOf finds the trial of the request's token, and the draft.
func (b *Builder) trialOf(r *http.Request) (*trial, *flow.Bot, error) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	t := b.trials.find(token, who(r.Context()).ID, ref(r.Context()))
	if t == nil {
		return nil, nil, fault.New(fault.NotFound, "trial.gone") // the panel begins anew
	}
	bot, err := b.draftBot(r)
	return t, bot, err
}

// draftBot is the draft with its entries.
func (b *Builder) draftBot(r *http.Request) (*flow.Bot, error) {
	bot, _, err := b.Store.DraftBot(r.Context(), ref(r.Context()))
	if err != nil {
		return nil, err
	}
	if len(bot.Flows) == 0 || len(bot.Flows[0].Nodes) == 0 {
		return nil, fault.New(fault.Invalid, "trial.empty")
	}
	return &bot, nil
}

// startingAt is a bot whose conversations begin at a node; the bot itself if there is no such node.
func startingAt(bot *flow.Bot, node string) *flow.Bot {
	in, found := bot.Node(node)
	if found == nil {
		return bot
	}
	first := *in
	first.Start = node
	moved := *bot
	moved.Flows = append([]flow.Flow{first}, bot.Flows...)
	return &moved
}

func readMessage(r *http.Request) (engine.Input, error) {
	var message runtime.Message
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&message); err != nil {
		if _, large := errors.AsType[*http.MaxBytesError](err); large {
			return engine.Input{}, unreadable(err)
		}
		return engine.Input{}, fault.Wrap(err, fault.Invalid, "trial.malformed")
	}
	return message.Input()
}

func answerJSON(w http.ResponseWriter, status int, body any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(data) // if the browser has gone, nothing is lost with it
	return nil
}
