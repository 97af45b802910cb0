package store

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"okienko/runtime/fault"
)

// Limits of a backup: a file that somebody sends as a backup must not fill the disk or the memory.
const (
	mostEntries  = 100_000
	mostUnpacked = 1 << 40 // bytes
	mostRatio    = 200     // of unpacked to packed size; databases are at about 4
	ratioFrom    = 16 << 20
	mostManifest = 64 << 20
)

// unpackBackup checks a backup and unpacks it into a new folder. It refuses whatever Backup would not write.
func unpackBackup(ctx context.Context, backup, into string) (Manifest, error) {
	packed, err := zip.OpenReader(backup)
	if err != nil {
		return Manifest{}, notBackup(err, backup)
	}
	defer packed.Close()
	entries, err := checkEntries(packed.File)
	if err != nil {
		return Manifest{}, notBackup(err, backup)
	}
	manifest, err := readManifest(entries)
	if err != nil {
		return manifest, notBackup(err, backup)
	}
	if err := os.MkdirAll(filepath.Join(into, filesName), 0o700); err != nil {
		return manifest, err
	}
	root, err := os.OpenRoot(into)
	if err != nil {
		return manifest, err
	}
	defer root.Close()
	for _, file := range manifest.Files {
		if err := ctx.Err(); err != nil {
			return manifest, err
		}
		if err := unpackOne(root, entries[file.Name], file); err != nil {
			return manifest, damagedBackup(err, backup)
		}
	}
	return manifest, nil
}

// notBackup keeps what is in words already, such as a newer format.
func notBackup(err error, backup string) error {
	if _, inWords := errors.AsType[*fault.Error](err); inWords {
		return err
	}
	return fault.Wrap(err, fault.Invalid, "store.not_backup", "file", backup)
}

func damagedBackup(err error, backup string) error {
	if full := inWordsOfDisk(err); fault.Is(full, fault.Full) {
		return full
	}
	return fault.Wrap(err, fault.Damaged, "store.backup_damaged", "file", backup)
}

// checkEntries looks at the list of the zip before anything is read from it.
func checkEntries(files []*zip.File) (map[string]*zip.File, error) {
	if len(files) > mostEntries {
		return nil, fmt.Errorf("%d files", len(files))
	}
	entries := make(map[string]*zip.File, len(files))
	var packed, unpacked uint64
	for _, f := range files {
		if err := checkEntryName(f); err != nil {
			return nil, err
		}
		if entries[f.Name] != nil {
			return nil, fmt.Errorf("%q is in it twice", f.Name)
		}
		entries[f.Name] = f
		if f.UncompressedSize64 > mostUnpacked {
			return nil, fmt.Errorf("%q is too large", f.Name)
		}
		packed, unpacked = packed+f.CompressedSize64, unpacked+f.UncompressedSize64
	}
	if unpacked > mostUnpacked || unpacked > ratioFrom && unpacked/mostRatio > packed {
		return nil, fmt.Errorf("%d bytes unpack to %d", packed, unpacked)
	}
	return entries, nil
}

// checkEntryName lets through the three names there are: the database, the manifest, an uploaded file.
func checkEntryName(f *zip.File) error {
	if !f.Mode().IsRegular() {
		return fmt.Errorf("%q is not a file", f.Name)
	}
	if f.Name == databaseName || f.Name == manifestName {
		return nil
	}
	name, isUpload := strings.CutPrefix(f.Name, filesName+"/")
	if !isUpload {
		return fmt.Errorf("%q does not belong in a backup", f.Name)
	}
	return checkFileName(name)
}

// readManifest returns the manifest, whose files are exactly the others in the zip.
func readManifest(entries map[string]*zip.File) (Manifest, error) {
	entry := entries[manifestName]
	if entry == nil || entries[databaseName] == nil {
		return Manifest{}, errors.New("no manifest or no database")
	}
	in, err := entry.Open()
	if err != nil {
		return Manifest{}, err
	}
	defer in.Close()
	var manifest Manifest
	if err := json.NewDecoder(io.LimitReader(in, mostManifest)).Decode(&manifest); err != nil {
		return Manifest{}, err
	}
	if manifest.Format > BackupFormat {
		return Manifest{}, fault.New(fault.Newer, "store.backup_newer", "format", manifest.Format, "known", BackupFormat)
	}
	if len(manifest.Files) != len(entries)-1 {
		return Manifest{}, errors.New("the manifest lists other files")
	}
	for _, f := range manifest.Files {
		if entry := entries[f.Name]; entry == nil || f.Name == manifestName || entry.UncompressedSize64 != uint64(f.Size) {
			return Manifest{}, fmt.Errorf("the manifest says otherwise about %q", f.Name)
		}
	}
	return manifest, nil
}

// unpackOne writes one file and compares its size and hash with the manifest's.
func unpackOne(root *os.Root, entry *zip.File, want ManifestFile) error {
	in, err := entry.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := root.OpenFile(want.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum), io.LimitReader(in, want.Size+1))
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return err
	}
	if size != want.Size || hex.EncodeToString(sum.Sum(nil)) != want.SHA256 {
		return fmt.Errorf("%q does not match the manifest", want.Name)
	}
	return nil
}
