// Package builder is the owner's half: the editor, knowledge, conversations, settings, and who may see them.
package builder

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"okienko/builder/auth"
	"okienko/runtime"
	"okienko/runtime/hub"
	"okienko/runtime/store"
)

// Config is what a Builder works with.
type Config struct {
	Store      *store.Store
	Host       *runtime.Host // runs drafts in trials
	Hub        *hub.Hub
	PublicURL  string           // without a slash at the end; https there makes cookies secure
	Now        func() time.Time // nil means the clock
	TrustProxy []string         // networks (CIDR) of proxies whose X-Forwarded-For counts
	AllowHosts []string         // private HOST:PORT that images may be copied from
	Version    string
	Gallery    http.HandlerFunc // views/gallery, for developers: every screen in every state; nil for none
}

// Builder is an http.Handler for the people of the shop.
type Builder struct {
	Config
	proxies  []netip.Prefix
	sessions *auth.Sessions
	limits   *auth.Limits
	trials   trials
	mux      *http.ServeMux
	handler  http.Handler
	setup    string // the one-time token of the wizard
	imports  imports
	found    sync.Map    // foundOverlaps by store.BotRef
	owned    atomic.Bool // an owner exists; never becomes false again
	stopping context.Context
	stop     context.CancelFunc
}

// New makes a Builder; an error means a configuration or a route table that cannot be served.
func New(c Config) (*Builder, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	b := &Builder{Config: c, limits: auth.NewLimits(), mux: http.NewServeMux(), setup: rand.Text()}
	b.stopping, b.stop = context.WithCancel(context.Background())
	b.sessions = &auth.Sessions{Store: c.Store, Now: c.Now, Secure: b.secure}
	for _, network := range c.TrustProxy {
		prefix, err := netip.ParsePrefix(network)
		if err != nil {
			return nil, fmt.Errorf("trusted proxy: %w", err)
		}
		b.proxies = append(b.proxies, prefix)
	}
	routes := b.routes()
	if err := checkRoutes(routes); err != nil {
		return nil, err
	}
	for _, route := range routes {
		b.mux.Handle(route.Method+" "+route.Pattern, b.guard(route))
	}
	b.handler = b.chain()
	return b, nil
}

// ServeHTTP answers one request of a person of the shop.
func (b *Builder) ServeHTTP(w http.ResponseWriter, r *http.Request) { b.handler.ServeHTTP(w, r) }

// Stop ends the live streams, so that a graceful stop need not wait for them.
func (b *Builder) Stop() { b.stop() }

// SetupPath is the one-time path of the wizard, "" once an owner exists.
func (b *Builder) SetupPath(ctx context.Context) (string, error) {
	owned, err := b.hasOwner(ctx)
	if err != nil || owned {
		return "", err
	}
	return "/setup/" + b.setup, nil
}

func (b *Builder) hasOwner(ctx context.Context) (bool, error) {
	if b.owned.Load() {
		return true, nil
	}
	owned, err := b.Store.HasOwner(ctx)
	if owned {
		b.owned.Store(true)
	}
	return owned, err
}

// secure tells whether the browser came by https: to this process, or to what stands before it.
func (b *Builder) secure(r *http.Request) bool {
	return r.TLS != nil || strings.HasPrefix(b.PublicURL, "https://")
}
