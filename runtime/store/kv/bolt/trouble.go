package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"okienko/runtime/store/kv"
)

// noRoom are the ways in which a system says that a file can't grow.
var noRoom = append([]error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}, systemNoRoom...)

// classify turns an error of bbolt into the one of package kv that says what it means; nil stays nil.
func classify(err error) error {
	switch {
	case err == nil, errors.Is(err, kv.ErrDamaged), errors.Is(err, kv.ErrBroken):
		return err
	case errors.Is(err, berrors.ErrMaxSizeReached), isWrite(err) && saysNoRoom(err):
		return fmt.Errorf("%w: %w", kv.ErrFull, err)
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("%w: %w", kv.ErrLocked, err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return fmt.Errorf("%w: %w", kv.ErrDamaged, err)
	}
	return fmt.Errorf("%w: %w", kv.ErrBroken, err)
}

func isFull(err error) bool { return errors.Is(err, kv.ErrFull) }

// isWrite tells a refused write or resize, after which the file is as it was, from a failed flush,
// after which nobody knows: bbolt returns the flush's error bare, or as text when the file grows.
func isWrite(err error) bool {
	_, isPath := errors.AsType[*fs.PathError](err)
	return isPath || strings.HasPrefix(err.Error(), "file resize error")
}

// saysNoRoom also reads the text, because bbolt passes on the error of a resize only as text.
func saysNoRoom(err error) bool {
	for _, e := range noRoom {
		if errors.Is(err, e) || strings.Contains(err.Error(), e.Error()) {
			return true
		}
	}
	return false
}

// guarded runs f and turns a panic into an error. It also catches reading outside the file through the map,
// which a damaged page can cause and which would otherwise end the process.
func guarded(work string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			slog.Error("panic in the store", "work", work, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			err = fromPanic(work, p)
		}
	}()
	return f()
}

// fromPanic tells a damaged file (a memory fault, a failed assertion of bbolt) from a mistake in the caller's function.
func fromPanic(work string, p any) error {
	_, isFault := p.(interface{ Addr() uintptr })
	if isFault || strings.HasPrefix(fmt.Sprint(p), "assertion failed") {
		return fmt.Errorf("%w: panic during %s: %v", kv.ErrDamaged, work, p)
	}
	return fmt.Errorf("kv: panic during %s: %v", work, p)
}
