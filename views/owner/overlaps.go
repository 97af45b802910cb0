package owner

import "okienko/runtime/flow"

// OverlapsModel is the screen Podobne wpisy.
type OverlapsModel struct {
	Bot     string
	Edits   bool // who looks may change entries
	Waiting int  // questions of customers that are open
	Total   int  // entries
	Pairs   []OverlapPair
	Merged  *MergedEntries
}

// OverlapPair is two entries that customers can't tell apart.
type OverlapPair struct {
	A, B  flow.Entry
	Alike []AlikePhrasings
}

// AlikePhrasings are phrasings of the two that mean nearly the same.
type AlikePhrasings struct {
	A, B   string
	Stolen bool // one of them is answered by the other entry
}

// MergedEntries is what was just merged, with what brings both back.
type MergedEntries struct {
	Kept, Gone string // questions
	Before     string // both as they were
	Undone     bool
}

// OverlapsPath is the screen of a bot.
func OverlapsPath(bot string) string { return "/bots/" + bot + "/entries/overlaps" }
