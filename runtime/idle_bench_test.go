package runtime_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// holder is set in the process that plays the browsers, so that their memory is not counted.
const holder = "OKIENKO_HOLD_STREAMS"

func TestMain(m *testing.M) {
	if address := os.Getenv(holder); address != "" {
		if err := holdStreams(address, os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// BenchmarkIdleStreams reports how much memory an open window costs while nothing happens: 10,000 of them,
// or as many as the process may open files.
func BenchmarkIdleStreams(b *testing.B) {
	s := open(b)
	windows := min(10_000, mayOpen(b)-500)
	const each = 8
	var tokens []string
	for range windows / each {
		tokens = append(tokens, s.begin().Token)
	}
	before := resident(b)
	browsers := exec.Command(os.Args[0])
	browsers.Env = append(os.Environ(), holder+"="+s.path("/events?after=2"))
	browsers.Stderr = os.Stderr
	orders, err := browsers.StdinPipe()
	must(b, err)
	reports, err := browsers.StdoutPipe()
	must(b, err)
	must(b, browsers.Start())
	for _, token := range tokens {
		fmt.Fprintln(orders, strings.Repeat(token+" ", each))
	}
	fmt.Fprintln(orders)
	opened, err := bufio.NewReader(reports).ReadString('\n')
	must(b, err)
	after := resident(b)
	count, err := strconv.Atoi(strings.TrimSpace(opened))
	must(b, err)
	b.ReportMetric(float64(count), "streams")
	b.ReportMetric(float64(after-before)/float64(count)/1000, "kB/stream")
	b.ReportMetric(float64(after-before)/1e6, "MB")
	must(b, orders.Close())
	must(b, browsers.Wait())
}

// holdStreams opens a stream for each token it reads, until an empty line; it says how many and holds them
// until its input ends.
func holdStreams(address string, orders io.Reader, report io.Writer) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	lines := bufio.NewReader(orders)
	var held []net.Conn
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return err
		}
		tokens := strings.Fields(line)
		if len(tokens) == 0 {
			break
		}
		for _, token := range tokens {
			conn, err := openStream(u, token)
			if err != nil {
				return err
			}
			held = append(held, conn)
		}
	}
	fmt.Fprintln(report, len(held))
	_, _ = io.Copy(io.Discard, lines)
	return nil
}

func openStream(u *url.URL, token string) (net.Conn, error) {
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n\r\n", u.RequestURI(), u.Host, token)
	var head [12]byte
	if _, err := io.ReadFull(conn, head[:]); err != nil || string(head[9:]) != "200" {
		return nil, fmt.Errorf("%s: %w", head, err)
	}
	return conn, nil
}

// resident is what the process holds of the machine's memory after a collection, in bytes.
func resident(b *testing.B) int {
	b.Helper()
	debug.FreeOSMemory()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		b.Skip("needs /proc: ", err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	must(b, err)
	return pages * os.Getpagesize()
}

func mayOpen(b *testing.B) int {
	b.Helper()
	var limit syscall.Rlimit
	must(b, syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit))
	return int(limit.Cur)
}
