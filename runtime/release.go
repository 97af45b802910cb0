package runtime

import (
	"context"
	"strings"

	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/nlu"
	"okienko/runtime/store"
)

// A bot's releases are decoded once: the live one of each bot, and the older ones that running
// conversations are bound to.
const (
	maxLive = 256
	maxOld  = 64
)

// release is a published bot ready to run. It is never changed.
type release struct {
	ref    store.BotRef
	number int
	bot    *flow.Bot
	shop   store.Shop
	files  map[string]store.File // its pictures, by id
	index  string                // name of the index of its entries
}

// live is the live release of a bot. A bot that is unknown and one that was never published are alike to customers.
func (h *Host) live(ctx context.Context, bot string) (*release, error) {
	if r, ok := h.current.get(bot); ok {
		return r, nil
	}
	unlock, err := h.locks.lock(ctx, "bot/"+bot)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if r, ok := h.current.get(bot); ok {
		return r, nil
	}
	return h.loadLive(ctx, bot)
}

func (h *Host) loadLive(ctx context.Context, bot string) (*release, error) {
	ref, err := h.store.BotAddress(ctx, bot)
	if err != nil {
		return nil, unpublished(err)
	}
	card, err := h.store.Bot(ctx, ref)
	if err != nil {
		return nil, unpublished(err)
	}
	if card.Release == 0 {
		return nil, fault.New(fault.NotFound, "host.no_bot")
	}
	r, err := h.load(ctx, ref, card.Release)
	if err != nil {
		return nil, err
	}
	h.current.put(bot, r)
	return r, nil
}

func unpublished(err error) error {
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.NotFound, "host.no_bot")
	}
	return err
}

// Published takes up a release that was just published; new conversations use it.
func (h *Host) Published(ctx context.Context, ref store.BotRef) error {
	unlock, err := h.locks.lock(ctx, "bot/"+ref.Bot)
	if err != nil {
		return err
	}
	defer unlock()
	h.current.drop(ref.Bot)
	_, err = h.loadLive(ctx, ref.Bot)
	return err
}

// release is the release that a conversation is bound to.
func (h *Host) release(ctx context.Context, ref store.BotRef, number int) (*release, error) {
	if r, ok := h.current.get(ref.Bot); ok && r.number == number && r.ref == ref {
		return r, nil
	}
	key := releaseKey{ref, number}
	if r, ok := h.old.get(key); ok {
		return r, nil
	}
	r, err := h.load(ctx, ref, number)
	if err == nil {
		h.old.put(key, r)
	}
	return r, err
}

type releaseKey struct {
	ref    store.BotRef
	number int
}

// load reads a release and opens its index in the background.
func (h *Host) load(ctx context.Context, ref store.BotRef, number int) (*release, error) {
	stored, err := h.store.Release(ctx, ref, number)
	if err != nil {
		return nil, err
	}
	shop, err := h.store.Shop(ctx, ref.Shop)
	if err != nil {
		return nil, err
	}
	bot := stored.Bot
	r := &release{ref: ref, number: number, bot: &bot, shop: shop, index: nlu.Name(nlu.KnowledgeOf(&bot))}
	r.files = h.Files(ctx, ref, &bot)
	h.indexes.warm(r.index, nlu.KnowledgeOf(&bot))
	return r, nil
}

// Files are a bot's uploaded pictures by id. One that is missing is left out: its words are shown in its place.
func (h *Host) Files(ctx context.Context, ref store.BotRef, bot *flow.Bot) map[string]store.File {
	files := map[string]store.File{}
	for _, f := range bot.Flows {
		for _, n := range f.Nodes {
			for _, b := range n.Blocks {
				h.addFile(ctx, ref, files, b)
			}
		}
	}
	return files
}

func (h *Host) addFile(ctx context.Context, ref store.BotRef, files map[string]store.File, b flow.Block) {
	image, ok := b.(*flow.SayImage)
	if !ok {
		return
	}
	id, ok := strings.CutPrefix(image.Source, fileMark)
	if !ok {
		return
	}
	file, err := h.store.File(ctx, ref, id)
	if err != nil {
		h.log.Warn("picture of a bot is missing", "bot", ref.Bot, "file", id, "error", err)
		return
	}
	files[id] = file
}
