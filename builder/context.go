package builder

import (
	"context"
	"net/http"

	"okienko/runtime/store"
)

type (
	userKey struct{}
	shopKey struct{}
	refKey  struct{}
)

// who is the signed-in person; the zero User on routes for Anyone when nobody is.
func who(ctx context.Context) store.User {
	user, _ := ctx.Value(userKey{}).(store.User)
	return user
}

// shop is the signed-in person's shop.
func shop(ctx context.Context) store.Shop {
	s, _ := ctx.Value(shopKey{}).(store.Shop)
	return s
}

// ref is the bot of the path's {bot}: of the signed-in shop, checked before the handler ran.
func ref(ctx context.Context) store.BotRef {
	r, _ := ctx.Value(refKey{}).(store.BotRef)
	return r
}

func withPerson(ctx context.Context, user store.User, s store.Shop) context.Context {
	return context.WithValue(context.WithValue(ctx, userKey{}, user), shopKey{}, s)
}

// withBot puts the path's {bot} into the context. A bot of another shop is not there: fault.NotFound.
func (b *Builder) withBot(r *http.Request) (*http.Request, error) {
	id := r.PathValue("bot")
	if id == "" {
		return r, nil
	}
	found := store.BotRef{Shop: shop(r.Context()).ID, Bot: id}
	if _, err := b.Store.Bot(r.Context(), found); err != nil {
		return nil, err
	}
	return r.WithContext(context.WithValue(r.Context(), refKey{}, found)), nil
}
