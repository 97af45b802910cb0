// Okienko: one file to run, one folder to keep. This file holds configuration and wiring; no logic.
package main

//go:generate go tool templ generate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/pkg/browser"

	"okienko/builder"
	"okienko/builder/cli"
	"okienko/runtime"
	"okienko/runtime/fault"
	"okienko/runtime/hub"
	"okienko/runtime/spawn"
	"okienko/runtime/store"
	"okienko/views/words"
)

// version is stamped by the linker: -ldflags "-X main.version=1.0.0".
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx = words.With(ctx, cli.Language())
	err := cli.Run(ctx, version, os.Args[1:], os.Stdin, os.Stdout, func(g cli.Grammar) error {
		m := Main{Config: Config{Grammar: g, Out: os.Stdout}}
		return m.Run(ctx)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, cli.Explain(ctx, err))
		os.Exit(cli.Status(err))
	}
}

// Config is everything that a server can be told.
type Config struct {
	cli.Grammar
	Out io.Writer        // for the person at the terminal
	Now func() time.Time // nil means the clock
}

// Main is a whole server. Tests start it on port 0 in a temporary folder.
type Main struct {
	Config
	Ready    chan struct{} // if set, closed once URL and SetupURL are known and requests are answered
	URL      string
	SetupURL string // the one-time link of the wizard; empty where an owner exists
}

// Run serves until ctx ends, then stops gracefully: turns are finished, streams are told to reconnect.
func (m *Main) Run(ctx context.Context) error {
	s, err := store.Open(ctx, m.Data, store.Options{Now: m.Now})
	if err != nil {
		return err
	}
	defer s.Close()
	listener, err := net.Listen("tcp", m.Listen)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "fault.cli_listen", "address", m.Listen)
	}
	defer listener.Close()
	m.URL = cli.PublicURL(m.PublicURL, localAddress(m.Listen, listener))

	proxies, err := cli.Networks(m.Serve.TrustProxy)
	if err != nil {
		return err
	}
	events, figures := hub.New(), runtime.NewRegistry()
	host := runtime.New(runtime.Config{
		Store: s, Hub: events, Now: m.Now, PublicURL: m.URL, DataDir: m.Data, Metrics: figures, Proxies: proxies,
	})
	defer host.Close()
	owner, err := builder.New(builder.Config{
		Store: s, Host: host, Hub: events, Now: m.Now, PublicURL: m.URL,
		TrustProxy: m.Serve.TrustProxy, AllowHosts: m.Serve.AllowHosts, Version: version,
	})
	if err != nil {
		return err
	}
	control, err := m.control(cli.Target{Store: s, Dir: m.Data, PublicURL: m.URL, Published: host.Published})
	if err != nil {
		return err
	}
	defer control.Close()

	server := &http.Server{
		Handler:           m.mount(host, owner, runtime.Metrics(figures, m.Serve.MetricsToken)),
		ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10,
	}
	failed := make(chan error, 1)
	spawn.Go("http", func() { failed <- server.Serve(listener) })
	if err := m.greet(ctx, owner); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return m.stop(ctx, server, host, owner)
	}
}

// mount gives customers' routes to the host and all others to the builder. What watches the server may ask
// under any name.
func (m *Main) mount(host *runtime.Host, owner, figures http.Handler) http.Handler {
	mux := http.NewServeMux()
	for _, path := range runtime.Paths {
		mux.Handle(path, runtime.Doorplate(m.PublicURL, m.Listen, host))
	}
	mux.Handle("GET /healthz", host.Health())
	mux.Handle("GET /metrics", figures)
	mux.Handle("/", runtime.Doorplate(m.PublicURL, m.Listen, owner))
	return mux
}

func (m *Main) control(on cli.Target) (*http.Server, error) {
	listener, err := cli.Control(m.Data)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("POST /{name}", cli.Handler(on))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	spawn.Go("control", func() { _ = server.Serve(listener) })
	return server, nil
}

func (m *Main) greet(ctx context.Context, owner *builder.Builder) error {
	link, err := owner.SetupPath(ctx)
	if err != nil {
		return err
	}
	m.say(ctx, "cli.listening", "url", m.URL)
	open := m.URL
	if link != "" {
		m.SetupURL = m.URL + link
		open = m.SetupURL
		m.say(ctx, "cli.setup_link", "url", m.SetupURL)
	}
	m.say(ctx, "cli.stop_hint", "dir", m.Data)
	if m.PublicURL != "" && !strings.HasPrefix(m.PublicURL, "https://") {
		m.say(ctx, "cli.plain_http")
	}
	if m.Ready != nil {
		close(m.Ready)
	}
	if !m.Serve.NoBrowser {
		browser.Stdout, browser.Stderr = io.Discard, io.Discard
		spawn.Go("browser", func() { _ = browser.OpenURL(open) })
	}
	return nil
}

func (m *Main) stop(ctx context.Context, server *http.Server, host *runtime.Host, owner *builder.Builder) error {
	const patience = 10 * time.Second
	m.say(ctx, "cli.stopping")
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	host.Farewell()
	owner.Stop()
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	m.say(ctx, "cli.stopped")
	return err
}

func (m *Main) say(ctx context.Context, key string, args ...any) {
	if m.Out != nil {
		fmt.Fprintln(m.Out, words.T(ctx, key, args...))
	}
}

// localAddress is the address as configured, with the port that the system chose for port 0.
func localAddress(configured string, listener net.Listener) string {
	host, _, err := net.SplitHostPort(configured)
	if err != nil {
		return configured
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return net.JoinHostPort(host, port)
}
