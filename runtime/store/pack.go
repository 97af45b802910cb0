package store

import (
	_ "embed"
	"errors"

	"github.com/klauspost/compress/s2"
)

// dictionary holds what bodies have in common: names of fields and frequent values. It is part of
// recordPacked: never change it, make a new format with another one.
//
//go:embed dictionary.txt
var dictionary []byte

var packing = s2.MakeDict(dictionary, nil)

// smallestPacked is the size from which packing pays.
const smallestPacked = 64

// pack returns a body in the smaller of its two forms, and which one that is.
func pack(body []byte) (format byte, packed []byte) {
	if len(body) < smallestPacked {
		return recordPlain, body
	}
	if packed = packing.Encode(nil, body); len(packed) < len(body) {
		return recordPacked, packed
	}
	return recordPlain, body
}

func unpack(format byte, body []byte) ([]byte, error) {
	if format == recordPlain {
		return body, nil
	}
	plain, err := packing.Decode(nil, body)
	if err != nil {
		return nil, errors.Join(errChecksum, err)
	}
	return plain, nil
}
