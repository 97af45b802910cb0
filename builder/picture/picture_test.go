package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"okienko/runtime/fault"
)

// dotted is a picture whose left upper quarter is red, so that one sees how it lies.
func dotted(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.White)
			if x < w/2 && y < h/2 {
				m.Set(x, y, color.RGBA{200, 0, 0, 255})
			}
		}
	}
	return m
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, m)
	return b.Bytes()
}

// asPhoto is a JPEG with an EXIF block that says how the phone was held, and a place.
func asPhoto(m image.Image, orientation uint16) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, m, nil)
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	exif = binary.LittleEndian.AppendUint16(exif, orientation)
	exif = append(exif, "\x00\x00secret place"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(append([]byte{0xff, 0xd8}, segment...), exif...), b.Bytes()[2:]...)
}

func moving(w, h, frames int) []byte {
	all := &gif.GIF{}
	for range frames {
		all.Image = append(all.Image, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.White, color.Black}))
		all.Delay = append(all.Delay, 10)
	}
	var b bytes.Buffer
	_ = gif.EncodeAll(&b, all)
	return b.Bytes()
}

func TestClean(t *testing.T) {
	t.Parallel()
	big := asPNG(image.NewGray(image.Rect(0, 0, 6000, 5000)))
	cases := []struct {
		name      string
		content   []byte
		mediaType string
		w, h      int
		refused   string
	}{
		{"a drawing", asPNG(dotted(40, 20)), "image/png", 40, 20, ""},
		{"a photo", asPhoto(dotted(40, 20), 1), "image/jpeg", 40, 20, ""},
		{"a photo taken upright", asPhoto(dotted(40, 20), 6), "image/jpeg", 20, 40, ""},
		{"a moving picture", moving(30, 10, 3), "image/gif", 30, 10, ""},
		{"a moving picture of too many frames", moving(3000, 3000, 6), "", 0, 0, "files.long_gif"},
		{"too many dots", big, "", 0, 0, "files.too_many_pixels"},
		{"too many bytes", make([]byte, MaxBytes+1), "", 0, 0, "files.too_large"},
		{"a page", []byte("<html><script>alert(1)</script>"), "", 0, 0, "files.no_picture"},
		{"a drawing of lines", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "", 0, 0, "files.no_picture"},
		{"nothing", nil, "", 0, 0, "files.no_picture"},
		{"half a drawing", asPNG(dotted(40, 20))[:60], "", 0, 0, "files.broken_picture"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Clean(c.content)
			if c.refused != "" {
				if e := fault.Of(err); err == nil || e.Key != c.refused {
					t.Fatalf("got %v, want %s", err, c.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.Type != c.mediaType || got.Width != c.w || got.Height != c.h {
				t.Errorf("got %s %dx%d", got.Type, got.Width, got.Height)
			}
			if bytes.Contains(got.Content, []byte("secret")) {
				t.Error("the photo still tells where it was taken")
			}
			if _, _, err := image.Decode(bytes.NewReader(got.Content)); err != nil {
				t.Errorf("what was made can't be read: %v", err)
			}
		})
	}
}

// The red quarter ends up where a person who held the phone so expects it.
func TestPhotosAreSetUpright(t *testing.T) {
	t.Parallel()
	corners := map[uint16]image.Point{ // as EXIF defines its numbers
		1: {5, 5}, 2: {35, 5}, 3: {35, 15}, 4: {5, 15}, 5: {5, 5}, 6: {15, 5}, 7: {15, 35}, 8: {5, 35},
	}
	for orientation, red := range corners {
		got, err := Clean(asPhoto(dotted(40, 20), orientation))
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := image.Decode(bytes.NewReader(got.Content))
		if err != nil {
			t.Fatal(err)
		}
		if r, g, _, _ := m.At(red.X, red.Y).RGBA(); r>>8 < 150 || g>>8 > 100 {
			t.Errorf("orientation %d: no red at %v of %v", orientation, red, m.Bounds().Max)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(asPNG(dotted(8, 8)))
	f.Add(asPhoto(dotted(8, 8), 6))
	f.Add(moving(8, 8, 2))
	f.Fuzz(func(t *testing.T, content []byte) {
		if got, err := Clean(content); err == nil && (got.Width <= 0 || len(got.Content) == 0) {
			t.Error("a picture of nothing")
		}
	})
}
