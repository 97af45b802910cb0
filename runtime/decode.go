package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"okienko/runtime/fault"
)

// maxRequest is how many bytes of JSON a customer may send: a text of MaxAnswer characters fits several times.
const maxRequest = 64 << 10

// decode reads one JSON object and nothing else: unknown members, wrong types and anything behind it are refused.
func decode(w http.ResponseWriter, r *http.Request, v any) error {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err != nil {
		return unreadable(err)
	}
	body = bytes.TrimSpace(body)
	if len(body) == 0 || body[0] != '{' || !utf8.Valid(body) {
		return fault.New(fault.Invalid, "host.json_object")
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		return misfit(err)
	}
	if decoder.More() {
		return fault.New(fault.Invalid, "host.json_object")
	}
	return nil
}

func unreadable(err error) error {
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return fault.New(fault.TooLarge, "host.too_large", "kilobytes", tooLarge.Limit>>10)
	}
	return fault.New(fault.Invalid, "host.json_broken") // the line broke; not worth a line in the log
}

// misfit says which member does not fit, as far as encoding/json tells.
func misfit(err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fault.New(fault.Invalid, "host.json_type", "name", wrong.Field).On(wrong.Field)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		name = strings.Trim(name, `"`)
		return fault.New(fault.Invalid, "host.json_unknown", "name", brief(name, 40)).On(brief(name, 40))
	}
	return fault.New(fault.Invalid, "host.json_broken")
}

// brief cuts a text for showing: at most that many characters.
func brief(text string, characters int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= characters {
		return text
	}
	return string([]rune(text)[:characters-1]) + "…"
}
