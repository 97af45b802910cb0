package gate

import (
	"bytes"
	"encoding/json"

	"okienko/runtime/flow"
)

// Summary is what changes with a release.
type Summary struct {
	First   bool // nothing was published before
	Nodes   Diff
	Entries Diff
	Rest    []string // words keys of what else changed: "gate.change.look"
}

// Diff is what was added, changed and removed, in the order of the new bot (removed: of the old one).
type Diff struct {
	Added   []Item
	Changed []Item
	Removed []Item
}

// Item is a node with its title, or an entry with its question.
type Item struct {
	ID    string
	Title string
}

// Empty reports whether nothing changes.
func (s Summary) Empty() bool {
	return !s.First && s.Nodes.empty() && s.Entries.empty() && len(s.Rest) == 0
}

func (d Diff) empty() bool { return len(d.Added)+len(d.Changed)+len(d.Removed) == 0 }

// Compare tells what is different in a bot since the last release; old is nil before the first.
// Where nodes lie on the canvas doesn't count: customers don't see it.
func Compare(old, bot *flow.Bot) Summary {
	if old == nil {
		old = &flow.Bot{}
		s := compare(old, bot)
		s.First, s.Rest = true, nil
		return s
	}
	return compare(old, bot)
}

func compare(old, bot *flow.Bot) Summary {
	s := Summary{Nodes: diff(nodesOf(old), nodesOf(bot)), Entries: diff(entriesOf(old), entriesOf(bot))}
	for _, part := range []struct {
		key    string
		before any
		after  any
	}{
		{"gate.change.name", old.Name, bot.Name},
		{"gate.change.language", old.Language, bot.Language},
		{"gate.change.start", starts(old), starts(bot)},
		{"gate.change.variables", old.Variables, bot.Variables},
		{"gate.change.listeners", old.Listeners, bot.Listeners},
		{"gate.change.synonyms", old.Synonyms, bot.Synonyms},
		{"gate.change.settings", old.Settings, bot.Settings},
		{"gate.change.look", old.Look, bot.Look},
	} {
		if !bytes.Equal(compact(part.before), compact(part.after)) {
			s.Rest = append(s.Rest, part.key)
		}
	}
	return s
}

// thing is a node or entry as far as customers notice.
type thing struct {
	Item
	body []byte
}

func nodesOf(bot *flow.Bot) []thing {
	var things []thing
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			n.Canvas = nil
			things = append(things, thing{Item{n.ID, n.Title}, compact(n)})
		}
	}
	return things
}

func entriesOf(bot *flow.Bot) []thing {
	var things []thing
	for _, e := range bot.Entries {
		things = append(things, thing{Item{e.ID, e.Question}, compact(e)})
	}
	return things
}

func diff(old, now []thing) Diff {
	var d Diff
	before, after := index(old), index(now)
	for _, t := range now {
		i, ok := before[t.ID]
		switch {
		case !ok:
			d.Added = append(d.Added, t.Item)
		case !bytes.Equal(old[i].body, t.body):
			d.Changed = append(d.Changed, t.Item)
		}
	}
	for _, t := range old {
		if _, ok := after[t.ID]; !ok {
			d.Removed = append(d.Removed, t.Item)
		}
	}
	return d
}

func index(things []thing) map[string]int {
	at := make(map[string]int, len(things))
	for i, t := range things {
		at[t.ID] = i
	}
	return at
}

func starts(bot *flow.Bot) []string {
	var ids []string
	for _, f := range bot.Flows {
		ids = append(ids, f.ID, f.Name, f.Start)
	}
	return ids
}

// compact is the JSON of plain data, which always encodes; what doesn't counts as changed.
// No list and an empty one are the same.
func compact(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		return []byte(err.Error())
	}
	if string(data) == "[]" {
		return []byte("null")
	}
	return data
}
