package store

import (
	"bytes"
	"context"
	"os"

	"okienko/runtime/store/kv"
)

// importer is the second reading of an import: it adds what is missing.
type importer struct {
	ctx   context.Context
	store *Store
	added map[string]bool // keys of conversations that this import added
	group []*importRecord
	file  string // the upload whose pieces are being read
	bytes bytes.Buffer
	done  Imported
}

func (m *importer) line(l line, rec *importRecord) error {
	if l.File != m.file {
		if err := m.saveFile(); err != nil {
			return err
		}
		m.file = l.File
	}
	switch {
	case l.File != "":
		m.bytes.Write(l.Data)
	case rec != nil:
		if m.group = append(m.group, rec); len(m.group) == importGroup {
			return m.saveGroup()
		}
	}
	return nil
}

func (m *importer) end() error { return m.saveGroup() }

// saveGroup adds the records read so far in one commit.
func (m *importer) saveGroup() error {
	var added map[string]bool
	var done Imported
	err := m.store.update(m.ctx, func(tx kv.Tx) error {
		added, done = map[string]bool{}, m.done
		for _, rec := range m.group {
			fits, err := m.fits(tx, rec, added)
			if err != nil {
				return err
			}
			if !fits {
				done.Present++
				continue
			}
			if rec.kind.name == conversationKind.name {
				added[string(rec.key)] = true
			}
			done.Added++
			if err := tx.Put(rec.key, seal(rec.key, rec.body)); err != nil {
				return err
			}
			if rec.kind.name == questionKind.name { // they are counted anew
				if err := tx.Delete(questionCountKey(refOf(rec.parts))); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for k := range added {
		m.added[k] = true
	}
	m.done, m.group = done, m.group[:0]
	return nil
}

// fits reports whether a record is missing here and may be added. A conversation that was here before keeps
// its own turns, an e-mail stays with who has it, and the count of cases only grows.
func (m *importer) fits(tx kv.Tx, rec *importRecord, added map[string]bool) (bool, error) {
	switch value := rec.value.(type) {
	case *int:
		if rec.kind.name == questionCountKind.name {
			return false, nil
		}
		if rec.kind.name == caseCountKind.name {
			last, _, err := find[int](tx, caseCountKind, rec.key)
			return last < *value, err
		}
	case *User:
		holder, taken, err := find[userRef](tx, emailKind, emailKey(value.Email))
		if err != nil || taken && holder.User != value.ID {
			return false, err
		}
	}
	if tx.Get(rec.key) != nil {
		return false, nil
	}
	if card := conversationOf(rec); card != nil && tx.Get(card) != nil {
		return m.added[string(card)] || added[string(card)], nil
	}
	return true, nil
}

// conversationOf is the card of the conversation that a turn, a token, a timer or a place in the order belongs to.
func conversationOf(rec *importRecord) key {
	if rec.kind.needs == nil || rec.kind.name == conversationKind.name || rec.kind.name == caseKind.name {
		return nil
	}
	for _, k := range rec.kind.needs(rec.parts, rec.value) {
		if _, ok := k.parts(conversationKind.shape); ok {
			return k
		}
	}
	return nil
}

// saveFile writes the upload whose pieces were read, unless it is here.
func (m *importer) saveFile() error {
	defer m.bytes.Reset()
	if m.file == "" {
		return nil
	}
	if _, err := m.store.files.root.Lstat(m.file); err == nil || !os.IsNotExist(err) {
		return err
	}
	m.done.Files++
	return m.store.files.write(m.file, m.bytes.Bytes())
}
