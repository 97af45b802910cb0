// Package picture makes an uploaded picture harmless: it is decoded and encoded anew, so that nothing
// but its dots is kept. Places, cameras and names that phones write into photos are gone with the rest.
package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	_ "golang.org/x/image/webp" // decoding only

	"okienko/runtime/fault"
)

// The most that is accepted.
const (
	MaxBytes  = 10 << 20
	MaxPixels = 25_000_000 // a photo of a good phone; decoded it takes 100 MB for a moment
)

// Picture is a picture made anew.
type Picture struct {
	Content []byte
	Type    string // image/png, image/jpeg or image/gif
	Width   int
	Height  int
}

// Clean reads PNG, JPEG, WebP or GIF by what the bytes are. Size is looked at before anything is decoded.
// Its errors carry sentences for the owner.
func Clean(content []byte) (Picture, error) {
	if len(content) > MaxBytes {
		return Picture{}, fault.New(fault.TooLarge, "files.too_large", "limit", MaxBytes>>20)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return Picture{}, fault.Wrap(err, fault.Invalid, "files.no_picture")
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > MaxPixels/config.Height {
		return Picture{}, fault.New(fault.TooLarge, "files.too_many_pixels", "width", config.Width, "height", config.Height)
	}
	if format == "gif" {
		return cleanGIF(content)
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return Picture{}, fault.Wrap(err, fault.Invalid, "files.broken_picture")
	}
	if format == "jpeg" {
		decoded = turned(decoded, orientation(content))
	}
	return encode(decoded, format)
}

// encode keeps what has to stay sharp or see-through as PNG; photos become JPEG.
func encode(m image.Image, format string) (Picture, error) {
	var out bytes.Buffer
	mediaType := "image/png"
	var err error
	if format == "jpeg" || format == "webp" && opaque(m) {
		mediaType = "image/jpeg"
		err = jpeg.Encode(&out, m, &jpeg.Options{Quality: 88})
	} else {
		err = png.Encode(&out, m)
	}
	if err != nil {
		return Picture{}, err
	}
	size := m.Bounds().Size()
	return Picture{out.Bytes(), mediaType, size.X, size.Y}, nil
}

func opaque(m image.Image) bool {
	o, ok := m.(interface{ Opaque() bool })
	return ok && o.Opaque()
}
