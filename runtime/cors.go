package runtime

import (
	"net/http"
	"net/url"
	"strings"

	"okienko/runtime/fault"
)

// allowOrigin lets pages of the bot's domains read the answers. The origin is a filter against strangers'
// pages, never a proof of anything: who asks without a browser writes what they like.
func allowOrigin(w http.ResponseWriter, r *http.Request, domains []string) error {
	h := w.Header()
	h.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if origin == "" || sameOrigin(r, origin) {
		return nil
	}
	if len(domains) > 0 && !listed(origin, domains) {
		return fault.New(fault.Forbidden, "host.origin")
	}
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Expose-Headers", "Retry-After")
	return nil
}

// sameOrigin is a page of this server: the hosted chat and the demo shop.
func sameOrigin(r *http.Request, origin string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host && origin == u.Scheme+"://"+u.Host
}

// listed compares whole origins. A domain without a scheme means https.
func listed(origin string, domains []string) bool {
	for _, domain := range domains {
		domain = strings.TrimSuffix(strings.ToLower(strings.TrimSpace(domain)), "/")
		if !strings.Contains(domain, "://") {
			domain = "https://" + domain
		}
		if origin == domain {
			return true
		}
	}
	return false
}

// preflight answers a browser that asks before it sends Authorization or JSON to another origin.
func (h *Host) preflight(w http.ResponseWriter, r *http.Request) error {
	bot, err := h.live(r.Context(), r.PathValue("bot"))
	if err != nil {
		return err
	}
	if err := allowOrigin(w, r, bot.bot.Settings.Domains); err != nil {
		return err
	}
	header := w.Header()
	header.Set("Access-Control-Allow-Methods", "GET, POST")
	header.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Last-Event-ID")
	header.Set("Access-Control-Max-Age", "7200")
	w.WriteHeader(http.StatusNoContent)
	return nil
}
