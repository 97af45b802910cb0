package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Browser stories run in one Chromium for the whole test binary, each in windows of its own that share
// nothing with those of other tests. OKIENKO_SHOTS=dir keeps screenshots.

// patience is how long a story waits for anything. It is never what a test measures.
const patience = 20 * time.Second

// chromium starts the one browser when the first story asks for it.
var chromium = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "pl"))
	if path := "/usr/bin/chromium"; exists(path) {
		options = append(options, chromedp.ExecPath(path))
	}
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(allocator)
	return ctx, chromedp.Do(ctx)
})

// TestMain closes the browser that stories have started.
func TestMain(m *testing.M) {
	code := m.Run()
	if started {
		ctx, _ := chromium()
		_ = chromedp.Cancel(ctx)
	}
	os.Exit(code)
}

var started bool // a story has asked for the browser; stories are not parallel

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

// tab is a browser's tab as a story uses it. Every method fails the test when it can't do its work.
type tab struct {
	*testing.T
	ctx      context.Context
	mu       sync.Mutex
	problems []string         // console errors, exceptions and violations of a content security policy
	expected []*regexp.Regexp // problems that belong to the story
	requests []string         // "GET http://…" of all requests, in order
}

// newTab opens a tab of 1440x900 in a fresh profile.
func newTab(t *testing.T) *tab {
	t.Helper()
	started = true
	browser, err := chromium()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return open(t, browser, chromedp.WithNewBrowserContext())
}

// beside opens another tab of the same person: storage is shared.
func (b *tab) beside() *tab {
	b.Helper()
	return open(b.T, b.ctx)
}

func open(t *testing.T, parent context.Context, options ...chromedp.ContextOption) *tab {
	t.Helper()
	b := &tab{T: t}
	ctx, cancel := chromedp.NewContext(parent, append(options, chromedp.WithListener(b.hear))...)
	t.Cleanup(cancel)
	b.ctx = ctx
	if err := chromedp.Do(ctx); err != nil { // the tab lives as long as the context of its first command
		t.Fatalf("browser: %v", err)
	}
	b.do(chromedp.EmulateViewport(1440, 900))
	call(b, log.Enable, cdp.Empty{})
	call(b, network.Enable, network.EnableParams{})
	t.Cleanup(b.complain)
	return b
}

// hear collects what the browser reports. It runs on the goroutine that reads the tab's messages.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *cdruntime.EventExceptionThrown:
		b.problems = append(b.problems, "exception: "+exception(e.ExceptionDetails))
	case *cdruntime.EventConsoleAPICalled:
		if e.Type == cdruntime.ConsoleAPICalledTypeError {
			b.problems = append(b.problems, "console: "+console(e.Args))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			b.problems = append(b.problems, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.Method+" "+e.Request.URL)
	}
}

func exception(d *cdruntime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

func console(args []*cdruntime.RemoteObject) string {
	var text []string
	for _, a := range args {
		text = append(text, fmt.Sprint(string(a.Value), a.Description))
	}
	return strings.Join(text, " ")
}

// expect says that problems which match the pattern belong to the story.
func (b *tab) expect(pattern string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.expected = append(b.expected, regexp.MustCompile(pattern))
}

func (b *tab) complain() {
	b.mu.Lock()
	defer b.mu.Unlock()
problems:
	for _, p := range b.problems {
		for _, e := range b.expected {
			if e.MatchString(p) {
				continue problems
			}
		}
		b.Errorf("the browser reports: %s", p)
	}
}

// asked are the requests so far whose "METHOD address" contains part.
func (b *tab) asked(part string) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var found []string
	for _, r := range b.requests {
		if strings.Contains(r, part) {
			found = append(found, r)
		}
	}
	return found
}

// shot keeps a screenshot where OKIENKO_SHOTS names a folder.
func (b *tab) shot(name string) {
	b.Helper()
	dir := os.Getenv("OKIENKO_SHOTS")
	if dir == "" {
		return
	}
	image := run(b, chromedp.CaptureScreenshot())
	if err := os.WriteFile(filepath.Join(dir, name+".png"), image, 0o644); err != nil {
		b.Fatal(err)
	}
}
