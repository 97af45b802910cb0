// Package cli holds the subcommands that work on the data folder. Each is a plain struct that says what to do;
// where a server already runs on the folder, the command is sent to it over its control socket
// and does there what it would have done here.
package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views/words"
)

// Command is one subcommand. Its fields travel as JSON.
type Command interface {
	// Do works on an open data folder and writes for a person to out.
	Do(ctx context.Context, on Target, out io.Writer) error
}

// Target is what a command works on.
type Target struct {
	Store     *store.Store
	Dir       string
	PublicURL string
	Published func(ctx context.Context, ref store.BotRef) error // told after a bot got a release
}

// commands are those that may be sent to a running server.
var commands = map[string]func() Command{
	"backup": func() Command { return &Backup{} },
	"check":  func() Command { return &Check{} },
	"export": func() Command { return &Export{} },
	"setup":  func() Command { return &Setup{} },
	"user":   func() Command { return &User{} },
}

// Perform does a command on the folder: itself, or through the server that has the folder open.
func Perform(ctx context.Context, dir, publicURL, name string, c Command, out io.Writer) error {
	s, err := store.Open(ctx, dir, store.Options{})
	if isLocked(err) {
		return relay(ctx, dir, name, c, out)
	}
	if err != nil {
		return err
	}
	defer s.Close()
	return c.Do(ctx, Target{Store: s, Dir: dir, PublicURL: publicURL}, out)
}

// Language is that of the terminal: Polish unless its locale says English.
func Language() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return "en"
			}
			return "pl"
		}
	}
	return "pl"
}

// Explain is an error as a sentence for the terminal.
func Explain(ctx context.Context, err error) string {
	trouble := fault.Of(err)
	text := words.Fault(ctx, trouble.Key, trouble.Args)
	if trouble.Code == fault.Internal && trouble.Cause != nil {
		text += "\n" + trouble.Cause.Error()
	}
	return text
}

func say(ctx context.Context, out io.Writer, key string, args ...any) {
	fmt.Fprintln(out, words.T(ctx, key, args...))
}

func decode(name string, body io.Reader) (Command, error) {
	make, ok := commands[name]
	if !ok {
		return nil, fault.New(fault.NotFound, "fault.cli_unknown_command", "name", name)
	}
	c := make()
	d := json.NewDecoder(body)
	d.DisallowUnknownFields()
	if err := d.Decode(c); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "fault.cli_unreadable")
	}
	return c, nil
}
