package store

import (
	"crypto/rand"
	"encoding/base32"
	"time"
)

// idAlphabet sorts as the bytes it stands for and leaves out i, l, o and u, which are misread.
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// An id is 80 bits, which 16 characters write exactly.
const (
	idBytes  = 10
	idLength = 16
)

var idEncoding = base32.NewEncoding(idAlphabet).WithPadding(base32.NoPadding)

// NewID makes an id of 16 characters: 40 bits of time in hundredths of a second, so that ids sort by
// when they were made, then 40 random bits. It is not a secret.
func NewID() string {
	var raw [idBytes]byte
	ticks := time.Now().UnixMilli() / 10
	for i := range 5 {
		raw[i] = byte(ticks >> (8 * (4 - i)))
	}
	_, _ = rand.Read(raw[5:]) // never fails: it ends the process instead
	return idEncoding.EncodeToString(raw[:])
}
