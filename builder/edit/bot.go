package edit

import (
	"slices"

	"okienko/runtime/flow"
)

// SetBot changes what belongs to the whole bot; what is nil stays.
type SetBot struct {
	BotName   *string          `json:"name,omitempty"`
	Language  *string          `json:"language,omitempty"`
	Variables *[]flow.Variable `json:"variables,omitempty"`
	Listeners *[]flow.Listener `json:"listeners,omitempty"`
	Synonyms  *[][]string      `json:"synonyms,omitempty"`
	Settings  *flow.Settings   `json:"settings,omitempty"`
	Look      *flow.Look       `json:"look,omitempty"`
}

// Name is "set_bot".
func (*SetBot) Name() string { return "set_bot" }

func (op *SetBot) apply(d *draft) ([]Op, error) {
	return []Op{&SetBot{
		BotName:   swap(&d.bot.Name, op.BotName),
		Language:  swap(&d.bot.Language, op.Language),
		Variables: swapList(&d.bot.Variables, op.Variables),
		Listeners: swapList(&d.bot.Listeners, op.Listeners),
		Synonyms:  swapList(&d.bot.Synonyms, op.Synonyms),
		Settings:  swap(&d.bot.Settings, op.Settings),
		Look:      swap(&d.bot.Look, op.Look),
	}}, nil
}

// swap sets a field if there is something to set, and returns what was there.
func swap[T any](field, set *T) *T {
	if set == nil {
		return nil
	}
	old := *field
	*field = *set
	return &old
}

// swapList is swap for lists: an empty one comes back as [], as null would mean "stays".
func swapList[T any](field, set *[]T) *[]T {
	old := swap(field, set)
	if old != nil && *old == nil {
		*old = []T{}
	}
	return old
}

// unlisten takes a node from the listeners that lead to it.
func (d *draft) unlisten(to string) []Op {
	if !slices.ContainsFunc(d.bot.Listeners, func(l flow.Listener) bool { return l.To == to }) {
		return nil
	}
	old := slices.Clone(d.bot.Listeners)
	for i := range d.bot.Listeners {
		if d.bot.Listeners[i].To == to {
			d.bot.Listeners[i].To = ""
		}
	}
	return []Op{&SetBot{Listeners: &old}}
}
