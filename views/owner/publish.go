package owner

import (
	"context"
	"net/url"
	"strings"

	"okienko/views"
	"okienko/views/words"
)

// PublishModel is the screen Opublikuj.
type PublishModel struct {
	Bot       string
	Live      int // number of the live release, 0 before the first
	Refusals  []Finding
	Issues    []Finding
	Questions int  // that a customer can be asked
	Proved    bool // from each of them a person and an end can be reached
	Changes   Changes
	Note      string // as typed
	Errors    views.Errors
}

// PublishedModel is what follows a publishing.
type PublishedModel struct {
	Bot    string
	Number int
}

// Finding is something that the gate found.
type Finding struct {
	Severity string
	Key      string
	Args     []any  // name, value pairs
	Title    string // of the node, or the entry's question
	Node     string
	Block    string
	Entry    string
	Path     []PathLine // how a customer gets there
}

// PathLine is one line of a sample talk.
type PathLine struct {
	Customer bool
	Text     string
	Key      string // words key in place of Text
}

// Changes is what a release changes for customers.
type Changes struct {
	First   bool
	Empty   bool
	Nodes   Difference
	Entries Difference
	Rest    []string // words keys
}

// Difference is titles of what is new, changed and gone.
type Difference struct{ Added, Changed, Removed []string }

// path is where the finding is looked at: the node on the canvas, or the entry.
func (f Finding) path(bot string) string {
	if f.Entry != "" {
		return EntryPath(bot, f.Entry)
	}
	if f.Node == "" {
		return "/bots/" + bot + "/settings"
	}
	q := url.Values{"node": {f.Node}}
	if f.Block != "" {
		q.Set("block", f.Block)
	}
	return "/bots/" + bot + "/editor#" + q.Encode()
}

func (f Finding) icon() string {
	switch f.Severity {
	case "refusal":
		return "circle-alert"
	case "warning":
		return "triangle-alert"
	}
	return "info"
}

func (f Finding) kind() string {
	switch f.Severity {
	case "refusal":
		return "bad"
	case "warning":
		return "warn"
	}
	return "info"
}

func publishState(ctx context.Context, m PublishModel) string {
	switch {
	case m.Live == 0:
		return words.T(ctx, "publish.first")
	case m.Changes.Empty:
		return words.T(ctx, "publish.nothing_new", "number", m.Live)
	}
	return words.T(ctx, "publish.next", "number", m.Live+1)
}

// listed names a few of many.
func listed(ctx context.Context, titles []string) string {
	const most = 5
	if len(titles) <= most {
		return strings.Join(titles, ", ")
	}
	return strings.Join(titles[:most], ", ") + " " + words.N(ctx, "publish.and_more", len(titles)-most)
}
