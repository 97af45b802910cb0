package flow

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"okienko/runtime/fault"
	"okienko/runtime/flow/upgrade"
)

// Read reads a bot file of this or an older format. An unknown member, a wrong type or a file of a
// newer Okienko is an error of package fault; what the bot means is checked by Validate, not here.
func Read(data []byte) (*Bot, error) {
	if len(data) > MaxBytes {
		return nil, fault.New(fault.TooLarge, "flow.read.too_large", "megabytes", MaxBytes>>20)
	}
	raw, err := upgrade.Upgrade(data)
	if newer, ok := errors.AsType[*upgrade.Newer](err); ok {
		return nil, fault.Wrap(err, fault.Newer, "flow.read.newer", "format", newer.Format, "ours", Format)
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "flow.read.not_a_bot")
	}
	bot := &Bot{}
	if err := strict(raw, bot); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "flow.read.malformed", "detail", err.Error())
	}
	return bot, nil
}

// Write writes a bot file that people can read and compare line by line.
func Write(bot *Bot) ([]byte, error) {
	compact, err := plain(bot)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// strict decodes one JSON value with nothing unknown in it and nothing after it.
func strict(data []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("more follows after the end")
	}
	return nil
}

// plain encodes without turning <, > and & into escapes, as people write these in texts.
func plain(from any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(from); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
