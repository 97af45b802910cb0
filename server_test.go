package main

import (
	"context"
	"testing"
	"time"

	"okienko/builder/cli"
	"okienko/views/words"
)

// serveHere runs a whole server in this process, as `okienko` does, until the test ends or stop is called.
func serveHere(t *testing.T, dir string) (m *Main, stop func()) {
	t.Helper()
	m = &Main{
		Config: Config{Grammar: cli.Grammar{Data: dir, Listen: "127.0.0.1:0", Serve: cli.Serve{NoBrowser: true}}},
		Ready:  make(chan struct{}),
	}
	ctx, cancel := context.WithCancel(words.With(context.Background(), "pl"))
	ended := make(chan error, 1)
	go func() { ended <- m.Run(ctx) }()
	select {
	case <-m.Ready:
	case err := <-ended:
		t.Fatalf("the server did not start: %v", err)
	}
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("the server stopped with %v", err)
			}
		case <-time.After(30 * time.Second):
			t.Error("the server does not stop")
		}
	}
	t.Cleanup(stop)
	return m, stop
}
