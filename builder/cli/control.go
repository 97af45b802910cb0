package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"okienko/runtime/fault"
	"okienko/runtime/outbound"
	"okienko/views/words"
)

// troubleTrailer carries the error of a relayed command, after what it printed.
const troubleTrailer = "Okienko-Trouble"

// Control listens on the folder's socket, which only the server's own user may reach; serve it with Handler.
func Control(dir string) (net.Listener, error) {
	socket := filepath.Join(dir, outbound.Socket)
	if err := os.Remove(socket); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return nil, fmt.Errorf("control socket: %w", err)
	}
	return listener, os.Chmod(socket, 0o600)
}

// Handler does the commands that arrive on the control socket.
func Handler(on Target) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := words.With(r.Context(), r.Header.Get("Accept-Language"))
		w.Header().Set("Trailer", troubleTrailer)
		c, err := decode(r.PathValue("name"), r.Body)
		if err == nil {
			err = c.Do(ctx, on, flushing{w, http.NewResponseController(w)})
		}
		if err != nil {
			trouble := fault.Of(err)
			data, _ := json.Marshal(wireTrouble{trouble.Code, Explain(ctx, err)})
			w.Header().Set(troubleTrailer, string(data))
		}
	})
}

type wireTrouble struct {
	Code fault.Code `json:"code"`
	Text string     `json:"text"`
}

type flushing struct {
	io.Writer
	controller *http.ResponseController
}

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	if err == nil {
		err = f.controller.Flush()
	}
	return n, err
}

// relay sends a command to the server that has the folder open and copies what it prints.
func relay(ctx context.Context, dir, name string, c Command, out io.Writer) error {
	body, err := json.Marshal(c)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://okienko/"+name, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Language", words.Language(ctx))
	response, err := outbound.Control(dir).Do(request)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "fault.cli_server_silent", "dir", dir)
	}
	defer response.Body.Close()
	if _, err := io.Copy(out, bufio.NewReader(response.Body)); err != nil {
		return fault.Wrap(err, fault.Unavailable, "fault.cli_server_silent", "dir", dir)
	}
	return troubleOf(response)
}

func troubleOf(response *http.Response) error {
	raw := response.Trailer.Get(troubleTrailer)
	if raw == "" {
		return nil
	}
	var trouble wireTrouble
	if err := json.Unmarshal([]byte(raw), &trouble); err != nil {
		return fmt.Errorf("trailer: %w", err)
	}
	return fault.New(trouble.Code, "fault.cli_relayed", "text", trouble.Text)
}

func isLocked(err error) bool {
	trouble, ok := errors.AsType[*fault.Error](err)
	return ok && (trouble.Key == "store.locked" || trouble.Key == "store.locked_by")
}
