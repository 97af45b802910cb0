package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"okienko/builder"
	"okienko/runtime"
	"okienko/runtime/store"
)

// Setup does what the wizard does, without a browser: shop, owner, a bot from a template, its first release.
type Setup struct {
	Shop  string `json:"shop" required:"" help:"Name of the shop."`
	Email string `json:"email" required:"" help:"The owner's address, used to sign in."`
	Password
	Template  string `json:"template" default:"sklep" help:"Template: ${templates}."`
	Language  string `json:"language" default:"pl" enum:"pl,en" help:"Language of the panel: pl or en."`
	NoPublish bool   `json:"no_publish" help:"Leave the bot as a draft; the snippet works after publishing."`
	JSON      bool   `json:"as_json" name:"json" help:"Print {\"shop\", \"bot\", \"snippet\"}."`
}

// Do refuses where an owner exists.
func (s *Setup) Do(ctx context.Context, on Target, out io.Writer) error {
	made, err := builder.Setup(ctx, on.Store, builder.SetupForm{
		Shop: s.Shop, Email: s.Email, Password: string(s.Secret), Template: s.Template, Language: s.Language,
	})
	if err != nil {
		return err
	}
	ref := store.BotRef{Shop: made.Shop, Bot: made.Bot}
	if !s.NoPublish {
		if err := publish(ctx, on, ref, made.User); err != nil {
			return err
		}
	}
	snippet := runtime.Snippet(on.PublicURL, made.Bot)
	if s.JSON {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false) // the snippet is to be pasted as it stands
		return encoder.Encode(map[string]string{"shop": made.Shop, "bot": made.Bot, "snippet": snippet})
	}
	say(ctx, out, "cli.setup_done", "shop", made.Shop, "bot", made.Bot)
	if s.NoPublish {
		say(ctx, out, "cli.setup_draft")
	}
	fmt.Fprintln(out, snippet)
	return nil
}

// publish makes the first release, which a running server is told of.
func publish(ctx context.Context, on Target, ref store.BotRef, userID string) error {
	owner, err := on.Store.User(ctx, ref.Shop, userID)
	if err != nil {
		return err
	}
	if _, err := builder.PublishDraft(ctx, on.Store, ref, owner, ""); err != nil {
		return err
	}
	if on.Published == nil {
		return nil
	}
	return on.Published(ctx, ref)
}
