package outbound

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"okienko/runtime/fault"
	"okienko/runtime/spawn"
)

// canary is a server on loopback that counts who connects.
func canary(t *testing.T, handler http.HandlerFunc) (port string, connects *atomic.Int64) {
	t.Helper()
	connects = new(atomic.Int64)
	server := httptest.NewUnstartedServer(handler)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connects.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	u, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return u.Port(), connects
}

func nothing(http.ResponseWriter, *http.Request) {}

func TestNoAddressInsideIsReached(t *testing.T) {
	t.Parallel()
	port, connects := canary(t, nothing)
	client := New(Config{Ports: []string{port, "80", "443"}, Resolver: stubResolver(t, nil)})
	hosts := []string{
		"127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "[::]", "[::1]", "[0:0:0:0:0:0:0:1]",
		"[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
		"[2001:0:7f00:1::]", "0.0.0.0", "0", "localhost", "localhost.", "LOCALHOST", "169.254.169.254", "[fd00:ec2::254]",
		"100.100.100.200", "10.0.0.1", "172.16.0.1", "192.168.1.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
		"[fc00::1]", "[fe80::1]", "[fe80::1%25lo]", "[ff02::1]", "127。0。0。1", "⑫7.0.0.1", "x@127.0.0.1", "x:y@localhost",
	}
	addresses := []string{
		"file:///etc/passwd", "gopher://127.0.0.1:" + port, "ftp://127.0.0.1:" + port, "http://", "//127.0.0.1:" + port, "127.0.0.1:" + port,
		"http://127.0.0.1:" + port + "#@shop.pl", "unix:///x", "http:127.0.0.1:" + port, "http:///127.0.0.1:" + port,
	}
	for _, host := range hosts {
		addresses = append(addresses, "http://"+host+":"+port+"/latest/meta-data/", "https://"+host+":"+port)
	}
	for _, address := range addresses {
		if answer, err := client.Do(t.Context(), Request{URL: address}); err == nil {
			t.Errorf("%s answered %d", address, answer.Status)
		}
	}
	if n := connects.Load(); n != 0 {
		t.Errorf("the canary saw %d connections", n)
	}
}

func TestNamesThatPointInside(t *testing.T) {
	t.Parallel()
	port, connects := canary(t, nothing)
	names := map[string][]string{
		"rebind.test.": {"127.0.0.1"}, "both.test.": {"127.0.0.1", "10.1.2.3"}, "six.test.": {"::1"}, "mapped.test.": {"::ffff:127.0.0.1"},
	}
	client := New(Config{Ports: []string{port}, Resolver: stubResolver(t, names)})
	for name := range names {
		_, err := client.Do(t.Context(), Request{URL: "http://" + strings.TrimSuffix(name, ".") + ":" + port})
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := connects.Load(); n != 0 {
		t.Errorf("the canary saw %d connections", n)
	}
}

func TestPortsAndOwnAddresses(t *testing.T) {
	t.Parallel()
	client := New(Config{Deny: prefixes("8.8.8.0/24")})
	for address, key := range map[string]string{
		"1.1.1.1:22": "host.outbound_port", "1.1.1.1:8080": "host.outbound_port", "8.8.8.8:443": "host.outbound_inside",
		"[::ffff:8.8.8.8]:443": "host.outbound_inside", "1.1.1.1:443": "", "[2606:4700::1111]:80": "",
	} {
		err := client.guard(t.Context(), "tcp", address, nil)
		if got := keyOf(err); got != key {
			t.Errorf("%s: %q, want %q", address, got, key)
		}
	}
}

func keyOf(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Key
}

func TestAllowedByExactHostAndPort(t *testing.T) {
	t.Parallel()
	port, _ := canary(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Header.Get("X-Shop")) })
	client := New(Config{Allow: []string{"127.0.0.1:" + port}})
	answer, err := client.Do(t.Context(), Request{URL: "http://127.0.0.1:" + port, Header: map[string]string{"X-Shop": "1"}})
	if err != nil || string(answer.Body) != "1" {
		t.Errorf("%q, %v", answer.Body, err)
	}
	if _, err := client.Do(t.Context(), Request{URL: "http://localhost:" + port}); !fault.Is(err, fault.Invalid) {
		t.Errorf("another name of the same address: %v", err)
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	inside, connects := canary(t, nothing)
	var hops atomic.Int64
	port, _ := canary(t, func(w http.ResponseWriter, r *http.Request) {
		hops.Add(1)
		http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusTemporaryRedirect)
	})
	client := New(Config{Allow: []string{"127.0.0.1:" + port}, Ports: []string{inside}})
	for _, to := range []string{"http://127.0.0.1:" + inside, "file:///etc/passwd", "//localhost:" + inside, "gopher://x", "http://u@127.0.0.1:" + port} {
		if _, err := client.Do(t.Context(), Request{URL: "http://127.0.0.1:" + port + "?to=" + url.QueryEscape(to)}); err == nil {
			t.Errorf("followed to %s", to)
		}
	}
	hops.Store(0)
	_, err := client.Do(t.Context(), Request{URL: "http://127.0.0.1:" + port + "?to=" + url.QueryEscape("?to=%3Fto%3D%253Fto%253D%25253Fto")})
	if keyOf(err) == "" && hops.Load() > maxRedirects+1 {
		t.Errorf("%d hops", hops.Load())
	}
	if n := connects.Load(); n != 0 {
		t.Errorf("the canary saw %d connections", n)
	}
}

func TestHeadersThatAreNotForOthersToSet(t *testing.T) {
	t.Parallel()
	client := New(Config{})
	for name, value := range map[string]string{
		"Host": "x", "content-length": "1", "Transfer-Encoding": "chunked", "Connection": "x", "Cookie": "a=b",
		"X-AWS-EC2-Metadata-Token": "x", "Metadata-Flavor": "Google", "X-A": "a\r\nX: b", "X B": "x", "": "x", "X:": "x",
	} {
		_, err := client.Do(t.Context(), Request{URL: "https://x.test", Header: map[string]string{name: value}})
		if keyOf(err) != "host.outbound_header" {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestFetchImage(t *testing.T) {
	t.Parallel()
	png := "\x89PNG\r\n\x1a\n" + strings.Repeat("x", 600)
	port, _ := canary(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		switch r.URL.Path {
		case "/logo.png":
			_, _ = io.WriteString(w, png)
		case "/page.png":
			_, _ = io.WriteString(w, "<svg onload=x>")
		case "/huge.png":
			for range maxImage/len(png) + 2 {
				_, _ = io.WriteString(w, png)
			}
		default:
			http.NotFound(w, r)
		}
	})
	client := New(Config{Allow: []string{"127.0.0.1:" + port}})
	for path, key := range map[string]string{
		"/logo.png": "", "/page.png": "host.outbound_no_image", "/huge.png": "host.outbound_too_long", "/gone.png": "host.outbound_status",
	} {
		content, mediaType, err := client.FetchImage(t.Context(), "http://127.0.0.1:"+port+path)
		if keyOf(err) != key || key == "" && (mediaType != "image/png" || string(content) != png) {
			t.Errorf("%s: %s, %v", path, mediaType, err)
		}
	}
}

func TestControl(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	listener, err := net.Listen("unix", filepath.Join(dir, Socket))
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) })}
	spawn.Go("control", func() { _ = server.Serve(listener) })
	t.Cleanup(func() { _ = server.Shutdown(context.Background()) })
	answer, err := Control(dir).Get("http://okienko/backup")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err != nil || string(body) != "/backup" {
		t.Errorf("%q, %v", body, err)
	}
}
