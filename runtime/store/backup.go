package store

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
)

const manifestName = "manifest.json"

// Backup writes a zip of everything but the secret key while the store goes on working: okienko.db as it is
// at one moment, the uploaded files, and a manifest with their SHA-256. Everything acknowledged before the
// call is in it.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	copied, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer copied.remove()
	b := &backupWriter{ctx: ctx, zip: zip.NewWriter(w), manifest: Manifest{Format: BackupFormat, Created: s.now()}}
	if b.manifest.Counts, b.manifest.Damaged, err = count(ctx, copied.db); err != nil {
		return s.inWords(err)
	}
	return inWordsOfDisk(b.write(copied.path, s.files))
}

// BackupFile makes a backup in the data folder's backups and returns its path. It appears under its name
// once it is whole.
func (s *Store) BackupFile(ctx context.Context) (string, error) {
	name := filepath.Join(s.dir, backupsName, "okienko-"+s.now().Format("20060102-150405.000")+".zip")
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return "", inWordsOfDisk(err)
	}
	file, err := os.CreateTemp(filepath.Dir(name), "snapshot-*.tmp")
	if err != nil {
		return "", inWordsOfDisk(err)
	}
	err = s.Backup(ctx, file)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		return "", errors.Join(inWordsOfDisk(err), os.Remove(file.Name()))
	}
	return name, nil
}

// backupWriter writes one zip.
type backupWriter struct {
	ctx      context.Context
	zip      *zip.Writer
	manifest Manifest
}

func (b *backupWriter) write(database string, files *uploads) error {
	err := b.addFile(databaseName, func() (*os.File, error) { return os.Open(database) })
	if err != nil {
		return err
	}
	names, err := files.list()
	if err != nil {
		return err
	}
	for _, name := range names {
		err := b.addFile(path.Join(filesName, name), func() (*os.File, error) { return files.open(name) })
		if err != nil {
			return err
		}
	}
	out, err := b.zip.Create(manifestName)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(out).Encode(b.manifest); err != nil {
		return err
	}
	return b.zip.Close()
}

func (b *backupWriter) addFile(name string, open func() (*os.File, error)) error {
	file, err := open()
	if err != nil {
		return err
	}
	defer file.Close()
	return b.add(name, file)
}

// add copies one file into the zip and into the manifest.
func (b *backupWriter) add(name string, from io.Reader) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	out, err := b.zip.Create(name)
	if err != nil {
		return err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum), from)
	b.manifest.Files = append(b.manifest.Files, ManifestFile{Name: name, Size: size, SHA256: hex.EncodeToString(sum.Sum(nil))})
	return err
}
