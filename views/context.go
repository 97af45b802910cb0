package views

import "context"

// Chrome is what every page of the owner's side shows around its content.
// The middleware fills it in; a page of nobody (sign-in, wizard) has only the look.
type Chrome struct {
	Shop     string // name
	Person   string // e-mail of who is signed in; "" for nobody
	Owns     bool   // may change what is the shop's
	Edits    bool   // may change bots
	Bot      string // id of the bot that the rail leads to; "" hides what belongs to a bot
	Waiting  int    // customers' messages that nobody has answered
	Theme    string // light, dark or "" for the system's
	Path     string // of this page, to come back to after switching language or theme
	Told     string // a sentence from the page before ("Zapisane"), shown once
	Insecure bool   // the password travels over plain http and not within this machine
}

type chromeKey struct{}
type requestKey struct{}

// WithChrome puts the surroundings of pages into the context.
func WithChrome(ctx context.Context, c Chrome) context.Context {
	return context.WithValue(ctx, chromeKey{}, c)
}

// ChromeOf is what WithChrome put there.
func ChromeOf(ctx context.Context) Chrome {
	c, _ := ctx.Value(chromeKey{}).(Chrome)
	return c
}

// WithRequest puts the number of the request, as the log has it, into the context.
func WithRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// Request is the number of the request, "" outside of one.
func Request(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}
