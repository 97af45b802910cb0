package builder

import (
	"context"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"okienko/runtime"
	"okienko/runtime/engine"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views/words"
)

// trialEvent is an event as the trial's panel gets it: with the way through the bot, and what was understood.
type trialEvent struct {
	runtime.Event
	Path       []string `json:"path,omitempty"`       // the nodes entered up to this event, in this turn
	Understood string   `json:"understood,omitempty"` // of a text, in words
	Why        bool     `json:"why,omitempty"`        // there is more to tell about that
}

func (b *Builder) trialWire(r *http.Request, bot *flow.Bot, events []store.Event) []trialEvent {
	wire := runtime.WireTrial(ref(r.Context()).Bot, b.Host.Files(r.Context(), ref(r.Context()), bot), events)
	out := make([]trialEvent, len(wire))
	for i := range wire {
		out[i].Event = wire[i]
	}
	heard := slices.DeleteFunc(slices.Clone(events), func(e store.Event) bool { return e.Kind == "visit" })
	for i := range heard {
		if u := heard[i].Understanding; u != nil {
			out[i].Understood = heardAs(r.Context(), bot, u, heard[i].At)
			out[i].Why = u.Choice == "" && u.Wish == ""
		}
	}
	for _, e := range events {
		if e.Kind == "visit" {
			layPath(out, e.Nodes)
		}
	}
	return out
}

// layPath spreads the nodes of a turn over its events, so that the canvas lights them up as the bot speaks.
// Nodes that say nothing go with the next event that comes from further on, at last with the last one.
func layPath(events []trialEvent, nodes []string) {
	reached := 0
	for i := range events {
		if at := slices.Index(nodes[reached:], events[i].Node); events[i].Node != "" && at >= 0 {
			reached += at + 1
		}
		if i == len(events)-1 {
			reached = len(nodes)
		}
		events[i].Path = nodes[:reached]
	}
}

// heardAs tells in a line what was made out of a text.
func heardAs(ctx context.Context, bot *flow.Bot, u *engine.Understanding, at time.Time) string {
	var told []string
	add := func(key string, args ...any) { told = append(told, words.T(ctx, "trial.understood."+key, args...)) }
	if u.Statement != "" {
		told = append(told, words.T(ctx, "conversations.statement_"+u.Statement))
	}
	switch {
	case u.Choice != "":
		add("choice", "label", choiceLabel(bot, u.Choice))
	case u.Wish != "":
		add("wish", "wish", words.T(ctx, "trial.wish."+u.Wish))
	case u.Outcome != "" && u.Outcome != "unknown" && len(u.Entries) > 0:
		for _, m := range u.Entries[:min(len(u.Entries), 3)] {
			if entry := bot.Entry(m.Entry); entry != nil {
				add("entry", "question", entry.Question, "percent", int(math.Round(m.Confidence*100)))
			}
			if u.Outcome == "answer" {
				break
			}
		}
	default:
		add("nothing")
	}
	for _, v := range u.Values {
		add("value", "kind", words.T(ctx, "trial.value."+v.Kind), "text", valueText(ctx, v, at))
	}
	for _, mood := range u.Moods {
		add("mood", "mood", words.T(ctx, "trial.mood."+mood))
	}
	return strings.Join(told, " · ")
}

func choiceLabel(bot *flow.Bot, id string) string {
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			for _, block := range n.Blocks {
				for _, out := range block.Outs() {
					if out.ID == id && out.Label != "" {
						return out.Label
					}
				}
			}
		}
	}
	if entry := bot.Entry(strings.TrimPrefix(id, flow.EntryMark)); entry != nil {
		return entry.Question
	}
	return id
}
