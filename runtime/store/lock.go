package store

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"okienko/runtime/fault"
)

const (
	lockWait  = time.Second // a process that is just ending gets this long to let go
	lockRetry = 50 * time.Millisecond
)

// folderLock is a lock of the operating system on a file that holds the pid of its owner. The lock ends
// with the process, however it ends; the file stays and means nothing without the lock.
type folderLock struct {
	file *os.File
}

// lockFolder takes the folder or says which process has it.
func lockFolder(ctx context.Context, dir string) (*folderLock, error) {
	path := filepath.Join(dir, lockName)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "store.no_folder", "folder", dir)
	}
	for deadline := time.Now().Add(lockWait); ; {
		err := tryLock(file)
		if err == nil {
			break
		}
		if time.Now().After(deadline) || ctx.Err() != nil {
			defer file.Close()
			return nil, inUse(err, dir, file)
		}
		time.Sleep(lockRetry)
	}
	writePid(file)
	return &folderLock{file}, nil
}

func inUse(err error, dir string, file *os.File) error {
	raw, _ := io.ReadAll(io.NewSectionReader(file, 0, 32))
	pid := strings.TrimSpace(string(raw))
	if pid == "" {
		return fault.Wrap(err, fault.Unavailable, "store.locked", "folder", dir)
	}
	return fault.Wrap(err, fault.Unavailable, "store.locked_by", "folder", dir, "pid", pid)
}

// writePid is for others' messages only: a full disk must not keep the shop closed for it.
func writePid(file *os.File) {
	_ = file.Truncate(0)
	_, _ = file.WriteAt(fmt.Appendf(nil, "%d\n", os.Getpid()), 0)
}

func (l *folderLock) release() error { return l.file.Close() }
