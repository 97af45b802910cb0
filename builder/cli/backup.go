package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"okienko/runtime/store"
)

// Backup writes one file from which everything can be restored, while the server goes on.
type Backup struct {
	To string `json:"to" arg:"" optional:"" help:"File to write (default: backups/ in the data folder)."`
}

// AfterApply makes the path absolute, because a server that does the work stands in another folder.
func (b *Backup) AfterApply() error {
	if b.To == "" {
		return nil
	}
	path, err := filepath.Abs(b.To)
	b.To = path
	return err
}

// Do writes to a temporary name and renames, so that a half-written backup never looks like one.
func (b *Backup) Do(ctx context.Context, on Target, out io.Writer) error {
	if b.To == "" {
		file, err := on.Store.BackupFile(ctx)
		if err != nil {
			return err
		}
		say(ctx, out, "cli.backup_done", "file", file)
		return nil
	}
	if err := writeWhole(b.To, func(w io.Writer) error { return on.Store.Backup(ctx, w) }); err != nil {
		return err
	}
	say(ctx, out, "cli.backup_done", "file", b.To)
	return nil
}

// Export writes everything as JSON lines that a person can read.
type Export struct {
	To string `json:"to" arg:"" help:"File to write."`
}

// AfterApply makes the path absolute, as for Backup.
func (e *Export) AfterApply() error {
	path, err := filepath.Abs(e.To)
	e.To = path
	return err
}

// Do writes the export as Backup does.
func (e *Export) Do(ctx context.Context, on Target, out io.Writer) error {
	err := writeWhole(e.To, func(w io.Writer) error { return on.Store.Export(ctx, w) })
	if err != nil {
		return err
	}
	say(ctx, out, "cli.export_done", "file", e.To)
	return nil
}

// Restore puts a backup in the place of the folder; the server must not be running.
type Restore struct {
	From string `arg:"" type:"existingfile" help:"Backup file made by okienko backup."`
}

// Do keeps the old folder under a dated name beside the new one.
func (r *Restore) Do(ctx context.Context, dir string, out io.Writer) error {
	restored, err := store.Restore(ctx, dir, r.From)
	if err != nil {
		return err
	}
	say(ctx, out, "cli.restore_done", "dir", dir)
	if restored.Old != "" {
		say(ctx, out, "cli.restore_kept", "dir", restored.Old)
	}
	return nil
}

// Import adds from an export what the folder lacks; nothing that is there is changed.
type Import struct {
	From string `arg:"" type:"existingfile" help:"File made by okienko export."`
}

// Do tells how many records were added and how many were there already.
func (i *Import) Do(ctx context.Context, dir string, out io.Writer) error {
	file, err := os.Open(i.From)
	if err != nil {
		return err
	}
	defer file.Close()
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	imported, err := s.Import(ctx, file)
	if err != nil {
		return err
	}
	say(ctx, out, "cli.import_done", "added", imported.Added, "files", imported.Files)
	return nil
}

func writeWhole(path string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".okienko-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := write(file); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
