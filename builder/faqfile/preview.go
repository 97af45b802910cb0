package faqfile

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"okienko/runtime/flow"
)

// Plan is what an import would do, each list in the order of the file.
type Plan struct {
	Added   []Row
	Changed []Change
	Same    []Row
	Refused []Row
}

// Change is an entry that is there already and would get new contents.
type Change struct {
	Row    Row // its Entry is complete, with the id of the entry that is there
	Before flow.Entry
	Fields []string // words keys of what changes: faqfile.field.question, .answer, .topic, .phrases
}

// Preview compares rows with the entries that are there: by id, else by the question regardless of
// letters' case, diacritics and punctuation. A field that a file leaves empty is kept as it is.
// What there would be too many of is refused.
func Preview(rows []Row, existing []flow.Entry) Plan {
	p := planner{byID: map[string]int{}, byQuestion: map[string]int{}, existing: existing, taken: map[int]int{}}
	for i, e := range existing {
		p.byID[e.ID] = i
		p.byQuestion[fold(e.Question)] = i
	}
	for _, row := range rows {
		if _, there := p.byID[row.Entry.ID]; !there {
			p.byID[row.Entry.ID] = newEntry // so that no id is made that a later row brings
		}
	}
	for _, row := range rows {
		p.add(row)
	}
	return p.plan
}

type planner struct {
	plan             Plan
	existing         []flow.Entry
	byID, byQuestion map[string]int
	taken            map[int]int // an existing entry -> the line that changes it
}

// newEntry stands in byID for an entry that is not there yet.
const newEntry = -1

func (p *planner) add(row Row) {
	if row.Refusal != nil {
		p.plan.Refused = append(p.plan.Refused, row)
		return
	}
	at, known := p.find(row.Entry)
	if !known {
		p.addNew(row)
		return
	}
	if first, twice := p.taken[at]; twice {
		p.refuse(row, refuse("faqfile.refused.repeated", "line", first))
		return
	}
	p.taken[at] = row.Line
	before := p.existing[at]
	row.Entry = merge(before, row.Entry)
	if fields := differences(before, row.Entry); len(fields) > 0 {
		p.plan.Changed = append(p.plan.Changed, Change{row, before, fields})
		return
	}
	p.plan.Same = append(p.plan.Same, row)
}

func (p *planner) find(e flow.Entry) (int, bool) {
	if at, ok := p.byID[e.ID]; ok && at != newEntry {
		return at, true
	}
	at, ok := p.byQuestion[fold(e.Question)]
	return at, ok
}

func (p *planner) addNew(row Row) {
	if len(p.existing)+len(p.plan.Added) >= flow.MaxEntries {
		p.refuse(row, refuse("faqfile.refused.full", "limit", flow.MaxEntries))
		return
	}
	if row.Entry.ID == "" {
		row.Entry.ID = p.newID(row.Entry.Question)
	}
	p.byID[row.Entry.ID] = newEntry
	p.plan.Added = append(p.plan.Added, row)
}

func (p *planner) refuse(row Row, why *Refusal) {
	row.Refusal = why
	p.plan.Refused = append(p.plan.Refused, row)
}

// newID follows from the question, so that a preview and the import after it make the same one.
func (p *planner) newID(question string) string {
	sum := sha256.Sum256([]byte(fold(question)))
	base := "q-" + hex.EncodeToString(sum[:5])
	id := base
	for n := 2; ; n++ {
		if _, taken := p.byID[id]; !taken {
			return id
		}
		id = base + "-" + strconv.Itoa(n)
	}
}

func merge(before, row flow.Entry) flow.Entry {
	after := before
	after.Question, after.Answer = row.Question, row.Answer
	if row.Topic != "" {
		after.Topic = row.Topic
	}
	if len(row.Phrases) > 0 {
		after.Phrases = row.Phrases
	}
	return after
}

func differences(before, after flow.Entry) []string {
	var fields []string
	for _, f := range []struct {
		key     string
		differs bool
	}{
		{"faqfile.field.question", before.Question != after.Question},
		{"faqfile.field.phrases", !slices.Equal(before.Phrases, after.Phrases)},
		{"faqfile.field.answer", before.Answer != after.Answer},
		{"faqfile.field.topic", before.Topic != after.Topic},
	} {
		if f.differs {
			fields = append(fields, f.key)
		}
	}
	return fields
}
