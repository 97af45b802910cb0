package outbound

import (
	"context"
	"net"
	"net/netip"
	"slices"
	"syscall"
	"time"

	"okienko/runtime/fault"
)

// inside are the addresses that are nobody's public server: one's own machine and network, a cloud's
// service, what other addresses are wrapped in (NAT64, 6to4, Teredo), documentation, multicast.
// Source: IANA's special-purpose registries for IPv4 and IPv6.
var inside = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
	"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "2002::/16",
	"3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, s := range list {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: 5 * time.Second, Resolver: c.config.Resolver}
	if !slices.Contains(c.config.Allow, address) {
		dialer.ControlContext = c.guard
	}
	return dialer.DialContext(ctx, network, address)
}

// guard sees the address that is about to be connected to, after any name was resolved: a name that
// points inside, and one that points elsewhere at each asking, are caught alike.
func (c *Client) guard(_ context.Context, _, address string, _ syscall.RawConn) error {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "host.outbound_address")
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || !c.public(ip) {
		return fault.New(fault.Invalid, "host.outbound_inside")
	}
	if !slices.Contains(c.config.Ports, port) {
		return fault.New(fault.Invalid, "host.outbound_port")
	}
	return nil
}

func (c *Client) public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	within := func(p netip.Prefix) bool { return p.Contains(ip) }
	return ip.IsValid() && !slices.ContainsFunc(inside, within) && !slices.ContainsFunc(c.config.Deny, within)
}
