package flow

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// ReadBlock reads one block; an unknown type or field is an error.
func ReadBlock(raw []byte) (Block, error) {
	var head struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, err
	}
	kind, ok := KindOf(head.Type)
	if !ok {
		return nil, fmt.Errorf("unknown type %q", head.Type)
	}
	block := kind.New()
	body, err := withoutType(raw)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(block); err != nil {
		return nil, fmt.Errorf("%s: %w", head.Type, err)
	}
	return block, nil
}

// WriteBlock writes one block with its type first.
func WriteBlock(b Block) ([]byte, error) {
	body, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	head, err := json.Marshal(b.Type())
	if err != nil {
		return nil, err
	}
	out := append([]byte(`{"type":`), head...)
	if len(body) > len("{}") {
		out = append(out, ',')
	}
	return append(out, body[1:]...), nil
}

func withoutType(raw []byte) ([]byte, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return nil, err
	}
	delete(members, "type")
	return json.Marshal(members)
}
