package bolt

import (
	"go.etcd.io/bbolt"

	"okienko/runtime/store/kv"
)

// commit writes a group in one transaction and tells each of its callers. When one fails after it wrote,
// the transaction is undone and the others run once more without it.
func (w *writer) commit(group []*update) {
	for len(group) > 0 {
		failed, err := w.attempt(group)
		if failed < 0 {
			finish(group, err)
			return
		}
		finish(group[failed:failed+1], nil)
		group = append(group[:failed], group[failed+1:]...)
	}
}

// finish tells the callers: err if the commit failed, else what their own function returned.
func finish(group []*update, err error) {
	for _, u := range group {
		if err != nil {
			u.err = err
		}
		close(u.result)
	}
}

// attempt runs the group in one transaction. It returns the index of an update that failed after writing,
// or -1 when the group is through, with the error of the commit.
func (w *writer) attempt(group []*update) (failed int, err error) {
	if w.broken != nil {
		return -1, w.broken
	}
	tx, err := w.bolt.Begin(true)
	if err != nil {
		return -1, closed(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	t, failed := runAll(tx, group)
	if failed >= 0 {
		return failed, nil
	}
	if !t.wrote {
		return -1, nil
	}
	return -1, w.sync(tx)
}

// runAll runs each function. One that fails before it wrote anything leaves nothing to undo, so the rest goes on.
func runAll(tx *bbolt.Tx, group []*update) (t *transaction, failed int) {
	t = &transaction{}
	wrote := false
	for i, u := range group {
		t.wrote = false
		u.err = runOne(tx, t, u.f)
		if u.err != nil && t.wrote {
			return t, i
		}
		wrote = wrote || t.wrote
	}
	t.wrote = wrote
	return t, -1
}

func runOne(tx *bbolt.Tx, t *transaction, f func(kv.Tx) error) error {
	return guarded("update", func() error {
		bucket := tx.Bucket(bucketName)
		bucket.FillPercent = fillPercent
		t.reader = reader{bucket}
		return f(t)
	})
}

// sync commits. What can't be trusted after it (a failed flush, a panic halfway) ends all writing.
func (w *writer) sync(tx *bbolt.Tx) error {
	err := classify(guarded("commit", tx.Commit))
	if err != nil && !isFull(err) {
		w.broken = err
	}
	return err
}
