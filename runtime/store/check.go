package store

import (
	"context"
	"errors"
	"slices"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

// Finding is something in the data folder that is not as it should be.
type Finding struct {
	Kind    string       // of record; "" for the file as a whole
	Key     string       // of the record, readable
	Problem *fault.Error // what is wrong, in words
}

// Check reads everything on one snapshot: the structure of the file, the checksum and content of every record,
// what records say of each other, and the uploaded files. It changes nothing. progress, if not nil, hears how
// many records are done. An error means that the check itself was broken off.
func (s *Store) Check(ctx context.Context, progress func(records int)) ([]Finding, error) {
	c := &checking{store: s}
	if err := s.db.Check(ctx); errors.Is(err, kv.ErrDamaged) {
		return []Finding{{Problem: fault.Wrap(err, fault.Damaged, "store.check_structure", "file", s.file())}}, nil
	} else if err != nil {
		return nil, s.inWords(err)
	}
	err := s.view(ctx, func(r kv.Reader) error {
		records := 0
		for k, record := range r.Scan(nil, nil) {
			if err := ctx.Err(); err != nil {
				return err
			}
			c.record(r, k, record)
			if records++; progress != nil && records%1000 == 0 {
				progress(records)
			}
		}
		c.endOfConversation()
		return nil
	})
	return c.findings, err
}

// checking is a check under way.
type checking struct {
	store    *Store
	sequence sequence
	findings []Finding
}

func (c *checking) found(kind string, k key, problem *fault.Error) {
	c.findings = append(c.findings, Finding{Kind: kind, Key: printable(k), Problem: problem})
}

func (c *checking) record(r kv.Reader, k key, record []byte) {
	what, parts, err := kindOf(k)
	if err != nil {
		c.found("", k, fault.Wrap(err, fault.Damaged, "store.check_unknown"))
		return
	}
	body := what.body()
	if err := decode(k, record, body); err != nil {
		c.found(what.name, k, fault.Wrap(err, fault.Damaged, "store.check_record", "kind", what.name))
		return
	}
	if what.needs != nil {
		c.needs(r, what, k, what.needs(parts, body))
	}
	switch body := body.(type) {
	case *keptConversation:
		c.endOfConversation()
		c.sequence = sequence{key: slices.Clone(k), last: body.Seq}
	case *keptTurn:
		c.sequence.add(parts[3].(int64), len(body.Events))
	case *File:
		c.file(k, *body)
	}
}

func (c *checking) needs(r kv.Reader, what kind, k key, needed []key) {
	for _, n := range needed {
		if r.Get(n) == nil {
			other, _, _ := kindOf(n)
			c.found(what.name, k, fault.New(fault.Damaged, "store.check_reference", "kind", what.name, "other", other.name))
		}
	}
}

func (c *checking) file(k key, file File) {
	info, err := c.store.files.root.Stat(file.ID)
	if err != nil || info.Size() != file.Size {
		c.found(fileKind.name, k, fault.Wrap(err, fault.Damaged, "store.check_file", "name", file.Name))
	}
}

// sequence follows the numbers of a conversation's events, whose rows come right behind its card.
type sequence struct {
	key  key   // of the card; nil before the first
	last int64 // number of the last event, as the card says
	seen int64 // number of the last event read
	bad  bool
}

func (q *sequence) add(first int64, events int) {
	if first != q.seen+1 {
		q.bad = true
	}
	q.seen = first + int64(events) - 1
}

func (c *checking) endOfConversation() {
	if q := c.sequence; q.key != nil && (q.bad || q.seen != q.last) {
		c.found(conversationKind.name, q.key, fault.New(fault.Damaged, "store.check_sequence", "last", q.last, "seen", q.seen))
	}
}
