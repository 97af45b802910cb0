package edit

import (
	"bytes"
	"encoding/json"
	"errors"

	"okienko/runtime/fault"
)

// Ops are operations as JSON: [{"op": "rename_node", "id": "n1", "title": "Zwroty"}, ...].
type Ops []Op

func kinds() []func() Op {
	return []func() Op{
		func() Op { return &AddNode{} },
		func() Op { return &DeleteNode{} },
		func() Op { return &Move{} },
		func() Op { return &RenameNode{} },
		func() Op { return &Link{} },
		func() Op { return &Unlink{} },
		func() Op { return &AddBlock{} },
		func() Op { return &DeleteBlock{} },
		func() Op { return &MoveBlock{} },
		func() Op { return &SetBlock{} },
		func() Op { return &SetStart{} },
		func() Op { return &SetBot{} },
		func() Op { return &Paste{} },
		func() Op { return &Replace{} },
	}
}

// ReadOps reads operations; what is unknown or malformed is an error of package fault.
func ReadOps(data []byte) (Ops, error) {
	var ops Ops
	err := json.Unmarshal(data, &ops)
	if told, ok := errors.AsType[*fault.Error](err); ok {
		return nil, told
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "edit.malformed")
	}
	return ops, nil
}

// UnmarshalJSON makes each operation of its kind; an unknown member is an error.
func (ops *Ops) UnmarshalJSON(data []byte) error {
	var raws []json.RawMessage
	if err := json.Unmarshal(data, &raws); err != nil {
		return err
	}
	list := make(Ops, len(raws))
	for i, raw := range raws {
		op, err := readOp(raw)
		if err != nil {
			return err
		}
		list[i] = op
	}
	*ops = list
	return nil
}

// MarshalJSON writes each operation with its name.
func (ops Ops) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, op := range ops {
		body, err := json.Marshal(op)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, `{"op":"`+op.Name()+`"`...), separator(body)...)
		out = append(out, body[1:]...)
	}
	return append(out, ']'), nil
}

func separator(body []byte) string {
	if len(body) > len("{}") {
		return ","
	}
	return ""
}

func readOp(raw json.RawMessage) (Op, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return nil, err
	}
	var name string
	if err := json.Unmarshal(members["op"], &name); err != nil {
		return nil, err
	}
	delete(members, "op")
	body, err := json.Marshal(members)
	if err != nil {
		return nil, err
	}
	for _, make := range kinds() {
		op := make()
		if op.Name() != name {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(body))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(op); err != nil {
			return nil, err
		}
		return op, nil
	}
	return nil, fault.New(fault.Invalid, "edit.unknown_op", "op", name)
}
