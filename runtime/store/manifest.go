package store

import (
	"context"
	"time"

	"okienko/runtime/store/kv"
)

// BackupFormat is the version of the layout of backups that this program writes.
const BackupFormat = 1

// Manifest says what a backup holds. It is the last file in it.
type Manifest struct {
	Format  int              `json:"format"`
	Created time.Time        `json:"created"`
	Files   []ManifestFile   `json:"files"`
	Counts  map[string]int64 `json:"counts"`            // records by kind
	Damaged int64            `json:"damaged,omitempty"` // records whose checksum was wrong already
}

// ManifestFile is one file of a backup.
type ManifestFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// count reads every record of a database: how many of each kind there are and how many are damaged.
func count(ctx context.Context, db kv.DB) (counts map[string]int64, damaged int64, err error) {
	counts = map[string]int64{}
	err = db.View(ctx, func(r kv.Reader) error {
		for k, record := range r.Scan(nil, nil) {
			if err := ctx.Err(); err != nil {
				return err
			}
			what, _, err := kindOf(k)
			if err == nil {
				_, err = unseal(k, record)
			}
			if err != nil {
				damaged++
				continue
			}
			counts[what.name]++
		}
		return nil
	})
	return counts, damaged, err
}
