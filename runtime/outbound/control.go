package outbound

import (
	"context"
	"net"
	"net/http"
	"path/filepath"
)

// Socket is the name, in the data folder, of the socket through which a running server takes commands.
const Socket = "control.sock"

// Control makes a client of the server that runs on a data folder; the host in its addresses does not
// matter. It has no time limit of its own: a backup may take long.
func Control(dir string) *http.Client {
	return &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			var dialer net.Dialer
			return dialer.DialContext(ctx, "unix", filepath.Join(dir, Socket))
		},
	}}
}
