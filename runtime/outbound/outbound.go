// Package outbound is the only one that opens a connection outwards (a test holds this rule), so that the
// guard against addresses inside the shop's own network stands in one place: in the dialer, after the
// name was resolved, for every connection and every redirect.
package outbound

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"okienko/runtime/fault"
)

const (
	maxRedirects = 3
	maxBody      = 1 << 20          // of an answer, unless the request says otherwise
	timeout      = 10 * time.Second // for everything: connecting, redirects, reading the answer
)

// Config is what the person who runs the server may open. The zero value opens only public addresses.
type Config struct {
	Allow    []string       // exact host:port inside the own network, e.g. "shop.internal:8081"
	Deny     []netip.Prefix // beside the built-in list: the server's own public addresses
	Ports    []string       // empty means 80 and 443
	Resolver *net.Resolver  // nil means the system's
}

// Client asks servers outside.
type Client struct {
	config Config
	http   *http.Client
}

// Request is one question to a server outside.
type Request struct {
	Method string // empty means GET
	URL    string // http or https
	Header map[string]string
	Body   []byte
	Limit  int64 // bytes of the answer; 0 means 1 MiB
}

// Response is its answer, whatever the status.
type Response struct {
	Status int
	Header http.Header
	Body   []byte
	URL    string // after redirects
}

// New makes a client.
func New(config Config) *Client {
	if len(config.Ports) == 0 {
		config.Ports = []string{"80", "443"}
	}
	c := &Client{config: config}
	c.http = &http.Client{
		Timeout:       timeout,
		CheckRedirect: checkRedirect,
		Transport: &http.Transport{ // no Proxy: one from the environment would dial for us, unguarded
			DialContext:            c.dial,
			ForceAttemptHTTP2:      true,
			MaxIdleConns:           16,
			IdleConnTimeout:        30 * time.Second,
			TLSHandshakeTimeout:    5 * time.Second,
			MaxResponseHeaderBytes: 64 << 10,
		},
	}
	return c
}

// Do asks and reads the whole answer. An address that is not allowed, a server that cannot be reached and an
// answer that is too long are errors for people; a status of 400 and above is not an error.
func (c *Client) Do(ctx context.Context, in Request) (Response, error) {
	request, err := build(ctx, in)
	if err != nil {
		return Response{}, err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return Response{}, explain(err)
	}
	defer answer.Body.Close()
	limit := in.Limit
	if limit == 0 {
		limit = maxBody
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, limit+1))
	if err != nil {
		return Response{}, explain(err)
	}
	if int64(len(body)) > limit {
		return Response{}, fault.New(fault.TooLarge, "host.outbound_too_long")
	}
	return Response{answer.StatusCode, answer.Header, body, answer.Request.URL.String()}, nil
}

func build(ctx context.Context, in Request) (*http.Request, error) {
	u, err := url.Parse(strings.TrimSpace(in.URL))
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "host.outbound_address")
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, in.Method, u.String(), bytes.NewReader(in.Body))
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "host.outbound_address")
	}
	request.Header.Set("User-Agent", "Okienko")
	for name, value := range in.Header {
		if !headerAllowed(name, value) {
			return nil, fault.New(fault.Invalid, "host.outbound_header", "name", name)
		}
		request.Header.Set(name, value)
	}
	return request, nil
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return fault.New(fault.Invalid, "host.outbound_address")
	}
	return nil
}

func checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) > maxRedirects {
		return fault.New(fault.Invalid, "host.outbound_redirects")
	}
	if before[len(before)-1].URL.Scheme == "https" && next.URL.Scheme != "https" {
		return fault.New(fault.Invalid, "host.outbound_address")
	}
	return checkURL(next.URL)
}

// forbidden are headers that change what is asked for or open a cloud's own service.
var forbidden = []string{
	"host", "content-length", "transfer-encoding", "connection", "cookie", "upgrade", "te", "trailer",
	"proxy-authorization", "metadata-flavor", "metadata", "x-google-metadata-request",
}

func headerAllowed(name, value string) bool {
	lower := strings.ToLower(name)
	return name != "" && !strings.ContainsAny(name, " \t\r\n:\x00") && !strings.ContainsAny(value, "\r\n\x00") &&
		!slices.Contains(forbidden, lower) && !strings.HasPrefix(lower, "x-aws-ec2-")
}

// explain keeps a fault from the guard and turns everything else into "not reached".
func explain(err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return fault.Of(err)
	}
	return fault.Wrap(err, fault.Unavailable, "host.outbound_unreachable")
}
