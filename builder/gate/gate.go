// Package gate holds what must be so before a bot is published: nothing refused, and a proof over the
// graph that no customer gets stuck. It also tells what changes with the release.
package gate

import "okienko/runtime/flow"

// Report is what the gate found. Only refusals keep a bot from being published.
type Report struct {
	Refusals []Finding
	Issues   []Finding
	Proof    Proof
}

// Ready reports whether the bot may be published.
func (r Report) Ready() bool { return len(r.Refusals) == 0 }

// Finding is a problem with what the owner knows it by, and how a customer gets there.
type Finding struct {
	flow.Problem
	Title string // of the node, or the entry's question
	Path  []Line // a sample talk up to the node; empty if nothing leads there or the problem is elsewhere
}

// Line is one thing said in a sample talk: by the bot or the customer, in words or, if Key is set, as
// what Key describes ("any answer").
type Line struct {
	Customer bool
	Text     string
	Key      string
}

// Check checks a bot with its entries.
func Check(bot *flow.Bot) Report {
	var r Report
	paths := pathsOf(bot)
	for _, p := range flow.Validate(bot) {
		r.Refusals = append(r.Refusals, paths.finding(p))
	}
	issues := flow.Inspect(bot)
	var stuck []flow.Problem
	r.Proof, stuck = prove(bot)
	for _, p := range append(issues, stuck...) {
		r.Issues = append(r.Issues, paths.finding(p))
	}
	return r
}
