package owner

import (
	"net/url"
	"slices"
	"strings"

	"okienko/runtime/flow"
	"okienko/views"
)

// EntriesModel is the screen Pytania i odpowiedzi: the list, and one entry beside it.
type EntriesModel struct {
	Bot     string
	Search  string // as typed
	Total   int
	Found   int // that fit the search; the list may show fewer
	Topics  []string
	Groups  []EntryGroup
	Current string      // id of the open entry
	Open    *EntryForm  // the form beside the list
	Deleted *flow.Entry // just deleted, can be brought back
	Waiting int         // questions of customers that are open
}

// EntryGroup is the entries of one topic.
type EntryGroup struct {
	Topic   string
	Entries []flow.Entry
}

// AddTopic remembers a topic for the form's suggestions.
func (m *EntriesModel) AddTopic(topic string) {
	if topic != "" && !slices.Contains(m.Topics, topic) {
		m.Topics = append(m.Topics, topic)
	}
}

// Add puts an entry into its topic's group.
func (m *EntriesModel) Add(e flow.Entry) {
	i := slices.IndexFunc(m.Groups, func(g EntryGroup) bool { return g.Topic == e.Topic })
	if i < 0 {
		i = len(m.Groups)
		m.Groups = append(m.Groups, EntryGroup{Topic: e.Topic})
	}
	m.Groups[i].Entries = append(m.Groups[i].Entries, e)
}

func (m EntriesModel) shown() int {
	n := 0
	for _, g := range m.Groups {
		n += len(g.Entries)
	}
	return n
}

// EntryForm is one entry being edited, as typed.
type EntryForm struct {
	Bot    string
	ID     string // "new" for one that is not there yet
	Entry  flow.Entry
	Topics []string
	Errors views.Errors
	Saved  string   // said once after saving
	Asked  []string // ids of the customers' questions that a new entry answers
	Effect *Effect  // what saving would change, if that was asked for
}

func (f EntryForm) fresh() bool { return f.ID == "new" }

func (f EntryForm) phrases() string { return strings.TrimSpace(strings.Join(f.Entry.Phrases, "\n")) }

func (f EntryForm) phraseRows() int { return min(max(len(f.Entry.Phrases)+1, 4), 14) }

// EntryPath is where an entry is shown and saved.
func EntryPath(bot, id string) string {
	return "/bots/" + bot + "/entries/" + url.PathEscape(id)
}
