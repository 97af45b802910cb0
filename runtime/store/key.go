package store

import (
	"encoding/binary"
	"strings"
	"time"
)

// key is a tuple written so that bytes sort as the tuples do. Every key begins with the shop it belongs to
// ("" for what belongs to the server), so that one shop's data is one range, and so is one conversation's.
type key []byte

// A text that is an id is written as the ten bytes it stands for, behind packedID. Any other ends with a zero
// byte; bytes up to packedID inside it become two, which keeps the order.
const packedID = 0x02

var (
	escape   = strings.NewReplacer("\x00", "\x01\x02", "\x01", "\x01\x03", "\x02", "\x01\x04")
	unescape = strings.NewReplacer("\x01\x02", "\x00", "\x01\x03", "\x01", "\x01\x04", "\x02")
)

func inShop(shop string) key { return make(key, 0, 80).text(shop) }

func inServer() key { return inShop("") }

func inBot(ref BotRef) key { return inShop(ref.Shop).mark('b').text(ref.Bot) }

func (k key) text(s string) key {
	if len(s) == idLength {
		if raw, err := idEncoding.AppendDecode(append(k, packedID), []byte(s)); err == nil {
			return raw
		}
	}
	return append(append(k, escape.Replace(s)...), 0)
}

// mark says of which kind is what follows.
func (k key) mark(m byte) key { return append(k, m) }

func (k key) number(n int64) key { return binary.BigEndian.AppendUint64(k, uint64(n)^1<<63) }

// time keeps milliseconds.
func (k key) time(t time.Time) key { return k.number(t.UnixMilli()) }

func (k key) hash(h [32]byte) key { return append(k, h[:]...) }

// end is the first key behind all that begin with k.
func (k key) end() key {
	end := append(key{}, k...)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// part is what a key of some kind has at one place: textPart, numberPart, hashPart or, as itself, a mark.
type part byte

const (
	textPart   part = 1
	numberPart part = 2
	hashPart   part = 3
)

// parts takes a key apart by the shape of its kind: texts as string, numbers as int64, hashes as [32]byte.
// It reports false if the key is not of this shape.
func (k key) parts(shape []part) ([]any, bool) {
	var out []any
	for _, p := range shape {
		value, rest, ok := k.next(p)
		if !ok {
			return nil, false
		}
		if value != nil {
			out = append(out, value)
		}
		k = rest
	}
	return out, len(k) == 0
}

func (k key) next(p part) (value any, rest key, ok bool) {
	switch p {
	case textPart:
		return k.nextText()
	case numberPart:
		if len(k) < 8 {
			return nil, nil, false
		}
		return int64(binary.BigEndian.Uint64(k) ^ 1<<63), k[8:], true
	case hashPart:
		if len(k) < 32 {
			return nil, nil, false
		}
		return [32]byte(k[:32]), k[32:], true
	}
	return nil, k[min(1, len(k)):], len(k) > 0 && k[0] == byte(p)
}

func (k key) nextText() (text any, rest key, ok bool) {
	if len(k) > idBytes && k[0] == packedID {
		return idEncoding.EncodeToString(k[1 : 1+idBytes]), k[1+idBytes:], true
	}
	raw, after, ok := strings.Cut(string(k), "\x00")
	return unescape.Replace(raw), key(after), ok
}

// build is the reverse of parts: values must be those of the shape.
func build(shape []part, values []any) key {
	var k key
	for _, p := range shape {
		if p > hashPart {
			k = k.mark(byte(p))
			continue
		}
		switch v := values[0].(type) {
		case string:
			k = k.text(v)
		case int64:
			k = k.number(v)
		case [32]byte:
			k = k.hash(v)
		}
		values = values[1:]
	}
	return k
}
