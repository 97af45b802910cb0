package runtime

import (
	"net/http"
	"strings"

	"okienko/views"
	"okienko/views/visitor"
	"okienko/views/words"
)

// pagePolicy lets a page of ours load only what is ours; pictures may come from where the owner has them.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' https: data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "

// chat is the hosted page: the same panel over the whole window, for a link or a QR code.
func (h *Host) chat(w http.ResponseWriter, r *http.Request) error {
	live, err := h.live(r.Context(), r.PathValue("bot"))
	if err != nil {
		return err
	}
	pageHeaders(w.Header(), ancestors(live.bot.Settings.Domains))
	ctx := words.With(r.Context(), live.bot.Language)
	look := h.look(live)
	views.Render(w, r.WithContext(ctx), http.StatusOK, visitor.Chat(visitor.ChatModel{
		Name: look.Name, Shop: look.Shop, Language: look.Language, Base: "/w/v1/" + look.Bot, Look: look, Privacy: look.Privacy,
	}))
	return nil
}

// demo is a shop that does not exist, with the line pasted as it is in a real one.
func (h *Host) demo(w http.ResponseWriter, r *http.Request) error {
	live, err := h.live(r.Context(), r.PathValue("bot"))
	if err != nil {
		return err
	}
	pageHeaders(w.Header(), "'self'")
	ctx := words.With(r.Context(), live.bot.Language)
	views.Render(w, r.WithContext(ctx), http.StatusOK, visitor.Demo(visitor.DemoModel{
		Bot: live.ref.Bot, Language: live.bot.Language, Snippet: Snippet(h.root(r), live.ref.Bot),
	}))
	return nil
}

// Snippet is the line that a shop pastes; root is the server's public address. Without JavaScript it leaves
// a link to the hosted page.
func Snippet(root, bot string) string {
	return `<script async src="` + root + `/widget.js?bot=` + bot + `"></script>` +
		`<noscript><a href="` + root + `/c/` + bot + `">Czat</a></noscript>`
}

// root is the public address from the configuration, or the one that this request came to.
func (h *Host) root(r *http.Request) string {
	if h.publicURL != "" {
		return h.publicURL
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

func pageHeaders(h http.Header, ancestors string) {
	h.Set("Content-Security-Policy", pagePolicy+ancestors)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
}

// ancestors are the pages that may show the hosted page in a frame.
func ancestors(domains []string) string {
	if len(domains) == 0 {
		return "*"
	}
	list := []string{"'self'"}
	for _, domain := range domains {
		if !strings.ContainsAny(domain, " ;,'\"\t\r\n") {
			list = append(list, domain)
		}
	}
	return strings.Join(list, " ")
}
