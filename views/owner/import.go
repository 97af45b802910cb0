package owner

import "okienko/runtime/flow"

// ImportModel is the screen that reads a file or a pasted text.
type ImportModel struct {
	Bot     string
	Text    string // pasted, as it was
	Trouble string // why the file can't be read
	Ticket  string // of the preview, for its confirmation
	Plan    ImportPlan
}

// ImportPlan is what an import would do.
type ImportPlan struct {
	Added   []ImportRow
	Changed []ImportRow
	Refused []ImportRow
	Same    int
}

// Writes is how many entries an import would write.
func (p ImportPlan) Writes() int { return len(p.Added) + len(p.Changed) }

// ImportRow is one row of the file.
type ImportRow struct {
	Line   int
	Entry  flow.Entry
	Before flow.Entry     // of a changed one
	Fields []string       // words keys of what changes
	Key    string         // of a refused one: words key of why
	Args   map[string]any // of Key
}

// previewRows is how many rows of each kind are shown whole.
const previewRows = 200
