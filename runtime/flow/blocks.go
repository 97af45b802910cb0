package flow

import (
	"encoding/json"
	"fmt"
)

// Blocks are written as JSON objects with a "type" member.
type Blocks []Block

// UnmarshalJSON makes each block of its type; an unknown type or field is an error.
func (bs *Blocks) UnmarshalJSON(data []byte) error {
	var raws []json.RawMessage
	if err := json.Unmarshal(data, &raws); err != nil {
		return err
	}
	list := make(Blocks, len(raws))
	for i, raw := range raws {
		b, err := ReadBlock(raw)
		if err != nil {
			return fmt.Errorf("block %d: %w", i+1, err)
		}
		list[i] = b
	}
	*bs = list
	return nil
}

// MarshalJSON writes each block with its type first.
func (bs Blocks) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, b := range bs {
		raw, err := WriteBlock(b)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, raw...)
	}
	return append(out, ']'), nil
}

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
	if err := strict(body, block); err != nil {
		return nil, fmt.Errorf("%s: %w", head.Type, err)
	}
	return block, nil
}

// WriteBlock writes one block with its type first.
func WriteBlock(b Block) ([]byte, error) {
	body, err := plain(b)
	if err != nil {
		return nil, err
	}
	head, err := plain(b.Type())
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
	return plain(members)
}

// Clone copies a block, so that the copy may be changed.
func Clone(b Block) (Block, error) {
	raw, err := WriteBlock(b)
	if err != nil {
		return nil, err
	}
	return ReadBlock(raw)
}

// Packed is a block as a member of a JSON object.
type Packed struct{ Block }

// UnmarshalJSON makes the block of its type.
func (p *Packed) UnmarshalJSON(data []byte) (err error) {
	p.Block, err = ReadBlock(data)
	return err
}

// MarshalJSON writes the block with its type.
func (p Packed) MarshalJSON() ([]byte, error) { return WriteBlock(p.Block) }
