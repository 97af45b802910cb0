package assets

import (
	"bytes"
	"encoding/binary"
)

// mark is where loader.js takes a bot's look.
const mark = "__OKIENKO__"

// Loader is loader.js with text in place of its mark: plain, and as brotli.
//
// The brotli form begins with dist/loader.js.head.br, the script up to the mark as ./build packed it; the text
// and the end of the script follow as they are. So no encoder is needed here, which would add 0.6 MB to the binary.
func Loader(text []byte) (plain, brotli []byte) {
	head, tail, _ := bytes.Cut(Bytes("loader.js"), []byte(mark))
	rest := bytes.Join([][]byte{text, tail}, nil)
	return bytes.Join([][]byte{head, rest}, nil), stored(read("dist/loader.js.head.br"), rest)
}

// largestStored is what a meta-block with a length of 16 bits holds.
const largestStored = 1 << 16

// stored ends a stream of brotli, which was flushed to a whole byte, with data that is not compressed: meta-blocks
// of ISLAST 0, MNIBBLES 4, MLEN-1 and ISUNCOMPRESSED 1, then an empty last one (RFC 7932, section 9.2).
func stored(stream, data []byte) []byte {
	stream = bytes.Clone(stream)
	for len(data) > 0 {
		chunk := data[:min(len(data), largestStored)]
		header := binary.LittleEndian.AppendUint32(nil, uint32(len(chunk)-1)<<3|1<<19)
		stream = append(append(stream, header[:3]...), chunk...)
		data = data[len(chunk):]
	}
	return append(stream, 0b11)
}
