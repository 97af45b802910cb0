package faqfile

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode makes text of a file's bytes: UTF-16 or UTF-8 by its mark or shape, else what Polish Windows
// or Unix wrote. Bytes that mean nothing become U+FFFD, and their row is refused with a reason.
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return fromUTF16(data[2:], false)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return fromUTF16(data[2:], true)
	}
	if bigEndian, ok := looksUTF16(data); ok {
		return fromUTF16(data, bigEndian)
	}
	if looksUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return fromBytes(data)
}

func fromUTF16(data []byte, bigEndian bool) string {
	units := make([]uint16, 0, len(data)/2+1)
	for i := 0; i+1 < len(data); i += 2 {
		low, high := data[i], data[i+1]
		if bigEndian {
			low, high = high, low
		}
		units = append(units, uint16(high)<<8|uint16(low))
	}
	if len(data)%2 == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// looksUTF16 finds files without a mark: every other byte of the beginning is nearly always zero.
func looksUTF16(data []byte) (bigEndian, ok bool) {
	sample := data[:min(len(data), 1000)]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	enough := len(sample) / 4
	return zeros[0] > zeros[1], max(zeros[0], zeros[1]) > enough
}

// looksUTF8 holds if all is UTF-8, or most of what is not ASCII: such a file has broken places.
func looksUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return bad == 0 || good > bad
}

// fromBytes chooses between Windows-1250 and ISO 8859-2: they differ in ą, ś, ź.
func fromBytes(data []byte) string {
	windows, iso := 0, 0
	for _, b := range data {
		switch b {
		case 0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f: // ą ś ź Ą Ś Ź
			windows++
		case 0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac:
			iso++
		}
	}
	table := charmap.Windows1250
	if iso > windows {
		table = charmap.ISO8859_2
	}
	var text strings.Builder
	for _, b := range data {
		text.WriteRune(table.DecodeByte(b))
	}
	return text.String()
}
