package store

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"

	"okienko/runtime/store/kv"
)

const exportPiece = 192 << 10 // bytes of a file in one line

// Export writes everything as lines of JSON that a person can read and Import takes back: a header, one line
// a record, the uploaded files, a last line that counts them. Sign-ins are left out: they work only with the
// secret key. Damaged records end the export with fault.Damaged.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	copied, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer copied.remove()
	buffered := bufio.NewWriterSize(w, 64<<10)
	e := &exporter{ctx: ctx, out: json.NewEncoder(buffered)}
	e.out.SetEscapeHTML(false)
	if err := e.all(s, copied.db); err != nil {
		return s.inWords(err)
	}
	return inWordsOfDisk(buffered.Flush())
}

type exporter struct {
	ctx context.Context
	out *json.Encoder
	end exportEnd
}

func (e *exporter) all(s *Store, db kv.DB) error {
	if err := e.out.Encode(line{Format: ExportFormat, Created: s.now()}); err != nil {
		return err
	}
	if err := db.View(e.ctx, e.records); err != nil {
		return err
	}
	if err := e.files(s.files); err != nil {
		return err
	}
	return e.out.Encode(line{End: &e.end})
}

func (e *exporter) records(r kv.Reader) error {
	for k, record := range r.Scan(nil, nil) {
		if err := e.ctx.Err(); err != nil {
			return err
		}
		what, parts, err := kindOf(k)
		if err != nil {
			return readable(what, k, errors.Join(errChecksum, err))
		}
		switch what.name {
		case signInKind.name, userSignInKind.name, questionCountKind.name:
			continue
		}
		body, err := unseal(k, record)
		if err != nil {
			return readable(what, k, err)
		}
		if err := e.out.Encode(line{Kind: what.name, Key: keyForExport(parts), Body: body}); err != nil {
			return err
		}
		e.end.Records++
	}
	return nil
}

func (e *exporter) files(files *uploads) error {
	names, err := files.list()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := e.file(files, name); err != nil {
			return err
		}
		e.end.Files++
	}
	return nil
}

// file writes an uploaded file in pieces; an empty file has one empty piece.
func (e *exporter) file(files *uploads, name string) error {
	file, err := files.open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	piece := make([]byte, exportPiece)
	for first := true; ; first = false {
		n, err := io.ReadFull(file, piece)
		if n > 0 || first {
			if err := e.out.Encode(line{File: name, Data: piece[:n]}); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
