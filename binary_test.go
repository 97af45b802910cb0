package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const ownerPassword = "bardzo-dlugie-haslo"

// binary builds the program as it is released, once for all tests of this package.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "okienko-binary-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "okienko")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
})

func mustBinary(tb testing.TB) string {
	tb.Helper()
	path, err := binary()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

// command runs a subcommand of the real binary to its end.
func command(tb testing.TB, dir, stdin string, args ...string) string {
	tb.Helper()
	c := exec.Command(mustBinary(tb), append(args, "--data", dir)...)
	c.Env = append(os.Environ(), "LANG=pl_PL.UTF-8")
	c.Stdin = strings.NewReader(stdin)
	var out, trouble bytes.Buffer
	c.Stdout, c.Stderr = &out, &trouble
	if err := c.Run(); err != nil {
		tb.Fatalf("okienko %s: %v\n%s%s", strings.Join(args, " "), err, out.String(), trouble.String())
	}
	return out.String()
}

type made struct {
	Shop, Bot, Snippet string
}

// setUp makes a shop with a published bot in dir.
func setUp(tb testing.TB, dir, template string) made {
	tb.Helper()
	out := command(tb, dir, ownerPassword+"\n", "setup", "--shop", "Kram", "--email", "ania@kram.pl", "--password-stdin", "--template", template, "--json")
	var m made
	if err := json.Unmarshal([]byte(out), &m); err != nil {
		tb.Fatalf("%v in %q", err, out)
	}
	return m
}

// process is a running server of the real binary.
type process struct {
	URL     string
	Started time.Duration // from exec to the line that says where it listens
	cmd     *exec.Cmd
}

func start(tb testing.TB, dir string) *process {
	tb.Helper()
	began := time.Now()
	c := exec.Command(mustBinary(tb), "--data", dir, "--listen", "127.0.0.1:0")
	c.Env = append(os.Environ(), "OKIENKO_NO_BROWSER=1", "LANG=pl_PL.UTF-8")
	stdout, err := c.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	var trouble bytes.Buffer
	c.Stderr = &trouble
	if err := c.Start(); err != nil {
		tb.Fatal(err)
	}
	p := &process{cmd: c}
	tb.Cleanup(p.kill)
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if _, url, ok := strings.Cut(lines.Text(), "Okienko działa: "); ok {
			p.URL, p.Started = url, time.Since(began)
			break
		}
	}
	if p.URL == "" {
		c.Wait()
		tb.Fatalf("the server did not start: %s", trouble.String())
	}
	drain := stdout
	go io.Copy(io.Discard, drain)
	return p
}

// kill ends the process as a power cut would: no chance to finish anything.
func (p *process) kill() {
	p.cmd.Process.Signal(syscall.SIGKILL)
	p.cmd.Wait()
}

// stop ends the process as an operator would.
func (p *process) stop(tb testing.TB) {
	tb.Helper()
	p.cmd.Process.Signal(syscall.SIGTERM)
	if err := p.cmd.Wait(); err != nil {
		tb.Errorf("stop: %v", err)
	}
}

// resident is the process's resident memory in bytes: all, and the part that no file backs.
func (p *process) resident(tb testing.TB) (all, anonymous int64) {
	tb.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		tb.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		var kb int64
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kb); n == 1 {
			all = kb << 10
		}
		if n, _ := fmt.Sscanf(line, "RssAnon: %d kB", &kb); n == 1 {
			anonymous = kb << 10
		}
	}
	return all, anonymous
}

// customer talks to the widget API as the panel does.
type customer struct {
	client *http.Client
	base   string // URL/w/v1/BOT
	token  string
}

type wireEvent struct {
	Seq  int64  `json:"seq"`
	From string `json:"from"`
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Text string `json:"text"`
}

func (c *customer) begin() error {
	var answer struct {
		Token string `json:"token"`
	}
	if err := c.call("POST", "/conversations", map[string]any{}, http.StatusCreated, &answer); err != nil {
		return err
	}
	c.token = answer.Token
	return nil
}

// say posts a message; nil means that it was acknowledged.
func (c *customer) say(id, text string) ([]wireEvent, error) {
	var answer struct {
		Events []wireEvent `json:"events"`
	}
	err := c.call("POST", "/messages", map[string]any{"id": id, "text": text}, http.StatusOK, &answer)
	return answer.Events, err
}

func (c *customer) history() ([]wireEvent, error) {
	var answer struct {
		Events []wireEvent `json:"events"`
	}
	err := c.call("GET", "/events?after=0", nil, http.StatusOK, &answer)
	return answer.Events, err
}

func (c *customer) call(method, path string, body any, want int, answer any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, c.base+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	response, err := c.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != want {
		return fmt.Errorf("%s %s: %d %s", method, path, response.StatusCode, raw)
	}
	return json.Unmarshal(raw, answer)
}
