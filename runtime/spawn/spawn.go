// Package spawn starts goroutines. It is the only place with a go statement, so that
// a panic in the background never ends the shop's chat (a test holds this rule).
package spawn

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync/atomic"
)

var panics atomic.Int64

// Go runs work in the background. A panic in it is logged with its stack and counted.
func Go(name string, work func()) {
	go func() {
		defer Recover(name)
		work()
	}()
}

// Recover, deferred, turns a panic into a log line and a count.
func Recover(name string) {
	if p := recover(); p != nil {
		panics.Add(1)
		slog.Error("panic in the background", "work", name, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	}
}

// Panics is how many panics were caught since the start.
func Panics() int64 { return panics.Load() }
