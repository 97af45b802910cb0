package store

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"okienko/runtime/fault"
)

const (
	longestLine = 64 << 20 // bytes; a bot with ten thousand entries takes a tenth of it
	importGroup = 500      // records in one commit
)

// Imported says what an import did.
type Imported struct {
	Added   int // records
	Present int // records that were here already and stay as they were
	Files   int // uploaded files added
}

// Import adds what an export holds and this store lacks; what is here stays as it is. It reads everything
// twice: before anything is written each line is checked, and one that is damaged, of an unknown kind or of
// a newer format refuses the whole import with the number of its line. Broken off, it can be run again.
func (s *Store) Import(ctx context.Context, r io.ReadSeeker) (Imported, error) {
	if err := readLines(ctx, r, &lineChecker{}); err != nil {
		return Imported{}, err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return Imported{}, err
	}
	adding := &importer{ctx: ctx, store: s, added: map[string]bool{}}
	if err := readLines(ctx, r, adding); err != nil {
		return adding.done, s.inWords(err)
	}
	return adding.done, nil
}

// lineReader gets the lines of an export one by one, decoded, and the record of each line that has one.
type lineReader interface {
	line(l line, rec *importRecord) error
	end() error
}

// importRecord is a record as an export has it.
type importRecord struct {
	kind  kind
	key   key
	parts []any
	body  json.RawMessage
	value any // pointer to the kind's type
}

// readLines reads an export to its end. An error that is not yet in words is about a line.
func readLines(ctx context.Context, r io.Reader, to lineReader) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), longestLine)
	for number := 1; lines.Scan(); number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		l, rec, err := readLine(lines.Bytes())
		if err == nil {
			err = to.line(l, rec)
		}
		if err != nil {
			return lineTrouble(err, number)
		}
	}
	if err := lines.Err(); err != nil {
		return fault.Wrap(err, fault.Invalid, "store.import_unreadable")
	}
	return to.end()
}

func lineTrouble(err error, number int) error {
	if _, inWords := errors.AsType[*fault.Error](err); inWords {
		return err
	}
	return fault.Wrap(err, fault.Invalid, "store.import_line", "line", number)
}

func readLine(raw []byte) (line, *importRecord, error) {
	var l line
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil || l.Kind == "" {
		return l, nil, err
	}
	rec, err := readRecord(l)
	return l, rec, err
}

// readRecord builds the key and reads the body into its type, which is what proves that it fits.
func readRecord(l line) (*importRecord, error) {
	what, known := kindNamed(l.Kind)
	if !known {
		return nil, errors.New("unknown kind " + l.Kind)
	}
	k, parts, err := keyFromExport(what, l.Key)
	if err != nil {
		return nil, err
	}
	rec := &importRecord{kind: what, key: k, parts: parts, value: what.body()}
	if len(l.Body) == 0 || bytes.Equal(l.Body, []byte("null")) {
		return rec, nil
	}
	rec.body = append(rec.body, l.Body...)
	return rec, json.Unmarshal(l.Body, rec.value)
}

// lineChecker is the first reading: it writes nothing.
type lineChecker struct {
	started bool
	ended   bool
	seen    exportEnd
	file    string
}

func (c *lineChecker) line(l line, rec *importRecord) error {
	switch {
	case !c.started:
		c.started = true
		return checkHeader(l)
	case c.ended:
		return errors.New("a line behind the last")
	case l.End != nil:
		c.ended = true
		if *l.End != c.seen {
			return errors.New("the last line counts other numbers than were read")
		}
	case rec != nil:
		c.seen.Records++
	case l.File != "":
		if l.File != c.file {
			c.seen.Files++
		}
		c.file = l.File
		return checkFileName(l.File)
	default:
		return errors.New("neither a record nor a piece of a file")
	}
	return nil
}

func (c *lineChecker) end() error {
	if !c.ended {
		return fault.New(fault.Invalid, "store.import_cut_off")
	}
	return nil
}

func checkHeader(l line) error {
	switch {
	case l.Format > ExportFormat:
		return fault.New(fault.Newer, "store.import_newer", "format", l.Format, "known", ExportFormat)
	case l.Format < 1:
		return errors.New("not the first line of an export")
	}
	return nil
}
