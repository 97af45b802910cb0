package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// ExportFormat is the version of the lines of exports that this program writes.
const ExportFormat = 1

// line is one line of an export. The first has Format, the last Records and Files, the others either a record
// (Kind, Key, Body) or a piece of an uploaded file (File, Data), whose pieces come in order.
type line struct {
	Format  int             `json:"format,omitempty"`
	Created time.Time       `json:"created,omitzero"`
	Kind    string          `json:"kind,omitempty"`
	Key     []any           `json:"key,omitempty"` // texts, numbers, hashes as hex
	Body    json.RawMessage `json:"body,omitempty"`
	File    string          `json:"file,omitempty"`
	Data    []byte          `json:"data,omitempty"` // base64
	End     *exportEnd      `json:"end,omitempty"`
}

// exportEnd proves that nothing was cut off.
type exportEnd struct {
	Records int `json:"records"`
	Files   int `json:"files"`
}

// keyForExport writes hashes as hex.
func keyForExport(parts []any) []any {
	out := make([]any, len(parts))
	for i, p := range parts {
		if hash, ok := p.([32]byte); ok {
			p = hex.EncodeToString(hash[:])
		}
		out[i] = p
	}
	return out
}

// keyFromExport builds a key of a kind from its parts, read with json.Number.
func keyFromExport(what kind, exported []any) (key, []any, error) {
	var parts []any
	for _, p := range what.shape {
		if p > hashPart {
			continue
		}
		if len(parts) == len(exported) {
			return nil, nil, fmt.Errorf("the key of a %s has more parts", what.name)
		}
		value, err := partFromExport(p, exported[len(parts)])
		if err != nil {
			return nil, nil, err
		}
		parts = append(parts, value)
	}
	if len(parts) != len(exported) {
		return nil, nil, fmt.Errorf("the key of a %s has fewer parts", what.name)
	}
	return build(what.shape, parts), parts, nil
}

func partFromExport(p part, value any) (any, error) {
	number, isNumber := value.(json.Number)
	text, isText := value.(string)
	switch {
	case p == numberPart && isNumber:
		return number.Int64()
	case p == textPart && isText:
		return text, nil
	case p == hashPart && isText:
		raw, err := hex.DecodeString(text)
		if err != nil || len(raw) != 32 {
			return nil, fmt.Errorf("not a hash: %q", text)
		}
		return [32]byte(raw), nil
	}
	return nil, fmt.Errorf("a key can't have the part %v here", value)
}

func kindNamed(name string) (kind, bool) {
	for _, k := range kinds() {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}
