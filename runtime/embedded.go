package runtime

import (
	"net/http"

	"okienko/runtime/store"
)

// noteEmbedding remembers that a page of another origin has begun a conversation: the owner's start page says
// so. It costs a read once per bot and process and a write once per bot; failing, it is tried again next time.
func (h *Host) noteEmbedding(r *http.Request, ref store.BotRef) {
	origin := r.Header.Get("Origin")
	if origin == "" || sameOrigin(r, origin) {
		return
	}
	if _, noted := h.embedded.Load(ref); noted {
		return
	}
	bot, err := h.store.Bot(r.Context(), ref)
	if err == nil && bot.Embedded.IsZero() {
		err = h.store.ChangeBot(r.Context(), ref, func(bot *store.Bot) { bot.Embedded = h.now() })
	}
	if err != nil {
		h.log.Warn("embedding not noted", "bot", ref.Bot, "error", err)
		return
	}
	h.embedded.Store(ref, true)
}
