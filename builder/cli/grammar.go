package cli

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"okienko/runtime/fault"
	"okienko/templates"
)

// Grammar is the command line: flags, then OKIENKO_* environment, nothing else.
type Grammar struct {
	Data      string `default:"okienko-data" env:"OKIENKO_DATA" type:"path" help:"Folder with everything that Okienko keeps."`
	PublicURL string `env:"OKIENKO_PUBLIC_URL" help:"Address under which customers reach Okienko, e.g. https://czat.twojsklep.pl."`
	Listen    string `default:":8080" env:"OKIENKO_LISTEN" help:"HOST:PORT to serve on."`

	Serve   Serve    `cmd:"" default:"withargs" help:"Serve (also without a command)."`
	Setup   Setup    `cmd:"" help:"Create shop, owner and bot without a browser, and publish the bot."`
	Backup  Backup   `cmd:"" help:"Write a backup, also while Okienko serves."`
	Restore Restore  `cmd:"" help:"Put a backup in the place of the data folder."`
	Export  Export   `cmd:"" help:"Write everything as readable JSON lines, also while Okienko serves."`
	Import  Import   `cmd:"" help:"Add from an export what the data folder lacks."`
	Check   Check    `cmd:"" help:"Read every record and tell what is damaged."`
	User    User     `cmd:"" help:"Give a person a new password."`
	NLU     NLU      `cmd:"" name:"nlu" help:"Commands about understanding; they need no data folder."`
	Version struct{} `cmd:"" help:"Print the version."`

	Licenses Licenses `cmd:"" help:"Print the licences of the language data, font, icons and scripts inside."`
}

// Serve is what only the server needs.
type Serve struct {
	NoBrowser    bool     `env:"OKIENKO_NO_BROWSER" help:"Don't open the browser."`
	TrustProxy   []string `env:"OKIENKO_TRUST_PROXY" help:"Networks (CIDR) of proxies whose X-Forwarded-For counts."`
	AllowHosts   []string `env:"OKIENKO_ALLOW_HOSTS" help:"Private HOST:PORT that images may be copied from."`
	MetricsToken string   `env:"OKIENKO_METRICS_TOKEN" help:"Bearer token for /metrics from other machines."`
}

// Run parses args and does what they say; serve is how main starts the server.
func Run(ctx context.Context, version string, args []string, in io.Reader, out io.Writer, serve func(Grammar) error) error {
	var g Grammar
	parser, err := kong.New(&g, kong.Name("okienko"), kong.Writers(out, out), kong.Exit(exit),
		kong.Description("A chatbot for a small online shop: one file to run, one folder to keep."),
		kong.Vars{"templates": strings.Join(slugs(), ", ")})
	if err != nil {
		return err
	}
	parsed, err := parser.Parse(args)
	parser.FatalIfErrorf(err)
	switch name, _, _ := strings.Cut(parsed.Command(), " "); name {
	case "serve":
		return serve(g)
	case "version":
		_, err := fmt.Fprintln(out, "okienko", version)
		return err
	case "licenses":
		return g.Licenses.Do(out)
	case "restore":
		return g.Restore.Do(ctx, g.Data, out)
	case "import":
		return g.Import.Do(ctx, g.Data, out)
	case "nlu":
		return g.NLU.Eval.Do(ctx, out)
	default:
		return g.perform(ctx, name, in, out)
	}
}

// The statuses with which the program ends.
const (
	failed  = 1
	misused = 2 // what was given to it does not fit
)

// Status is that of an error.
func Status(err error) int {
	if fault.Is(err, fault.Invalid) {
		return misused
	}
	return failed
}

// exit ends the program for the command line's parser, which has a status of its own for misuse.
func exit(status int) { os.Exit(min(status, misused)) }

func (g *Grammar) perform(ctx context.Context, name string, in io.Reader, out io.Writer) error {
	c := map[string]Command{"setup": &g.Setup, "user": &g.User, "backup": &g.Backup, "export": &g.Export, "check": &g.Check}[name]
	if asks, ok := c.(interface{ readPassword(io.Reader) error }); ok {
		if err := asks.readPassword(in); err != nil {
			return err
		}
	}
	return Perform(ctx, g.Data, PublicURL(g.PublicURL, g.Listen), name, c, out)
}

// PublicURL is where customers reach the server: as configured, else this machine by its port.
func PublicURL(configured, listen string) string {
	if configured != "" {
		return strings.TrimRight(configured, "/")
	}
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "http://localhost:8080"
	}
	if host == "" || host == "::" || host == "0.0.0.0" {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// Networks reads the trusted proxies: networks (10.0.0.0/8) or single addresses.
func Networks(list []string) ([]netip.Prefix, error) {
	networks := make([]netip.Prefix, 0, len(list))
	for _, text := range list {
		if address, err := netip.ParseAddr(text); err == nil {
			networks = append(networks, netip.PrefixFrom(address, address.BitLen()))
			continue
		}
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "fault.cli_network", "network", text)
		}
		networks = append(networks, network)
	}
	return networks, nil
}

func slugs() []string {
	var list []string
	for _, template := range templates.All() {
		list = append(list, template.Slug)
	}
	return list
}
