package store

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"okienko/runtime/fault"
	"okienko/runtime/store/kv"
)

var fileKind = newKind[File]("file", "sbsfs", "store.no_file").needing(needsBot)

func fileKey(ref BotRef, id string) key { return inBot(ref).mark('f').text(id) }

// SaveFile keeps an uploaded file. Its content is on disk before the record that names it, so a crash
// leaves at most a file that nothing names. The content never changes: an id is used once.
func (s *Store) SaveFile(ctx context.Context, ref BotRef, file File, content []byte) (File, error) {
	file.ID, file.At, file.Size = orNew(file.ID), orNow(file.At, s.now()), int64(len(content))
	if err := s.files.write(file.ID, content); err != nil {
		return File{}, err
	}
	err := s.update(ctx, func(tx kv.Tx) error {
		if _, err := get[Bot](tx, botKind, botKey(ref)); err != nil {
			return err
		}
		return put(tx, fileKey(ref, file.ID), file)
	})
	if err != nil {
		return File{}, errors.Join(err, s.files.remove(file.ID))
	}
	return file, nil
}

// File returns what is known of an uploaded file.
func (s *Store) File(ctx context.Context, ref BotRef, id string) (File, error) {
	return read(ctx, s, func(r kv.Reader) (File, error) {
		return get[File](r, fileKind, fileKey(ref, id))
	})
}

// OpenFile opens the content of an uploaded file; fault.NotFound if there is no such file,
// fault.Damaged if its record is there and its content is gone. The caller closes it.
func (s *Store) OpenFile(ctx context.Context, ref BotRef, id string) (io.ReadSeekCloser, File, error) {
	file, err := s.File(ctx, ref, id)
	if err != nil {
		return nil, File{}, err
	}
	content, err := s.files.open(id)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, File{}, fault.Wrap(err, fault.Damaged, "store.file_lost", "name", file.Name)
	}
	if err != nil {
		return nil, File{}, err
	}
	return content, file, nil
}
