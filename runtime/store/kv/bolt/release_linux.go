package bolt

import (
	"syscall"

	"go.etcd.io/bbolt"
)

// release lets the system forget which pages of the map this process has touched. The map is read-only and
// shared, so nothing can be lost; the transaction keeps it in place meanwhile.
func release(tx *bbolt.Tx) error {
	_, _, errno := syscall.Syscall(syscall.SYS_MADVISE, tx.DB().Info().Data, uintptr(tx.Size()), syscall.MADV_DONTNEED)
	if errno != 0 {
		return errno
	}
	return nil
}
