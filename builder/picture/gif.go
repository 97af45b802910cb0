package picture

import (
	"bytes"
	"image/gif"

	"okienko/runtime/fault"
)

// cleanGIF keeps the movement. A small file can hold thousands of large frames, so they are counted
// before they are decoded.
func cleanGIF(content []byte) (Picture, error) {
	if dots, ok := frames(content); !ok || dots > 2*MaxPixels {
		return Picture{}, fault.New(fault.TooLarge, "files.long_gif")
	}
	all, err := gif.DecodeAll(bytes.NewReader(content))
	if err != nil {
		return Picture{}, fault.Wrap(err, fault.Invalid, "files.broken_picture")
	}
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, all); err != nil {
		return Picture{}, fault.Wrap(err, fault.Invalid, "files.broken_picture")
	}
	return Picture{out.Bytes(), "image/gif", all.Config.Width, all.Config.Height}, nil
}

// frames walks over the blocks of a GIF and adds up the dots of its frames; false if it is cut or broken.
func frames(content []byte) (dots int, ok bool) {
	w := walker{rest: content}
	head := w.take(13)
	if head == nil {
		return 0, false
	}
	w.palette(head[10])
	for {
		switch kind := w.take(1); {
		case kind == nil:
			return 0, false
		case kind[0] == ';':
			return dots, true
		case kind[0] == '!': // an extension: its label, then data
			w.take(1)
		case kind[0] == ',': // a frame: place and size, palette, code size, then data
			frame := w.take(9)
			if frame == nil {
				return 0, false
			}
			dots += (int(frame[4]) | int(frame[5])<<8) * (int(frame[6]) | int(frame[7])<<8)
			w.palette(frame[8])
			w.take(1)
		default:
			return 0, false
		}
		w.data()
	}
}

type walker struct{ rest []byte }

// take returns the next n bytes, nil at the end.
func (w *walker) take(n int) []byte {
	if len(w.rest) < n {
		w.rest = nil
		return nil
	}
	taken := w.rest[:n]
	w.rest = w.rest[n:]
	return taken
}

func (w *walker) palette(flags byte) {
	if flags&0x80 != 0 {
		w.take(3 << (flags&7 + 1))
	}
}

// data skips blocks, each with its length before it, up to the empty one.
func (w *walker) data() {
	for length := w.take(1); length != nil && length[0] > 0; length = w.take(1) {
		w.take(int(length[0]))
	}
}
