package cli

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"okienko/runtime/fault"
)

// Secret is never printed.
type Secret string

// String hides the secret from logs and error messages.
func (Secret) String() string { return "[ukryte]" }

// Password comes by standard input, so that it stays out of shell histories and process lists.
type Password struct {
	Stdin  bool   `json:"-" name:"password-stdin" required:"" help:"Read the password from standard input."`
	Secret Secret `json:"password" kong:"-"`
}

func (p *Password) readPassword(in io.Reader) error {
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	p.Secret = Secret(strings.TrimRight(line, "\r\n"))
	if p.Secret == "" {
		return fault.New(fault.Invalid, "fault.cli_no_password")
	}
	return nil
}
