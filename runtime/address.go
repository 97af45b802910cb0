package runtime

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// sender is who is counted for a request: the address of the connection or, if that is a trusted proxy's,
// the right-most one in X-Forwarded-For that is not. Other headers can be made up and are not read.
func sender(r *http.Request, proxies []netip.Prefix) netip.Prefix {
	connection, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{} // a socket in the file system
	}
	ip := connection.Addr().Unmap().WithZone("")
	rest := strings.Join(r.Header.Values("X-Forwarded-For"), ",")
	for trusted(ip, proxies) && rest != "" {
		i := strings.LastIndexByte(rest, ',')
		hop, err := netip.ParseAddr(strings.TrimSpace(rest[i+1:]))
		if err != nil {
			break
		}
		ip, rest = hop.Unmap().WithZone(""), rest[:max(i, 0)]
	}
	return network(ip)
}

func trusted(ip netip.Addr, proxies []netip.Prefix) bool {
	return slices.ContainsFunc(proxies, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// network is what one customer is given: a single IPv4 address or an IPv6 /64.
func network(ip netip.Addr) netip.Prefix {
	bits := ip.BitLen()
	if ip.Is6() && !ip.IsLoopback() {
		bits = 64
	}
	return netip.PrefixFrom(ip, bits).Masked()
}
