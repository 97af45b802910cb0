package store_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"okienko/runtime/store"
)

const (
	kills   = 50
	writers = 32
)

// TestNothingAcknowledgedIsLost kills a process in which 32 customers write, fifty times on one folder. This side
// keeps the list of what was acknowledged; after each kill every such message must be there once and in order.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	if dir := os.Getenv("OKIENKO_TEST_WRITE"); dir != "" {
		writeUntilKilled(dir)
		return
	}
	dir := t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	ref := story(t, s)
	for i := range writers {
		_, err := s.StartConversation(t.Context(), ref, [32]byte{100, byte(i)}, store.Turn{Conversation: store.Conversation{ID: writerID(i), Release: 1, Last: noon}})
		must(t, err)
	}
	must(t, s.Close())
	acknowledged := make([]int, writers)
	for round := range kills {
		writeAndKill(t, dir, acknowledged, 20+round*3)
		audit(t, dir, ref, acknowledged)
	}
	total := 0
	for _, n := range acknowledged {
		total += n
	}
	t.Logf("%d kills, %d messages acknowledged", kills, total)
}

func writerID(i int) string { return fmt.Sprintf("pisze-%02d", i) }

// writeAndKill runs a child until it has acknowledged so many messages and kills it in the middle of its work.
func writeAndKill(t *testing.T, dir string, acknowledged []int, messages int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestNothingAcknowledgedIsLost$")
	child.Env = append(os.Environ(), "OKIENKO_TEST_WRITE="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	lines := bufio.NewScanner(out)
	for seen := 0; lines.Scan(); seen++ {
		var writer, message int
		if _, err := fmt.Sscanf(lines.Text(), "ok %d %d", &writer, &message); err != nil {
			t.Fatalf("the child says %q", lines.Text())
		}
		if message != acknowledged[writer]+1 {
			t.Fatalf("writer %d acknowledged %d after %d", writer, message, acknowledged[writer])
		}
		acknowledged[writer] = message
		if seen == messages {
			must(t, child.Process.Kill())
		}
	}
	_ = child.Wait()
}

// audit opens the folder and compares it with what was acknowledged. One message more may be there: committed,
// but killed before it was acknowledged. From then on it counts, because the next child has read it.
func audit(t *testing.T, dir string, ref store.BotRef, acknowledged []int) {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.Options{})
	must(t, err)
	defer s.Close()
	isClean(t, s)
	for i, want := range acknowledged {
		events, err := s.Events(t.Context(), ref, writerID(i), 0, 0)
		must(t, err)
		if len(events) != want && len(events) != want+1 {
			t.Fatalf("writer %d: %d messages kept, %d acknowledged", i, len(events), want)
		}
		acknowledged[i] = len(events)
		for n, e := range events {
			if e.ID != fmt.Sprintf("m%d", n+1) {
				t.Fatalf("writer %d: message %d is %q", i, n+1, e.ID)
			}
		}
	}
}

// writeUntilKilled runs in the child. It ends by itself only if something goes wrong.
func writeUntilKilled(dir string) {
	s, err := store.Open(context.Background(), dir, store.Options{})
	if err != nil {
		fmt.Println("open:", err)
		return
	}
	var wait sync.WaitGroup
	var out sync.Mutex
	for i := range writers {
		wait.Go(func() { writeOn(s, i, &out) })
	}
	wait.Wait()
}

func writeOn(s *store.Store, i int, out *sync.Mutex) {
	ref := store.BotRef{Shop: "sklep", Bot: "asystent"}
	c, err := s.Conversation(context.Background(), ref, writerID(i))
	for err == nil {
		id := fmt.Sprintf("m%d", c.Seq+1)
		c.Last = c.Last.Add(time.Second)
		var done store.Turn
		done, err = s.CommitTurn(context.Background(), ref, store.Turn{Conversation: c, Message: id, Events: []store.Event{{At: c.Last, From: "visitor", Kind: "text", ID: id, Text: "wiadomość"}}})
		c = done.Conversation
		out.Lock()
		_, _ = io.WriteString(os.Stdout, fmt.Sprintf("ok %d %d\n", i, c.Seq))
		out.Unlock()
	}
	fmt.Println("writer", i, err)
}
