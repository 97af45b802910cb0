package builder

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"

	"okienko/runtime"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) embedRoutes() []Route {
	return []Route{{Method: "GET", Pattern: "/bots/{bot}/embed", Role: store.Viewer, Handler: try(b.embed)}}
}

func (b *Builder) embed(w http.ResponseWriter, r *http.Request) error {
	ref := ref(r.Context())
	card, err := b.Store.Bot(r.Context(), ref)
	if err != nil {
		return err
	}
	draft, err := b.Store.Draft(r.Context(), ref)
	if err != nil {
		return err
	}
	views.Render(w, r, http.StatusOK, owner.Embed(owner.EmbedModel{
		Bot: ref.Bot, Snippet: runtime.Snippet(b.PublicURL, ref.Bot), Page: b.PublicURL + "/c/" + ref.Bot,
		Live: card.Release > 0, Domains: draft.Bot.Settings.Domains, Reachable: reachable(b.PublicURL),
	}))
	return nil
}

// reachable tells whether customers elsewhere can come to an address: it is not this machine's own name.
func reachable(publicURL string) bool {
	u, err := url.Parse(publicURL)
	if err != nil || u.Hostname() == "localhost" {
		return false
	}
	addr, err := netip.ParseAddr(u.Hostname())
	return err != nil || !net.IP(addr.AsSlice()).IsLoopback()
}
